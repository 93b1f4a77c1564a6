"""Renders the page: the values for the template, and the page's own Content-Security-Policy.

Rule: the template renders and decides nothing; every figure on the page comes from `reports.tally`. The details of a
scenario are rendered here, with everything from outside escaped, and are in the page compressed until they are opened.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from deskproof.reports.baseline.compare import SLOWER_FACTOR, SLOWER_MILLISECONDS
from deskproof.reports.baseline.image_diff import LEVELS, PIXELS
from deskproof.reports.baseline.past import Past
from deskproof.reports.derived import DerivedCheck, Named
from deskproof.reports.gate.saved import Evaluation
from deskproof.reports.html import changes, pictures, sidebyside
from deskproof.reports.html.forms import CLIP, clip, duration, instant, linkable, place
from deskproof.reports.html.opening import opening
from deskproof.reports.html.pictures import Shown
from deskproof.reports.html.review import NO_REQUESTS, OWN_SERVER, Review
from deskproof.reports.html.sidebyside import Pair, Place
from deskproof.reports.record.facts import ClaimResult, Run, ScenarioResult, Section, Step
from deskproof.reports.record.observed import Evidence
from deskproof.reports.tally import CLAIM_STATUSES, STATUSES, Lack, counted, lacks, tally
from deskproof.reports.text.translation import say
from deskproof.reports.text.visible import visible

NAME = "report.html"
STYLES = ("report.css", "derived.css", "review.css")
SCRIPTS = ("report.js", "review.js")

_TROUBLE = {"failed": 0, "broken": 1, "quarantined": 2, "flaky": 3, "skipped": 4, "not-offered": 5, "passed": 6}
_OTHER = Section(key="", en=say("claims.other", "en"), sv=say("claims.other", "sv"))


@dataclass(frozen=True, kw_only=True)
class Group:
    """The claims of one section of the procedure."""

    section: Section
    claims: tuple[ClaimResult, ...]
    proven: int
    not_offered: int
    total: int


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of the product: its named defects, and how many derived ones scenarios and tests noticed."""

    part: str
    named: Named | None
    total: int
    scenarios: int
    tests: int


@dataclass(frozen=True, kw_only=True)
class ProblemGroup:
    """A failing claim with the scenarios that failed or broke; or such a scenario without a claim."""

    claim: ClaimResult | None
    scenarios: tuple[ScenarioResult, ...]


def document(
    run: Run,
    run_folder: Path,
    past: Past | None = None,
    evaluation: Evaluation | None = None,
    review: Review | None = None,
    derived: DerivedCheck | None = None,
) -> str:
    """The page of `run`, whose pictures are in `run_folder`.

    `past` is what the run is compared with, `evaluation` the gate's verdict if there is one, `review` the state
    of the review if there is one, `derived` the check with derived defects if there is one.
    """
    past = past or Past()
    shown = pictures.shown(run_folder, pictures.paths(run))
    return render(run, shown, past, evaluation, sidebyside.pairs(run, run_folder, past), review, derived)


def render(
    run: Run,
    shown: Mapping[str, Shown],
    past: Past | None = None,
    evaluation: Evaluation | None = None,
    pairs: Mapping[Place, Pair] = MappingProxyType({}),
    review: Review | None = None,
    derived: DerivedCheck | None = None,
) -> str:
    """The whole page, with the pictures `shown`, and with `pairs`: those beside pictures of the baseline run."""
    past = past or Past()
    sums = tally(run)
    environment = Environment(
        loader=PackageLoader("deskproof.reports.html", "."),
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
        packed=packed,
        linkable=linkable,
    )
    environment.globals.update(t=both, say=say, clipped=lambda text: max(0, len(text) - CLIP), things=things)
    page = environment.get_template("report.html.jinja").render(
        run=run,
        sums=sums,
        opening=opening(run, sums, evaluation.verdict if evaluation else None),
        evaluation=evaluation,
        problems=problems(run),
        groups=groups(run.claims),
        scenarios={scenario.id: scenario for scenario in run.scenarios},
        undetecting=undetecting(run),
        lacking=lacking(run),
        features=features(run.scenarios),
        languages=sorted({scenario.language for scenario in run.scenarios}),
        statuses=STATUSES,
        claim_statuses=CLAIM_STATUSES,
        claim_status={claim.id: claim.status for claim in run.claims},
        found=searched,
        shown=shown,
        distinct=_distinct(shown, pairs),
        pairs=pairs,
        past=past,
        changed_of=defaultdict(tuple, changes.of_scenarios(past.changes)) if past.changes else defaultdict(tuple),
        changes_of=changes.in_detail(past.changes) if past.changes else {},
        kinds_present=tuple(kind for kind in changes.KINDS if past.changes and getattr(past.changes, kind)),
        how={"factor": SLOWER_FACTOR, "seconds": SLOWER_MILLISECONDS / 1000, "pixels": PIXELS, "levels": LEVELS},
        changed=changes.kinds(past.changes, run.claims) if past.changes else (),
        trend=changes.bars(past.trend),
        review=review,
        derived=derived,
        parts=parts(derived) if derived else (),
        detecting=detecting(run, derived),
        styles=[Markup(_source(name)) for name in STYLES],  # noqa: S704 - our own files
        scripts=[Markup(_source(name)) for name in SCRIPTS],  # noqa: S704 - our own files
        policy=policy(),
    )
    return visible(page)


def policy() -> str:
    """The page's Content-Security-Policy: its own styles and scripts by their hashes, and no requests."""
    styles, scripts = (" ".join(_hash(_source(name)) for name in names) for names in (STYLES, SCRIPTS))
    return (
        f"default-src 'none'; connect-src 'none'; img-src data:; style-src {styles}; script-src {scripts}; "
        "base-uri 'none'; form-action 'none'"
    )


def live_policy() -> str:
    """The policy of the page during a review: it may send requests to its own server."""
    return policy().replace(NO_REQUESTS, OWN_SERVER)


def parts(derived: DerivedCheck) -> tuple[Part, ...]:
    """The parts of the product, in which most is unnoticed first."""
    named = {one.part: one for one in derived.named}
    found = []
    for part in sorted({defect.part for defect in derived.defects} | set(named)):
        words = [defect.word for defect in derived.defects if defect.part == part and defect.word != "void"]
        found.append(
            Part(
                part=part,
                named=named.get(part),
                total=len(words),
                scenarios=words.count("detected") + words.count("differed"),
                tests=words.count("tested"),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.scenarios + one.tests - one.total, one.part)))


def detecting(run: Run, derived: DerivedCheck | None) -> Mapping[str, int]:
    """How many derived defects the scenarios of each claim have detected."""
    by = Counter(defect.scenario for defect in (derived.of("detected", "differed") if derived else ()))
    return {claim.id: sum(by[id_] for id_ in claim.scenarios) for claim in run.claims}


def groups(claims: tuple[ClaimResult, ...]) -> tuple[Group, ...]:
    """The claims by section, both in the catalogue's order."""
    parts = groupby(claims, key=lambda claim: claim.section or _OTHER)
    return tuple(
        Group(
            section=section,
            claims=members,
            proven=sum(claim.status == "proven" for claim in counted(members)),
            not_offered=sum(claim.status == "not-offered" for claim in counted(members)),
            total=len(counted(members)),
        )
        for section, members in ((section, tuple(part)) for section, part in parts)
    )


def undetecting(run: Run) -> Mapping[str, int]:
    """How many scenarios of each claim have not detected any defect."""
    never = {scenario.id for scenario in run.scenarios if scenario.detection is None}
    return {claim.id: sum(id in never for id in claim.scenarios) for claim in run.claims}


def lacking(run: Run) -> Mapping[str, tuple[Lack, ...]]:
    """Why scenarios of each claim are not offered."""
    by_id = {scenario.id: scenario for scenario in run.scenarios}
    return {claim.id: lacks(by_id[id] for id in claim.scenarios) for claim in run.claims}


def problems(run: Run) -> tuple[ProblemGroup, ...]:
    """What went wrong, by failing claim in the order of the procedure, then what belongs to no claim."""
    wrong = {scenario.id: scenario for scenario in run.scenarios if scenario.status in ("failed", "broken")}
    failing = tuple(claim for claim in run.claims if claim.status == "failing")
    claimed = {id for claim in failing for id in claim.scenarios}
    by_claim = [
        ProblemGroup(claim=claim, scenarios=tuple(wrong[id] for id in claim.scenarios if id in wrong))
        for claim in failing
    ]
    loose = [
        ProblemGroup(claim=None, scenarios=(scenario,)) for scenario in wrong.values() if scenario.id not in claimed
    ]
    return (*by_claim, *loose)


def features(scenarios: tuple[ScenarioResult, ...]) -> tuple[tuple[str, tuple[ScenarioResult, ...]], ...]:
    """The scenarios by feature file, in the order in which the files come."""
    return tuple((path, tuple(part)) for path, part in groupby(scenarios, key=lambda scenario: scenario.path))


def rules(scenarios: tuple[ScenarioResult, ...]) -> tuple[tuple[str | None, tuple[ScenarioResult, ...]], ...]:
    """The scenarios of a feature by rule, in the order in which the rules come."""
    return tuple((rule, tuple(part)) for rule, part in groupby(scenarios, key=lambda scenario: scenario.rule))


def searched(scenario: ScenarioResult) -> str:
    """The text of a scenario that the search looks through, in lower case."""
    parts = [scenario.name, scenario.feature, scenario.rule or "", scenario.example or "", scenario.path]
    parts += [*scenario.claims, *scenario.tags, *(step.text for step in scenario.steps)]
    if scenario.why:
        parts.append(scenario.why)
    return " ".join(parts).lower()


def packed(markup: str) -> str:
    """Our own markup as it is in the page until it is opened: gzip, in base64."""
    return base64.b64encode(gzip.compress(visible(str(markup)).encode(), mtime=0)).decode()


def things(step: Step) -> tuple[tuple[str, int], ...]:
    """The evidence of a step beside its pictures: the key of its text, and the number of lines."""
    saved = step.evidence or Evidence()
    found = (
        ("console", len(saved.console)),
        ("accessibility", len(saved.accessibility or ())),
        ("traffic", len(saved.traffic)),
        ("journal", len(saved.journal)),
    )
    return tuple((key, count) for key, count in found if count)


@lru_cache(maxsize=2048)
def both(key: str, **values: Hashable) -> Markup:
    """The text for `key` in both languages; the page shows the chosen one."""
    english, swedish = say(key, "en", **values), say(key, "sv", **values)
    if english == swedish:
        return Markup("{}").format(english)
    return Markup('<span class="en" lang="en">{}</span><span class="sv" lang="sv">{}</span>').format(english, swedish)


def _distinct(shown: Mapping[str, Shown], pairs: Mapping[Place, Pair]) -> tuple[Shown, ...]:
    """Every picture that the page holds, each once."""
    beside = (picture for pair in pairs.values() for picture in (pair.before, pair.difference) if picture)
    return tuple({picture.key: picture for picture in (*shown.values(), *beside)}.values())


def _source(name: str) -> str:
    return resources.files("deskproof.reports.html").joinpath(name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"
