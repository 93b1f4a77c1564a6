"""Which scenarios have been seen to fail on a broken product, kept beside them in `seen-to-fail.ndjson`.

Rule: an entry holds while scenario and defect read as they did when it was seen; what was seen of one edition holds for
the other, which has the same steps. Only `deskproof defects --keep` writes the file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from deskproof.reports.record import SeenToFail
from deskproof.simulator.defects import BadCatalogue, Defect, all_defects
from deskproof.steps.gherkin.editions import english_of
from deskproof.steps.gherkin.feature_files import WrittenScenario
from deskproof.steps.mutation.defects import Seen

NAME = "seen-to-fail.ndjson"


class BadDetections(Exception):
    """The file cannot be used; the message says where, what was seen and what to do."""


@dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))
class Detection:
    """A scenario of the English edition that failed on a defect, at the step numbered `step` from 0. `wording` is the
    fingerprint of both.
    """

    scenario: str
    defect: str
    step: Annotated[int, Field(ge=0)]
    wording: str


_DETECTION = TypeAdapter(Detection)


def read(folder: Path) -> Mapping[str, Detection]:
    """What is kept in the features' folder, by scenario; nothing where there is no file. Raises BadDetections."""
    file = folder / NAME
    if not file.is_file():
        return {}
    found: dict[str, Detection] = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            one = _DETECTION.validate_json(line)
        except ValidationError as error:
            raise BadDetections(
                f"{folder.name}/{NAME}:{number} is not a detection ({error.errors()[0]['msg']}); restore the committed "
                "file, or regenerate it with 'deskproof defects --keep'."
            ) from None
        found[one.scenario] = one
    return found


def write(folder: Path, detections: Iterable[Detection]) -> None:
    """Keep these detections and no others, a line for each, in their order."""
    text = "".join(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in detections)
    (folder / NAME).write_text(text, encoding="utf-8")


def detection(scenario: WrittenScenario, defect: Defect, step: int) -> Detection:
    """That a scenario of the English edition failed on a defect at a step, just now."""
    return Detection(scenario=scenario.id, defect=defect.name, step=step, wording=_wording(scenario, defect))


def holding(
    scenarios: Sequence[WrittenScenario], kept: Mapping[str, Detection], defects: Mapping[str, Defect] | None = None
) -> Mapping[str, SeenToFail]:
    """What each scenario was seen to fail on, by its id, as far as that still holds. Raises BadDetections."""
    if not kept:
        return {}
    defects = _catalogue() if defects is None else defects
    found: dict[str, SeenToFail] = {}
    for id_, english in english_of(scenarios).items():
        one = kept.get(english.id)
        if one and _holds(one, english, defects):
            defect = defects[one.defect]
            found[id_] = SeenToFail(defect=defect.name, en=defect.en, sv=defect.sv, step=one.step)
    return found


def _holds(one: Detection, english: WrittenScenario, defects: Mapping[str, Defect]) -> bool:
    """Whether the defect is still there, about a claim of the scenario, and both read as they did."""
    defect = defects.get(one.defect)
    if defect is None or not set(defect.claims) & set(english.claims):
        return False
    return one == detection(english, defect, one.step)


def renewed(
    kept: Mapping[str, Detection],
    seen: Sequence[Seen],
    scenarios: Sequence[WrittenScenario],
    defects: Mapping[str, Defect] | None = None,
) -> Mapping[str, Detection]:
    """What is to be kept once this was seen, in the order of the English scenarios: what stood there and still can, but
    for scenarios that did not fail this time as they had; and the first defect that caught each of the others. Raises
    BadDetections.
    """
    defects = _catalogue() if defects is None else defects
    english = english_of(scenarios)
    standing = {id_: one for id_, one in kept.items() if id_ in english}
    for one in seen:
        scenario = english[one.scenario]
        before = standing.get(scenario.id)
        if one.sight == "caught" and one.at is not None:
            now = detection(scenario, defects[one.defect], one.at)
            if before is None or before.defect == now.defect or not _holds(before, scenario, defects):
                standing[scenario.id] = now
        elif before and before.defect == one.defect:
            del standing[scenario.id]
    order = dict.fromkeys(one.id for one in english.values())
    return {id_: standing[id_] for id_ in order if id_ in standing}


def changes(before: Mapping[str, Detection], now: Mapping[str, Detection]) -> str:
    """How many detections are new, others, and gone, in words."""
    counts = {
        "new": len(now.keys() - before.keys()),
        "renewed": sum(before[id_] != one for id_, one in now.items() if id_ in before),
        "gone": len(before.keys() - now.keys()),
    }
    return f"{len(now)} detections in {NAME}: " + ", ".join(f"{count} {word}" for word, count in counts.items())


def _catalogue() -> Mapping[str, Defect]:
    try:
        return all_defects()
    except BadCatalogue as refusal:
        raise BadDetections(str(refusal)) from refusal


def _wording(scenario: WrittenScenario, defect: Defect) -> str:
    """Equal while the scenario has the same steps and the defect changes the same text in the same way. A module that
    moves takes its defects along: the text occurs once, and what it does is the same wherever it is.
    """
    steps = [(one.kind, one.text, one.table, one.docstring) for one in scenario.steps]
    whole = json.dumps([steps, defect.find, defect.replace], ensure_ascii=False)
    return hashlib.sha256(whole.encode()).hexdigest()[:12]
