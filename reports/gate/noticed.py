"""The rule about derived defects: how many of them scenarios and tests notice."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Annotated

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

from deskproof.reports.derived import DerivedDefect
from deskproof.reports.gate.case import Answer, Case, Rule, Words
from deskproof.reports.gate.sentences import sentence

Percent = Annotated[float, Field(ge=0, le=100)]


@dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))
class Noticed:
    """`at_least`: the least share of derived defects, in per cent, that scenarios and tests notice; `always`: those
    that must be noticed, by names in which `*` stands for anything; `required`: whether there must be a check at all.
    """

    at_least: Percent = 0.0
    always: list[str] = Field(default_factory=list)
    required: bool = False


def derived_noticed(case: Case, settings: Noticed) -> Answer:
    """Scenarios and tests notice enough of the derived defects, and each that must be noticed."""
    check = case.derived
    if check is None:
        return Answer(outcome="undecided" if settings.required else "left out", reason=sentence("noticed.none"))
    percent = 100 * check.figures.share
    values = {
        "percent": f"{percent:.0f}",
        "least": f"{settings.at_least:g}",
        "n": check.figures.total,
        "scenarios": check.figures.scenarios + check.figures.snapshots,
        "tests": check.figures.tests,
    }
    missed = check.of("unnoticed", "otherwise")
    demanded = [defect for defect in missed if any(fnmatchcase(defect.name, name) for name in settings.always)]
    if demanded:
        return Answer(
            outcome="failed",
            reason=sentence("noticed.demanded", n=len(demanded)),
            items=tuple(map(_item, demanded)),
        )
    enough = percent >= settings.at_least
    return Answer(
        outcome="passed" if enough else "failed",
        reason=sentence("noticed" if enough else "noticed.few", **values),
        items=() if enough else tuple(map(_item, missed)),
    )


def _item(defect: DerivedDefect) -> Words:
    return sentence("noticed.item", name=defect.name, where=f"simulator/{defect.file}:{defect.line}")


NOTICED = Rule(name="derived-noticed", judge=derived_noticed, settings=Noticed)
