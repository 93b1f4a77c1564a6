"""The surfaces by name, each with its share of the examples of a round."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import hypothesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.database import DirectoryBasedExampleDatabase
from hypothesis.stateful import run_state_machine_as_test

from tests.fuzz import described, forms, origins, sequences, sockets
from tests.fuzz.target import Target, World

FOUND = Path(__file__).parents[2] / ".cache" / "fuzz" / "examples"
"""Where failing examples of `make fuzz` stay, to be tried first by the next one."""

_STEPS = 30
"""The commands of a sequence."""

Send: TypeAlias = Callable[[Target, World, Any], None]


@dataclass(frozen=True, kw_only=True)
class Round:
    """How much is tried: so many `examples`, the same ones each time, or those of a seed, which are saved where
    they fail.
    """

    examples: int
    seed: int | None = None

    @property
    def settings(self) -> settings:
        """The settings of hypothesis."""
        return settings(
            max_examples=self.examples,
            stateful_step_count=_STEPS,
            deadline=None,
            derandomize=self.seed is None,
            database=None if self.seed is None else DirectoryBasedExampleDatabase(FOUND),
            suppress_health_check=list(HealthCheck),
        )

    def seeded(self, test: Any) -> Any:
        """The test with this round's seed."""
        return test if self.seed is None else hypothesis.seed(self.seed)(test)


def _examples(target: Target, round_: Round, inputs: st.SearchStrategy[Any], send: Send) -> None:
    """Send the inputs to a new world. A failure is that of the smallest input."""
    world = target.world()

    @round_.settings
    @given(inputs)
    def attempt(value: Any) -> None:
        send(target, world, value)

    round_.seeded(attempt)()
    world.tenant.close()


def _control(target: Target, round_: Round) -> None:
    document = json.loads(target.request("GET", "/_control/v1/openapi.json", host=target.host).body)
    _examples(target, round_, described.attempts(document), described.send_to_control)


def _product(target: Target, round_: Round) -> None:
    _examples(target, round_, described.attempts(described.product_document()), described.send_to_product)


def _sequences(target: Target, round_: Round) -> None:
    class Day(sequences.WorkingDay):
        pass

    Day.target = target
    few = Round(examples=share("sequences", round_.examples), seed=round_.seed)
    run_state_machine_as_test(round_.seeded(Day), settings=few.settings)


def share(surface: str, examples: int) -> int:
    """How many examples of a round a surface gets; one of `sequences` is `_STEPS` commands."""
    return max(1, examples // 20) if surface == "sequences" else examples


SURFACES: Mapping[str, Callable[[Target, Round], None]] = {
    "control": _control,
    "product": _product,
    "forms": lambda target, round_: _examples(target, round_, forms.steps, forms.send),
    "sockets": lambda target, round_: _examples(target, round_, sockets.steps, sockets.send),
    "origins": lambda target, round_: _examples(target, round_, origins.steps, origins.send),
    "sequences": _sequences,
}
"""What each of `make fuzz` and the tests plays. Raises AssertionError with what did not hold."""
