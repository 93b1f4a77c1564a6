"""Which scenarios of a pack use which verbs, and the fewest that use each verb of an adapter once.

The map is in `verbs.ndjson` beside the features of the pack: what runs on the reference desktop used. After a change
of steps or verbs: `deskproof run` with the features concerned, then `python -m deskproof.steps.screens.coverage
reports/out/latest`.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from deskproof.steps.gherkin.files.reader import read_features
from deskproof.steps.gherkin.vocabulary.values import LANGUAGES
from deskproof.steps.project.project import PACKS, pack_folder
from deskproof.steps.screens.adapter import Adapter, verbs
from deskproof.steps.screens.verbs_used import Use, read_uses, verbs_used

NAME = "verbs.ndjson"
TRUE_OF_NOTHING = "It is true of an empty page too, so it proves nothing; let it also see something that is there."


@dataclass(frozen=True, kw_only=True)
class VerbResult:
    """The result for one verb: `error` is what it raised, `not_offered` the adapter's reason; `uses` counts the
    scenarios that used it.
    """

    verb: str
    uses: int = 0
    error: str | None = None
    not_offered: str | None = None

    @property
    def word(self) -> str:
        """The result in a word or two."""
        if self.not_offered is not None:
            return "not offered"
        if self.error is not None:
            return "fails"
        return "works" if self.uses else "not reached"


def map_of_pack(folder: Path) -> Sequence[Use]:
    """What the scenarios of the pack in `folder` use."""
    return tuple(read_uses(folder / NAME))


def chosen(uses: Iterable[Use], adapter: Adapter, known: Iterable[str]) -> tuple[str, ...]:
    """The ids of scenarios, out of those `known`, that together use each offered verb; those that the desktop can run
    to the end come first.
    """
    offered = {name for name in every_verb() if adapter.reason(*name.split(".")) is None}
    ids = set(known)
    candidates = {use.scenario: frozenset(use.verbs) for use in uses if use.scenario in ids}
    whole = {id_: names for id_, names in candidates.items() if names <= offered}
    left = offered & frozenset().union(*candidates.values())
    found: list[str] = []
    for pool in (whole, candidates):
        while left:
            best = max(pool, key=lambda id_: (len(pool[id_] & left), id_), default=None)
            if best is None or not pool[best] & left:
                break
            found.append(best)
            left -= pool[best]
    return tuple(found)


def results(uses: Iterable[Use], adapter: Adapter, empty: Iterable[str] = ()) -> tuple[VerbResult, ...]:
    """The result of each verb of the interface: it works where no scenario saw it fail, and it fails where it is one of
    `empty`, those that are true of an empty page.
    """
    errors: Mapping[str, list[str | None]] = defaultdict(list)
    for verb in empty:
        errors[verb].append(TRUE_OF_NOTHING)
    for use in uses:
        for verb, error in use.verbs.items():
            errors[verb].append(error)
    return tuple(
        VerbResult(
            verb=verb,
            uses=len(errors[verb]) - errors[verb].count(TRUE_OF_NOTHING),
            error=next((error for error in errors[verb] if error is not None), None),
            not_offered=adapter.reason(*verb.split(".")),
        )
        for verb in every_verb()
    )


def every_verb() -> tuple[str, ...]:
    """Every verb of the interface, with its screen."""
    return tuple(f"{screen}.{verb}" for screen, names in verbs().items() for verb in names)


def save_map(run: Path, folder: Path) -> None:
    """Save what the English scenarios of a run used in the map of the pack in `folder`, in their order; those that the
    run left out stay as they were.
    """
    uses = (*map_of_pack(folder), *verbs_used(run))
    used = {use.scenario: dict.fromkeys(sorted(use.verbs)) for use in uses}
    lines = [
        json.dumps({"scenario": scenario.id, "verbs": used[scenario.id]}, ensure_ascii=False)
        for file in read_features(folder)
        for scenario in file.scenarios
        if scenario.language == LANGUAGES[0] and scenario.id in used
    ]
    (folder / NAME).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    save_map(Path(sys.argv[1]), pack_folder(next(iter(PACKS))))
