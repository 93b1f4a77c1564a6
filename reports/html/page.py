"""Puts the page together: what the template needs, worked out beforehand, and the page's own Content-Security-Policy.

Rule: the template draws and decides nothing; a figure on the page comes from `reports.tally`.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from itertools import groupby
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reports.evidence import write_whole
from reports.facts import ClaimResult, Evidence, Run, ScenarioResult, Section, Step
from reports.html import changes, pictures
from reports.past import Past
from reports.tally import CLAIM_STATUSES, STATUSES, counted, tally
from reports.words import WORDS, say

NAME = "report.html"
CLIP = 3000
"""Characters of a body or of data that the page shows; `run.json` has all."""

_TROUBLE = {"failed": 0, "broken": 1, "quarantined": 2, "flaky": 3, "skipped": 4, "passed": 5}
_OTHER = Section(key="", en=WORDS["claims.other"][0], sv=WORDS["claims.other"][1])


@dataclass(frozen=True, kw_only=True)
class Group:
    """The claims of one section of the procedure."""

    section: Section
    claims: tuple[ClaimResult, ...]
    proven: int
    total: int


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """A claim that is failing with the scenarios that say so; or such a scenario that has no claim."""

    claim: ClaimResult | None
    scenarios: tuple[ScenarioResult, ...]


def write(run: Run, run_folder: Path, past: Past | None = None) -> Path:
    """Write `report.html`, with `past` as what the run is looked at against; returns its path."""
    target = run_folder / NAME
    shown = pictures.shown(run_folder, pictures.paths(run))
    write_whole(target, render(run, shown, past).encode("utf-8", "replace"))
    return target


def render(run: Run, shown: Mapping[str, pictures.Shown], past: Past | None = None) -> str:
    """The whole page, with `shown` as the pictures it holds."""
    past = past or Past()
    environment = Environment(
        loader=PackageLoader("reports.html", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        duration=duration,
        instant=instant,
        clip=clip,
        weight=lambda status: _TROUBLE[status],
        place=place,
        by_rule=rules,
    )
    environment.globals.update(t=both, say=say, clipped=lambda text: max(0, len(text) - CLIP), things=things)
    style, script = (_source(name) for name in ("report.css", "report.js"))
    return environment.get_template("report.html.jinja").render(
        run=run,
        sums=tally(run),
        trouble=trouble(run),
        groups=groups(run.claims),
        scenarios={one.id: one for one in run.scenarios},
        features=features(run.scenarios),
        languages=sorted({one.language for one in run.scenarios}),
        statuses=STATUSES,
        claim_statuses=CLAIM_STATUSES,
        claim_status={claim.id: claim.status for claim in run.claims},
        found=searched,
        shown=shown,
        past=past,
        changed=changes.kinds(past.changes, run.claims) if past.changes else (),
        trend=changes.bars(past.trend),
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        policy=(
            f"default-src 'none'; img-src data:; style-src {_hash(style)}; script-src {_hash(script)}; "
            "base-uri 'none'; form-action 'none'"
        ),
    )


def groups(claims: tuple[ClaimResult, ...]) -> tuple[Group, ...]:
    """The claims by section, both in the catalogue's order."""
    parts = groupby(claims, key=lambda claim: claim.section or _OTHER)
    return tuple(
        Group(
            section=section,
            claims=members,
            proven=sum(one.status == "proven" for one in counted(members)),
            total=len(counted(members)),
        )
        for section, members in ((section, tuple(part)) for section, part in parts)
    )


def trouble(run: Run) -> tuple[Trouble, ...]:
    """What went wrong, by failing claim in the order of the procedure, then what belongs to no claim."""
    wrong = {one.id: one for one in run.scenarios if one.status in ("failed", "broken")}
    failing = tuple(claim for claim in run.claims if claim.status == "failing")
    claimed = {id for claim in failing for id in claim.scenarios}
    by_claim = [
        Trouble(claim=one, scenarios=tuple(wrong[id] for id in one.scenarios if id in wrong)) for one in failing
    ]
    loose = [Trouble(claim=None, scenarios=(one,)) for one in wrong.values() if one.id not in claimed]
    return (*by_claim, *loose)


def features(scenarios: tuple[ScenarioResult, ...]) -> tuple[tuple[str, tuple[ScenarioResult, ...]], ...]:
    """The scenarios by feature file, in the order in which the files come."""
    return tuple((path, tuple(part)) for path, part in groupby(scenarios, key=lambda one: one.path))


def rules(scenarios: tuple[ScenarioResult, ...]) -> tuple[tuple[str | None, tuple[ScenarioResult, ...]], ...]:
    """The scenarios of a feature by rule, in the order in which the rules come."""
    return tuple((rule, tuple(part)) for rule, part in groupby(scenarios, key=lambda one: one.rule))


def searched(scenario: ScenarioResult) -> str:
    """What the search looks through for a scenario, in lower case."""
    parts = [scenario.name, scenario.feature, scenario.rule or "", scenario.example or "", scenario.path]
    parts += [*scenario.claims, *scenario.tags, *(step.text for step in scenario.steps)]
    if scenario.error:
        parts.append(scenario.error.message)
    return " ".join(parts).lower()


def things(step: Step) -> tuple[tuple[str, int], ...]:
    """What is kept of a step beside its pictures: the key of its words, and how many lines."""
    kept = step.evidence or Evidence()
    found = (
        ("console", len(kept.console)),
        ("accessibility", len(kept.accessibility or ())),
        ("traffic", len(kept.traffic)),
        ("journal", len(kept.journal)),
    )
    return tuple((key, count) for key, count in found if count)


def both(key: str, **values: object) -> Markup:
    """The words for `key` in both languages; the page shows the one that is chosen."""
    english, swedish = say(key, "en", **values), say(key, "sv", **values)
    if english == swedish:
        return Markup("{}").format(english)
    return Markup('<span class="en" lang="en">{}</span><span class="sv" lang="sv">{}</span>').format(english, swedish)


def duration(milliseconds: float) -> str:
    """A time span for people: `40 ms`, `1.2 s`, `3 min 5 s`."""
    if milliseconds < 1000:
        return f"{milliseconds:.0f} ms"
    if milliseconds < 60_000:
        return f"{milliseconds / 1000:.1f} s"
    minutes, seconds = divmod(round(milliseconds / 1000), 60)
    return f"{minutes} min {seconds} s"


def instant(iso: str) -> str:
    """`2026-01-15T09:00:00.123Z` as `2026-01-15 09:00:00 UTC`; anything else as it is."""
    return f"{iso[:10]} {iso[11:19]} UTC" if len(iso) >= 20 and iso[10] == "T" else iso


def place(url: str) -> str:
    """An address without its scheme and tenant, which every line of a scenario shares: `id · /authorize?…`."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").split(".")
    except ValueError:  # not an address; a page may ask for anything
        return url
    if not parts.netloc:
        return url
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return f"{host[0]} · {path}" if len(host) > 2 and not host[0].isdigit() else path


def clip(text: str) -> str:
    """At most `CLIP` characters of a long text."""
    return text[:CLIP]


def _source(name: str) -> str:
    return resources.files("reports.html").joinpath(name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"
