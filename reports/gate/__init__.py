"""The gate: whether a run may be released, decided rule by rule from its record, with the reasons.

Rule: what a run does not show never counts as good. Packages add rules by the entry point `deskproof.gate_rules`:

    from dataclasses import dataclass
    from deskproof.reports.gate import Answer, Case, Rule, Words

    @dataclass(frozen=True, kw_only=True)
    class Settings:
        seconds: float = 30.0

    def judge(case: Case, settings: Settings) -> Answer:
        slow = [scenario for scenario in case.run.scenarios if scenario.duration_ms > settings.seconds * 1000]
        words = Words(en=f"{len(slow)} slow scenarios.", sv=f"{len(slow)} långsamma scenarier.")
        return Answer(outcome="failed" if slow else "passed", reason=words)

    rule = Rule(name="no-slow-scenario", judge=judge, settings=Settings)

with `[project.entry-points."deskproof.gate_rules"]` holding `slow = "their_package.module:rule"`, and settings under
`[rules.no-slow-scenario]` of `gate.toml`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from deskproof.reports.baseline.complete import gaps
from deskproof.reports.baseline.history import BadHistory
from deskproof.reports.baseline.past import baseline_run
from deskproof.reports.derived import BadDerived, taken_into
from deskproof.reports.gate.case import Answer, Case, NoSettings, Removed, Rule, Words
from deskproof.reports.gate.quarantine import BadQuarantine
from deskproof.reports.gate.quarantine import load as load_quarantine
from deskproof.reports.gate.saved import Evaluation, save
from deskproof.reports.gate.sentences import sentence
from deskproof.reports.gate.settings import NAME, BadGate, all_rules, read
from deskproof.reports.gate.verdict import Decision, Ruling, Verdict, judge, lines
from deskproof.reports.record.facts import Run
from deskproof.reports.record.loading import DamagedRecord, load
from deskproof.reports.review.approvals import Approvals, BadApprovals
from deskproof.reports.review.approvals import load as load_approvals
from deskproof.reports.review.binding import fingerprints
from deskproof.reports.review.status import ReviewStatuses, review_statuses

__all__ = [
    "NAME",
    "Answer",
    "BadGate",
    "Case",
    "Decision",
    "Evaluation",
    "NoSettings",
    "Removed",
    "Rule",
    "Ruling",
    "Verdict",
    "Words",
    "evaluate",
    "judge",
    "lines",
    "save",
]


def evaluate(
    run_folder: Path,
    *,
    run: Run | None = None,
    rules: Path,
    quarantine: Path,
    history: Path,
    today: date,
    baseline: Path | None = None,
    approvals: Path | None = None,
    derived: Path | None = None,
) -> Verdict:
    """Evaluate the run in `run_folder`, whose record is `run` where it is loaded already.

    The baseline run is `baseline`, else the newest earlier complete run of `history`; without `approvals` nothing is
    approved. `derived` is the result of a check with derived defects, for a run that has none of its own.
    Raises BadGate with one sentence where the gate cannot be evaluated: no record, no rules, or a
    quarantine, a baseline run or approvals that cannot be read.
    """
    agreement = read(rules, all_rules())
    try:
        run = run or load(run_folder)
        case = Case(
            run=run,
            complete=not gaps(run),
            today=today,
            baseline=_sound(baseline_run(run, history, baseline), run),
            baseline_required=agreement.baseline_required,
            quarantine=load_quarantine(quarantine),
            removed=agreement.removed,
            derived=taken_into(run_folder, derived),
            review_statuses=_review_statuses(run, run_folder, approvals),
        )
    except (DamagedRecord, BadQuarantine, BadHistory, BadApprovals, BadDerived) as error:
        raise BadGate(str(error)) from error
    except OSError as error:
        raise BadGate(f"{run_folder} cannot be read ({error.strerror or error}).") from error
    return judge(case, agreement)


def _review_statuses(run: Run, run_folder: Path, file: Path | None) -> Callable[[], ReviewStatuses]:
    """A function that works out the review statuses when a rule needs them. The file is read at once: a bad one stops
    the gate.
    """
    approvals = load_approvals(file) if file else Approvals()
    return lambda: review_statuses(run, approvals, fingerprints(run_folder))


def _sound(baseline: Run | None, run: Run) -> Run | None:
    """`baseline`, if `run` may be compared with it: a run named by mistake would open the gate."""
    if baseline is not None and baseline.run.id == run.run.id:
        raise BadGate(f"The baseline run {baseline.run.id} is the run itself; name an earlier one with --base.")
    if baseline is not None and (found := gaps(baseline)):
        why = " ".join(sentence(gap.key, **gap.values).en for gap in found)
        raise BadGate(
            f"The baseline run {baseline.run.id} does not represent the suite: {why} Name another one with --base."
        )
    return baseline
