"""The facts of the run record: what a run, a claim, a scenario and a step are.

Rule: plain values only. Everything is frozen, keyword-only, camelCase in JSON, and the same types serve the writer
(`reports.record`), the loader (`reports.record.loading`) and every output. Times are ISO 8601 in UTC, durations
milliseconds, with fractions.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AliasChoices, Field
from pydantic.dataclasses import dataclass

from deskproof.reports.record.observed import Evidence
from deskproof.reports.record.values import JSON, Milliseconds, Table, Text, Verbatim

SCHEMA = "deskproof/run/1"

StepStatus = Literal["passed", "failed", "broken", "skipped", "not-offered"]
"""failed: the product did not do what the step says. broken: the harness could not decide. skipped: not run.
not-offered: the desktop does not have what the step needs.
"""

ScenarioStatus = Literal["passed", "failed", "broken", "flaky", "skipped", "quarantined", "not-offered"]
ClaimStatus = Literal["proven", "failing", "unproven", "not-offered"]

# ---- the run --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, config=JSON)
class Section:
    """A part of the documented procedure (`A` to `J`), in whose order claims are shown."""

    key: str
    en: Text
    sv: Text


@dataclass(frozen=True, kw_only=True, config=JSON)
class ClaimInfo:
    """One claim of the catalogue: its sentence in English and Swedish, and where that is written.

    `kind` is `explicit`, `implied`, `advice` or `definition`; a definition cannot be proven and is not counted. `must`
    says that a release requires it to be proven.
    """

    id: str
    en: Text
    sv: Text
    kind: Text = "explicit"
    must: bool = True
    source: Text = ""
    section: Section | None = None


@dataclass(frozen=True, kw_only=True, config=JSON)
class Browser:
    """A browser the run used: `Chromium headless shell`, its version."""

    name: Text
    version: Text


@dataclass(frozen=True, kw_only=True, config=JSON)
class Shard:
    """Which shard of a run this is: 3 of 8. `index` counts from 1."""

    index: Annotated[int, Field(ge=1)]
    total: Annotated[int, Field(ge=1)]


@dataclass(frozen=True, kw_only=True, config=JSON)
class RunInfo:
    """What is known when a run starts. `claims` is the whole catalogue, in the order of the procedure."""

    id: str
    command: Text
    claims: tuple[ClaimInfo, ...] = ()
    commit: Text | None = None
    branch: Text | None = None
    browsers: tuple[Browser, ...] = ()
    versions: dict[str, Text] = Field(default_factory=dict)
    shard: Shard | None = None
    workers: int = 1
    fingerprint: Text | None = None
    """Of the suite as written: equal exactly when its scenarios are."""
    arguments: tuple[Verbatim, ...] = ()
    """The arguments of the run, verbatim, so that it can be resumed with the same ones."""
    adapter: Text | None = None
    """The name of the adapter of the desktop that is tested; None where nobody says."""
    desktop: Text | None = None
    """The address of that desktop, as the project has it."""


# ---- scenarios ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, config=JSON)
class Failure:
    """Why something did not pass: one sentence for everybody, and the traceback or diff for developers.

    `unasked` says that the product did something that no step checks: an error on the console, a page that breaks an
    accessibility rule.
    """

    message: Text
    details: Text = ""
    unasked: bool = False


@dataclass(frozen=True, kw_only=True, config=JSON)
class NotOfferedVerb:
    """What a scenario needs and the desktop does not have: a verb of the screens (`station.shows_teams`), and the
    adapter's sentence why.
    """

    verb: Text
    reason: Text


@dataclass(frozen=True, kw_only=True, config=JSON)
class PlannedStep:
    """A step as the feature file has it."""

    keyword: Text
    text: Text
    table: Table = ()
    docstring: Text | None = None


@dataclass(frozen=True, kw_only=True, config=JSON)
class Step:
    """A step that ran, or that was left out (`skipped`) because one before it did not pass or was not offered."""

    keyword: Text
    text: Text
    status: StepStatus
    duration_ms: Milliseconds = 0
    evidence: Evidence | None = None
    error: Failure | None = None
    table: Table = ()
    docstring: Text | None = None


@dataclass(frozen=True, kw_only=True, config=JSON)
class DetectedDefect:
    """The planted defect on which a scenario failed: its name, what the product does with it, and the number of the
    step that detected it, from 0.
    """

    defect: Text
    en: Text
    sv: Text
    step: Annotated[int, Field(ge=0)]


@dataclass(frozen=True, kw_only=True, config=JSON)
class Scenario:
    """A scenario as the feature file has it.

    `id` comes from `scenario_id`; `path` is relative to the project; `language` is `en` or `sv`. `detection` is None
    where the scenario, as it is written now, has not detected any defect; older records call it `seenToFail`.
    """

    id: str
    feature: Text
    rule: Text | None
    name: Text
    language: str
    tags: tuple[Text, ...] = ()
    claims: tuple[str, ...] = ()
    path: Text = ""
    line: int = 0
    example: Text | None = None
    steps: tuple[PlannedStep, ...] = ()
    quarantined: bool = False
    detection: DetectedDefect | None = Field(default=None, validation_alias=AliasChoices("detection", "seenToFail"))


@dataclass(frozen=True, kw_only=True, config=JSON)
class Attempt:
    """One attempt at a scenario. `steps` is None for the deciding (last) attempt: its steps are the scenario's own.

    `cut_short` says that the run was cut short during it: it says nothing about the scenario. `not_offered` is what the
    desktop does not have, where that ended the attempt.
    """

    number: int
    status: StepStatus
    started_at: str
    duration_ms: Milliseconds
    worker: str
    error: Failure | None = None
    trace: str | None = None
    steps: tuple[Step, ...] | None = None
    cut_short: bool = False
    not_offered: NotOfferedVerb | None = None


@dataclass(frozen=True, kw_only=True, config=JSON)
class ScenarioResult:
    """The result of a scenario over all its attempts.

    `duration_ms`, `error`, `steps` and `not_offered` are those of the deciding attempt.
    """

    id: str
    feature: Text
    rule: Text | None
    name: Text
    example: Text | None
    language: str
    tags: tuple[Text, ...]
    claims: tuple[str, ...]
    path: Text
    line: int
    status: ScenarioStatus
    quarantined: bool
    duration_ms: Milliseconds
    error: Failure | None
    steps: tuple[Step, ...]
    attempts: tuple[Attempt, ...]
    detection: DetectedDefect | None = None
    not_offered: NotOfferedVerb | None = None

    @property
    def why(self) -> str | None:
        """One sentence on why it did not pass; None where there is none."""
        if self.not_offered is not None:
            return self.not_offered.reason
        return self.error.message if self.error else None


@dataclass(frozen=True, kw_only=True, config=JSON)
class ClaimResult:
    """A claim and what the run says about it.

    `scenarios` are the ids of the scenarios tagged with it, `proven_in` the languages (`en`, `sv`) in which there are
    such scenarios and all of them passed.
    """

    id: str
    en: Text
    sv: Text
    kind: Text
    must: bool
    source: Text
    section: Section | None
    status: ClaimStatus
    scenarios: tuple[str, ...]
    proven_in: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, config=JSON)
class RunFacts:
    """The run itself.

    `ending` is `complete`, `interrupted` or another reason the controller gave, or `cut short` where it gave none.
    `planned` counts the selected scenarios (None when the run ended before that was known); `not_run`
    are the ids of those that never started.
    """

    id: str
    started_at: str
    finished_at: str
    duration_ms: Milliseconds
    ending: Text
    command: Text
    commit: Text | None
    branch: Text | None
    browsers: tuple[Browser, ...]
    versions: dict[str, Text]
    shard: Shard | None
    workers: int
    planned: int | None
    not_run: tuple[str, ...]
    suite: int | None = None
    """The number of scenarios in the suite; None in records that do not say."""
    chosen: int | None = None
    """Of a shard: how many scenarios all shards together were to run."""
    fingerprint: Text | None = None
    """Of the suite as it was written."""
    split: Text | None = None
    """Of a shard: the fingerprint of the split into shards."""
    arguments: tuple[Verbatim, ...] = ()
    adapter: Text | None = None
    """The name of the adapter of the desktop that was tested."""
    desktop: Text | None = None
    """The address of that desktop."""
    parts: int = 1
    """1, and one more for each time that the run was resumed; of all its shards where it is merged."""
    shards: int | None = None
    """Of how many shards this was merged; None where it was not."""


@dataclass(frozen=True, kw_only=True, config=JSON)
class Damage:
    """A place in the record that could not be read."""

    file: str
    line: int
    reason: Text


@dataclass(frozen=True, kw_only=True, config=JSON)
class Run:
    """The record of a run: the content of `run.json`."""

    schema: str
    run: RunFacts
    claims: tuple[ClaimResult, ...]
    scenarios: tuple[ScenarioResult, ...]
    damage: tuple[Damage, ...]
