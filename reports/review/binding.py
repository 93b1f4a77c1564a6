"""What an approval is bound to: the text of a scenario or claim, and the pictures of its checks.

Rule: the text is everything of a scenario that a reader sees in the feature file; its place in the file does not count.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from deskproof.reports.baseline.image_diff import without_random
from deskproof.reports.baseline.seen import seen
from deskproof.reports.record.facts import ClaimResult, ScenarioResult
from deskproof.reports.record.observed import Picture
from deskproof.reports.review.fingerprint import alike, fingerprint

NOT_THERE = "missing"
"""The fingerprint of a picture that cannot be read; it differs from every other."""

Fingerprints = Callable[[Picture], str]
"""Works out the fingerprint of a picture of the run."""


@dataclass(frozen=True, kw_only=True)
class Binding:
    """The hash of a text, and the fingerprints of its pictures in their order."""

    text: str
    pictures: tuple[str, ...] = ()


def fingerprints(run_folder: Path) -> Fingerprints:
    """A function that gives the fingerprints of the pictures in `run_folder`, working out each once."""
    known: dict[str, str] = {}

    def fingerprint_of(picture: Picture) -> str:
        if picture.path not in known:
            image = without_random(run_folder, picture)
            known[picture.path] = fingerprint(image) if image is not None else NOT_THERE
        return known[picture.path]

    return fingerprint_of


def of_scenario(scenario: ScenarioResult, fingerprint_of: Fingerprints) -> Binding:
    """What an approval of `scenario` is bound to."""
    return Binding(text=scenario_text(scenario), pictures=tuple(map(fingerprint_of, seen(scenario).values())))


def of_claim(claim: ClaimResult) -> Binding:
    """What an approval of the claim's own sentence is bound to; its scenarios are bound separately."""
    return Binding(text=_hash(claim.en, claim.sv))


def scenario_text(scenario: ScenarioResult) -> str:
    """The hash of the text of the scenario."""
    steps = [(step.keyword, step.text, step.table, step.docstring) for step in scenario.steps]
    tags = sorted(scenario.tags)
    where = (scenario.feature, scenario.rule, scenario.name, scenario.example, scenario.language)
    return _hash(*where, tags, steps)


def same_pictures(before: tuple[str, ...], now: tuple[str, ...]) -> bool:
    """Whether two sequences of pictures look the same."""
    if len(before) != len(now) or NOT_THERE in (*before, *now):
        return False
    return all(alike(first, other) for first, other in zip(before, now, strict=True))


def _hash(*parts: object) -> str:
    serialised = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(serialised.encode("utf-8", "replace")).hexdigest()[:16]
