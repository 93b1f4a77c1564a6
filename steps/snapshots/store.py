"""The files of snapshots: one for each feature, in the folder `snapshots` beside the features.

Rule: a text that several scenarios have is in a file once, by the first letters of its hash. A snapshot holds for the
steps that the scenario had then. Only `deskproof run --snapshots update` and `add` write the files.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Annotated, Any

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked

from deskproof.reports.record import write_whole
from deskproof.steps.gherkin.files.reader import WrittenScenario
from deskproof.steps.snapshots.snapshot import Expected, Lines, Moment

FOLDER = "snapshots"

_FORBID = ConfigDict(extra="forbid")


class BadSnapshots(Exception):
    """The files cannot be used; the message says where, what was seen and what to do."""


@checked(frozen=True, kw_only=True, config=_FORBID)
class _Scenario:
    name: str
    steps: str
    pages: Mapping[Annotated[str, Field(pattern=r"^\d+ .+$")], str]
    messages: Mapping[str, Annotated[str, Field(pattern=r"^\d+(-\d+)?$")]]


@checked(frozen=True, kw_only=True, config=_FORBID)
class _File:
    pages: Mapping[str, tuple[str, ...]]
    messages: Mapping[str, str]
    scenarios: Mapping[str, _Scenario]


_FILE = TypeAdapter(_File)


@dataclass(kw_only=True)
class _Contents:
    """The texts of a file, by their hashes."""

    pages: dict[str, Lines] = field(default_factory=dict)
    messages: dict[str, str] = field(default_factory=dict)

    def page(self, lines: Lines) -> str:
        return _put(self.pages, "\n".join(lines), lines)

    def message(self, line: str) -> str:
        return _put(self.messages, line, line)


def file_of(folder: Path, scenario: WrittenScenario) -> Path:
    """The file with the snapshot of a scenario, below the folder of the features."""
    path = PurePosixPath(scenario.path)
    language = path.parent.name if path.parent.name == scenario.language else ""
    return folder / FOLDER / language / f"{path.stem}.json"


def fingerprint(scenario: WrittenScenario) -> str:
    """Equal while the steps of a scenario read the same."""
    steps = [(step.kind, step.text, step.table, step.docstring) for step in scenario.steps]
    return hashlib.sha256(json.dumps(steps, ensure_ascii=False).encode()).hexdigest()[:12]


def load(file: Path) -> Mapping[str, Expected]:
    """What the scenarios of a file are expected to show, by their ids; empty where there is no file. Raises
    BadSnapshots.
    """
    if not file.is_file():
        return {}
    try:
        found = _FILE.validate_json(file.read_bytes())
        return {id_: _expected(found, scenario) for id_, scenario in found.scenarios.items()}
    except ValidationError as error:
        reason = error.errors()[0]["msg"]
    except KeyError as missing:
        reason = f"the text {missing} is missing"
    raise BadSnapshots(
        f"{file.parent.name}/{file.name} is not a file of snapshots ({reason}); restore the committed file, or take "
        "the snapshots again with 'deskproof run --snapshots update'."
    )


def save(file: Path, scenarios: Iterable[WrittenScenario], expected: Mapping[str, Expected]) -> None:
    """Write the file with what these scenarios are expected to show, in their order; others are left out."""
    contents = _Contents()
    entries = {
        scenario.id: {
            "name": scenario.title,
            "steps": expected[scenario.id].steps,
            "pages": {
                f"{moment.step} {moment.page}": " ".join(map(contents.page, texts))
                for moment, texts in expected[scenario.id].pages.items()
            },
            "messages": {
                contents.message(line): _times(*times) for line, times in expected[scenario.id].messages.items()
            },
        }
        for scenario in scenarios
        if scenario.id in expected
    }
    whole = {"pages": contents.pages, "messages": contents.messages, "scenarios": entries}
    write_whole(file, (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode())


def _expected(file: _File, scenario: _Scenario) -> Expected:
    return Expected(
        steps=scenario.steps,
        pages={
            Moment(step=int(step), page=page): tuple(file.pages[name] for name in texts.split())
            for key, texts in scenario.pages.items()
            for step, _, page in [key.partition(" ")]
        },
        messages={file.messages[name]: _least_and_most(times) for name, times in scenario.messages.items()},
    )


def _times(least: int, most: int) -> str:
    return str(least) if least == most else f"{least}-{most}"


def _least_and_most(times: str) -> tuple[int, int]:
    least, _, most = times.partition("-")
    return int(least), int(most or least)


def _put(texts: dict[str, Any], text: str, value: Lines | str) -> str:
    """The name of a text: as many letters of its hash as tell it from the others."""
    whole = hashlib.sha256(text.encode()).hexdigest()
    length = next(size for size in range(8, len(whole) + 1) if texts.get(whole[:size], value) == value)
    texts[whole[:length]] = value
    return whole[:length]
