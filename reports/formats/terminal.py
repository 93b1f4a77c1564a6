"""What a run says at its end on the terminal, as plain lines.

Rule: verdict first, then counts, claims and the way to the report; no colour and no width, those are the caller's.
"""

from __future__ import annotations

from deskproof.reports.record.facts import Run
from deskproof.reports.tally import CLAIM_STATUSES, STATUSES, tally
from deskproof.reports.text.translation import say
from deskproof.reports.text.visible import visible

_SHOWN = 12
"""So many scenarios that did not pass are named; the report has the rest."""


def lines(run: Run, report: str | None) -> tuple[str, ...]:
    """The closing lines for `run`; `report` is the path that leads to its page, None where it has none."""
    sums = tally(run)
    closing = [say(sums.headline.key, "en", **sums.headline.values)]
    closing += [f"  {say(reason.key, 'en', **reason.values)}" for reason in sums.reasons]
    trouble = [one for one in run.scenarios if one.status in ("failed", "broken", "flaky", "quarantined")]
    for one in trouble[:_SHOWN]:
        closing.append(
            f"  {one.status:12}{one.path}:{one.line}  {one.name}{f' [{one.example}]' if one.example else ''}"
        )
        if one.error:
            closing.append(f"  {'':12}{one.error.message.splitlines()[0] if one.error.message else ''}")
    if len(trouble) > _SHOWN:
        closing.append(f"  {say('more.inReport', 'en', n=len(trouble) - _SHOWN)}")
    counts = [
        f"{sums.scenarios[status]} {status}" for status in STATUSES if sums.scenarios[status] or status == "passed"
    ]
    closing.append(f"scenarios  {', '.join(counts)}, in {run.run.duration_ms / 1000:.1f} s")
    if run.scenarios:
        closing.append(f"defects    {say('detection.of', 'en', n=sums.detecting, total=len(run.scenarios))}")
    if sums.claims_total:
        claims = ", ".join(f"{sums.claims[status]} {status}" for status in CLAIM_STATUSES)
        closing.append(f"claims     {claims}, of {sums.claims_total}")
        editions = (
            say(f"claims.in.{language}", "en", n=count, total=sums.claims_total)
            for language, count in sums.proven_in.items()
        )
        closing.append(f"languages  {', '.join(editions) or 'none'}")
    closing.append(f"report     {report or say('files.none', 'en')}")
    return tuple(visible(" ".join(line.splitlines())) for line in closing)
