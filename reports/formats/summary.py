"""`summary.md`: the run on one page of Markdown, for a pull request or a CI job's page.

Rule: what comes from outside is escaped, so that it can neither format, nor link, nor mention a user.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from deskproof.reports.formats.failures import sentences
from deskproof.reports.formats.format import Format, Source
from deskproof.reports.record.facts import Run, ScenarioResult
from deskproof.reports.tally import CLAIM_STATUSES, NOT_PASSED, STATUSES, Lack, counted, lacks, tally
from deskproof.reports.text.translation import say
from deskproof.reports.text.visible import visible

_SHOWN = 20
_SIGNS = {"good": "✅", "partial": "🟡", "bad": "❌"}
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|~$:@.-])")


def write(source: Source, target: Path) -> None:
    """Write the page to `target`."""
    target.write_bytes(render(source.run, sentences(source.failed, source.folder)).encode())


FORMAT = Format(name="summary", path="summary.md", write=write)


def render(run: Run, missing: Sequence[str] = ()) -> str:
    """The whole page; `missing` says what of the report could not be written."""
    sums = tally(run)
    lines = [f"## {_SIGNS[sums.level]} {say(sums.headline.key, 'en', **sums.headline.values)}", ""]
    lines += [f"- {say(reason.key, 'en', **reason.values)}" for reason in sums.reasons]
    lines += ["", *_table_head("closing.label.scenarios", STATUSES)]
    lines += [f"| {len(run.scenarios)} | " + " | ".join(str(sums.scenarios[status]) for status in STATUSES) + " |", ""]
    lines += [f"- {say('detection.of', 'en', n=sums.detecting, total=len(run.scenarios))}", ""] if run.scenarios else []
    if sums.claims_total:
        lines += _table_head("closing.label.claims", CLAIM_STATUSES)
        by_status = " | ".join(str(sums.claims[status]) for status in CLAIM_STATUSES)
        lines += [f"| {sums.claims_total} | {by_status} |", ""]
        lines += [
            f"- {say(f'claims.in.{language}', 'en', n=count, total=sums.claims_total)}"
            for language, count in sums.proven_in.items()
        ]
        lines.append("")
    failing = [claim for claim in counted(run.claims) if claim.status == "failing"]
    lines += _part(say("claims.failing", "en"), [f"**{escape(claim.id)}** {escape(claim.en)}" for claim in failing])
    for status in NOT_PASSED:
        lines += _part(
            say(f"status.{status}", "en"), [_line(scenario) for scenario in run.scenarios if scenario.status == status]
        )
    lines += _part(say("status.not-offered", "en"), [_lack(lack) for lack in lacks(run.scenarios)])
    lines += _part(say("fault.title", "en"), [escape(sentence) for sentence in missing])
    facts = [
        f"{run.run.duration_ms / 1000:.1f} s",
        *(f"{browser.name} {browser.version}" for browser in run.run.browsers),
    ]
    if run.run.adapter:
        facts.append(run.run.adapter)
    if run.run.commit:
        facts.append(run.run.commit[:12])
    lines.append(f"<sub>{escape(' · '.join(facts))}</sub>")
    return "\n".join(lines) + "\n"


def _table_head(key: str, statuses: Sequence[str]) -> list[str]:
    titles = (say(key, "en"), *(say(f"count.{status}", "en") for status in statuses))
    return ["| " + " | ".join(titles) + " |", "| --- |" + " ---: |" * len(statuses)]


def _part(title: str, lines: list[str]) -> list[str]:
    if not lines:
        return []
    shown = [f"- {line}" for line in lines[:_SHOWN]]
    more = [f"- {say('more', 'en', n=len(lines) - _SHOWN)}"] if len(lines) > _SHOWN else []
    return [f"### {title}", "", *shown, *more, ""]


def _line(scenario: ScenarioResult) -> str:
    name = f"{scenario.name} [{scenario.example}]" if scenario.example else scenario.name
    why = f": {escape(scenario.error.message)}" if scenario.error else ""
    return f"{escape(name)} ({escape(f'{scenario.path}:{scenario.line}')}){why}"


def _lack(lack: Lack) -> str:
    count = say("claims.scenarios", "en", n=len(lack.scenarios))
    return f"{escape(lack.reason)} ({escape(', '.join(lack.verbs))}; {count})"


def escape(text: str) -> str:
    """`text` on one line, with nothing in it that Markdown or HTML would act on."""
    flat = " ".join(visible(text).split())
    return _MARKDOWN.sub(r"\\\1", flat.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
