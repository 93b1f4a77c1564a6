"""Which scenarios have detected a defect, saved beside them in `detections.ndjson`.

Rule: a detection is valid while scenario and defect read as they did then. A detection by one edition is valid for the
other, which has the same steps. Only `deskproof defects --keep` writes the file.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from deskproof.reports.record import DetectedDefect
from deskproof.simulator.defects import BadCatalogue, Defect, all_defects
from deskproof.steps.gherkin.bind_check.editions import original_of
from deskproof.steps.gherkin.files.reader import WrittenScenario
from deskproof.steps.mutation.defects import Seen

NAME = "detections.ndjson"
_FORMER_NAME = "seen-to-fail.ndjson"


class BadDetections(Exception):
    """The file cannot be used; the message says where, what was seen and what to do."""


@dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))
class Detection:
    """A scenario of the English edition that failed on a defect, at step number `step`, from 0. `wording` is the
    fingerprint of both.
    """

    scenario: str
    defect: str
    step: Annotated[int, Field(ge=0)]
    wording: str


_DETECTION = TypeAdapter(Detection)


def read(folder: Path) -> Mapping[str, Detection]:
    """The saved detections of a features folder, by scenario; empty where there is no file. Raises BadDetections."""
    file = folder / NAME
    if not file.is_file():
        if (former := folder / _FORMER_NAME).is_file():
            raise BadDetections(f"{folder.name}/{former.name} is now called {NAME}; rename the file.")
        return {}
    found: dict[str, Detection] = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        try:
            detected = _DETECTION.validate_json(line)
        except ValidationError as error:
            raise BadDetections(
                f"{folder.name}/{NAME}:{number} is not a detection ({error.errors()[0]['msg']}); restore the committed "
                "file, or regenerate it with 'deskproof defects --keep'."
            ) from None
        found[detected.scenario] = detected
    return found


def write(folder: Path, detections: Iterable[Detection]) -> None:
    """Save exactly these detections, a line for each, in their order."""
    text = "".join(json.dumps(asdict(detected), ensure_ascii=False) + "\n" for detected in detections)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAME).write_text(text, encoding="utf-8")


def detection(scenario: WrittenScenario, defect: Defect, step: int) -> Detection:
    """The detection of a defect by a scenario of the English edition, as both are now."""
    return Detection(scenario=scenario.id, defect=defect.name, step=step, wording=_wording(scenario, defect))


def valid(
    scenarios: Sequence[WrittenScenario], saved: Mapping[str, Detection], defects: Mapping[str, Defect] | None = None
) -> Mapping[str, DetectedDefect]:
    """The valid detection of each scenario, by its id. Raises BadDetections."""
    if not saved:
        return {}
    defects = catalogue() if defects is None else defects
    found: dict[str, DetectedDefect] = {}
    for id_, english in original_of(scenarios).items():
        detected = saved.get(english.id)
        if detected and _is_valid(detected, english, defects):
            defect = defects[detected.defect]
            found[id_] = DetectedDefect(defect=defect.name, en=defect.en, sv=defect.sv, step=detected.step)
    return found


def _is_valid(detected: Detection, english: WrittenScenario, defects: Mapping[str, Defect]) -> bool:
    """Whether the defect is still there, about a claim of the scenario, and both read as they did."""
    defect = defects.get(detected.defect)
    if defect is None or not set(defect.claims) & set(english.claims):
        return False
    return detected == detection(english, defect, detected.step)


def updated(
    saved: Mapping[str, Detection],
    seen: Sequence[Seen],
    scenarios: Sequence[WrittenScenario],
    defects: Mapping[str, Defect] | None = None,
) -> Mapping[str, Detection]:
    """The detections to save after a check, in the order of the English scenarios: the saved ones of scenarios that
    still exist, except where a scenario no longer fails on its defect, and the first detection of each of the others.
    A defect that no saved detection names takes the place of one that several name, so that the next check finds it at
    once. Raises BadDetections.
    """
    defects = catalogue() if defects is None else defects
    english = original_of(scenarios)
    current = {id_: detected for id_, detected in saved.items() if id_ in english}
    for result in seen:
        scenario = english[result.scenario]
        before = current.get(scenario.id)
        if result.sight == "caught" and result.at is not None:
            now = detection(scenario, defects[result.defect], result.at)
            if before is None or before.defect == now.defect or not _is_valid(before, scenario, defects):
                current[scenario.id] = now
        elif before and before.defect == result.defect:
            del current[scenario.id]
    names = Counter(detected.defect for detected in current.values())
    for result in seen:
        scenario = english[result.scenario]
        before = current.get(scenario.id)
        if result.sight != "caught" or result.at is None or before is None or result.defect in names:
            continue
        if names[before.defect] > 1:
            current[scenario.id] = detection(scenario, defects[result.defect], result.at)
            names.subtract([before.defect])
            names.update([result.defect])
    order = dict.fromkeys(scenario.id for scenario in english.values())
    return {id_: current[id_] for id_ in order if id_ in current}


def changes(before: Mapping[str, Detection], now: Mapping[str, Detection]) -> str:
    """How many detections are new, renewed and gone, in words."""
    counts = {
        "new": len(now.keys() - before.keys()),
        "renewed": sum(before[id_] != detected for id_, detected in now.items() if id_ in before),
        "gone": len(before.keys() - now.keys()),
    }
    return f"{len(now)} detections in {NAME}: " + ", ".join(f"{count} {word}" for word, count in counts.items())


def catalogue(folder: Path | None = None) -> Mapping[str, Defect]:
    """The defects that a detection may name, also those of a project in its folder. Raises BadDetections."""
    try:
        return all_defects(folder)
    except BadCatalogue as refusal:
        raise BadDetections(str(refusal)) from refusal


def _wording(scenario: WrittenScenario, defect: Defect) -> str:
    """Equal while the scenario has the same steps and the defect changes the same in the same way."""
    steps = [(step.kind, step.text, step.table, step.docstring) for step in scenario.steps]
    whole = json.dumps([steps, *defect.change], ensure_ascii=False)
    return hashlib.sha256(whole.encode()).hexdigest()[:12]
