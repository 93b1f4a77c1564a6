"""The lines that close a run on the terminal.

Rule: the headline first, then what did not pass, each reason for which something is not offered, counts, claims and the
path of the report. No colour and no width: those are the caller's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deskproof.reports.record.facts import Run
from deskproof.reports.tally import CLAIM_STATUSES, NOT_PASSED, STATUSES, Lack, lacks, tally
from deskproof.reports.text.translation import say
from deskproof.reports.text.visible import visible

_SHOWN = 12
"""Scenarios that did not pass and are named, and reasons for which others are not offered; the report has the rest."""


def lines(run: Run, report: str | None) -> tuple[str, ...]:
    """The closing lines for `run`; `report` is the path of its page, None where it has none."""
    sums = tally(run)
    closing = [say(sums.headline.key, "en", **sums.headline.values)]
    closing += [f"  {say(reason.key, 'en', **reason.values)}" for reason in sums.reasons]
    not_passed = [scenario for scenario in run.scenarios if scenario.status in NOT_PASSED]
    for scenario in not_passed[:_SHOWN]:
        example = f" [{scenario.example}]" if scenario.example else ""
        status = say(f"count.{scenario.status}", "en")
        closing.append(f"  {status:12}{scenario.path}:{scenario.line}  {scenario.name}{example}")
        if scenario.error:
            closing.append(f"  {'':12}{scenario.error.message.splitlines()[0] if scenario.error.message else ''}")
    if len(not_passed) > _SHOWN:
        closing.append(f"  {say('more.inReport', 'en', n=len(not_passed) - _SHOWN)}")
    closing += _not_offered(lacks(run.scenarios))
    counts = ", ".join(
        f"{sums.scenarios[status]} {say(f'count.{status}', 'en')}"
        for status in STATUSES
        if sums.scenarios[status] or status == "passed"
    )
    took = f"{run.run.duration_ms / 1000:.1f}"
    closing.append(_labelled("scenarios", say("closing.scenarios", "en", counts=counts, seconds=took)))
    if run.scenarios:
        closing.append(_labelled("defects", say("detection.of", "en", n=sums.detecting, total=len(run.scenarios))))
    if sums.claims_total:
        counts = ", ".join(
            f"{sums.claims[status]} {say(f'count.{status}', 'en')}"
            for status in CLAIM_STATUSES
            if sums.claims[status] or status != "not-offered"
        )
        closing.append(_labelled("claims", say("closing.claims", "en", counts=counts, total=sums.claims_total)))
        editions = ", ".join(
            say(f"claims.in.{language}", "en", n=count, total=sums.claims_total)
            for language, count in sums.proven_in.items()
        )
        closing.append(_labelled("languages", editions or say("closing.none", "en")))
    closing.append(_labelled("report", report or say("files.none", "en")))
    return tuple(visible(" ".join(line.splitlines())) for line in closing)


def _not_offered(found: Sequence[Lack]) -> Iterator[str]:
    for lack in found[:_SHOWN]:
        count = say("claims.scenarios", "en", n=len(lack.scenarios))
        yield f"  {say('count.not-offered', 'en'):12}{lack.reason} ({', '.join(lack.verbs)}; {count})"
    if len(found) > _SHOWN:
        yield f"  {say('more.inReport', 'en', n=len(found) - _SHOWN)}"


def _labelled(label: str, text: str) -> str:
    return f"{say(f'closing.label.{label}', 'en'):11}{text}"
