"""What a run is asked to do: one request, which the command line fills and the plugin reads.

Rule: each field is one option, written here and nowhere else (`options` derives the rest). A field has at most two
names, because pytest has a `-k`, a `--trace` and a `--last-failed` of its own. The request travels as pytest's
arguments, so that workers, the record and a resumed run have it too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import click

from deskproof.steps.project.project import PACKS
from deskproof.steps.selection import options
from deskproof.steps.selection.option_types import Location, Milliseconds, ShardText, Text, Workers
from deskproof.steps.selection.options import option

_PLUGIN = "deskproof.steps.runner.plugin"
_WITHOUT = ("deskproof", "faker", "hypothesispytest", "randomly", "respx", "schemathesis")
"""Plugins that no scenario uses, or that take long to import. Those that read a project's configuration are left in.
`deskproof` is that of plain pytest: a scenario has a tenant of its own, which its evidence is of.
"""
_PYTEST = (
    "-p", _PLUGIN, *(word for name in _WITHOUT for word in ("-p", f"no:{name}")),
    "-W", "ignore::pytest.PytestAssertRewriteWarning",
)  # fmt: skip
"""pytest's arguments for every run of scenarios. pytest starts in a process that has imported some of its plugins
already, and warns that their asserts are not rewritten; nothing else is affected.
"""


@dataclass(frozen=True, kw_only=True)
class Selection:
    """Which scenarios run: those that fit every field that is given. Without any, all."""

    places: tuple[str, ...] = option(
        (),
        pytest="--place",
        metavar="FILE[:LINE]",
        type=Text(),
        help="Take only this feature file, or the scenario at this line; may be given again.",
    )
    words: str | None = option(
        None,
        "-k",
        pytest="--named",
        metavar="WORDS",
        type=Text(),
        resumable=False,
        help="Take only scenarios with these words in their names; and, or, not.",
    )
    tags: str | None = option(
        None,
        "--tags",
        pytest="--tags",
        metavar="TAGS",
        type=Text(),
        resumable=False,
        help="Take only scenarios with these tags: '@AD-028 or @AD-029'.",
    )
    last_failed: bool = option(
        False,
        "--last-failed",
        resumable=False,
        help="Take only what did not pass in the last run, or never started in it.",
    )
    unsettled_in: Path | None = option(
        None,
        pytest="--unsettled-in",
        metavar="RUN",
        type=Location(),
        help="Take only what did not pass in this run, or never started in it.",
    )
    changed_since: str | None = option(
        None,
        "--changed-since",
        pytest="--changed-since",
        metavar="REV",
        type=Text(),
        resumable=False,
        help="Take only scenarios whose text has changed since this git revision; all, when code has.",
    )
    impacted_since: str | None = option(
        None,
        "--impacted-since",
        pytest="--impacted-since",
        metavar="REV",
        type=Text(),
        resumable=False,
        help="Take only scenarios that the changes since this git revision can reach, by a recorded map.",
    )
    impact_map: Path | None = option(
        None,
        "--impact-map",
        pytest="--impact-map",
        metavar="FILE",
        type=Location(dir_okay=False),
        resumable=False,
        help="The map for --impacted-since.  [default: that of the newest run that recorded one]",
    )
    shard: str | None = option(
        None,
        "--shard",
        pytest="--shard",
        metavar="INDEX/TOTAL",
        type=ShardText(),
        resumable=False,
        help="Take only this part of the run, such as 3/8; merge the parts after.",
    )


@dataclass(frozen=True, kw_only=True)
class RunRequest:
    """Which scenarios run, and how."""

    selection: Selection = field(default_factory=Selection)
    pack: str | None = option(
        None,
        "--pack",
        pytest="--pack",
        metavar="|".join(PACKS),
        type=click.Choice(tuple(PACKS)),
        help="Run the scenarios of a pack that is shipped, not those of the project.",
    )
    watch: bool = option(
        False, "--watch", resumable=False, help="Keep running: run what was changed each time a file is saved."
    )
    workers: str = option(
        "auto",
        "-n",
        "--workers",
        metavar="N|auto",
        type=Workers(),
        help="How many run at the same time; 0 runs in this process.",
    )
    retries: int = option(
        0,
        "--retries",
        pytest="--retries",
        metavar="N",
        type=click.IntRange(min=0),
        help="Try what does not pass again, up to N times; what passes then is flaky, which fails the run too.",
    )
    scenario_seconds: int = option(
        180,
        "--scenario-seconds",
        pytest="--scenario-seconds",
        metavar="N",
        type=click.IntRange(min=1),
        help="How long a scenario may take; one that takes longer is broken, and the process that runs it ends.",
    )
    trace: bool = option(
        False,
        "--trace",
        pytest="--trace-all",
        help="Save a Playwright trace of what does not pass, also of the first attempt.",
    )
    pictures: str = option(
        "all",
        "--pictures",
        pytest="--pictures",
        metavar="all|failed",
        type=click.Choice(("all", "failed")),
        help="Take a picture after every When and Then, or only where a step fails.",
    )
    snapshots: str = option(
        "pages",
        "--snapshots",
        pytest="--snapshots",
        metavar="pages|all|update|add|off",
        type=click.Choice(("pages", "all", "update", "add", "off")),
        help="Compare pages, or pages and messages, with the snapshots; or save what there is now, instead or beside.",
    )
    record_impact: bool = option(
        False,
        "--record-impact",
        pytest="--record-impact",
        help="Also record what each scenario runs of the code, for --impacted-since.",
    )
    browser: str = option(
        "shell",
        "--browser",
        metavar="shell|full|PATH",
        type=Text(),
        help="The quick headless shell, a full browser for every scenario, or this executable.",
    )
    full_browser: bool = option(
        False,
        pytest="--full-browser",
        help="Run every scenario in a full browser, not in the quicker headless shell.",
    )
    headed: bool = option(
        False,
        "--headed",
        pytest="--headed",
        help="Show the browser on the screen, one scenario after the other.",
    )
    slow: float = option(
        0,
        "--slow",
        pytest="--slow",
        metavar="MS",
        type=Milliseconds(),
        help="With --headed: let each action take so many milliseconds longer.",
    )
    pause_on_failure: bool = option(
        False,
        "--pause-on-failure",
        help="With --headed: stop where a scenario fails, its browser open, until Enter is pressed.",
    )
    browser_url: str | None = option(
        None,
        "--browser-url",
        pytest="--browser-url",
        metavar="URL",
        help="Use a remote browser: a Playwright server (ws://) or CDP (http://).",
    )
    browser_url_kind: str | None = option(
        None,
        "--browser-url-kind",
        pytest="--browser-url-kind",
        metavar="playwright|cdp",
        type=click.Choice(("playwright", "cdp")),
        help="The protocol at --browser-url, where the address does not show it.",
    )
    port: int = option(
        0,
        "--port",
        pytest="--simulator-port",
        metavar="N",
        type=click.IntRange(0, 65535),
        help="The port of the simulator, for a remote browser with a tunnel to it.  [default: a free port]",
    )
    history: Path | None = option(
        None,
        "--history",
        metavar="FILE",
        type=Location(dir_okay=False),
        help="The history of runs; shards are dealt out by its durations.  [default: that of the project, or in --out]",
    )
    dealt_by: Path | None = option(
        None,
        pytest="--dealt-by",
        metavar="FILE",
        type=Location(dir_okay=False),
        help="The history by whose durations shards are dealt out; by default that of the project.",
    )
    resume: str | None = option(
        None,
        "--resume",
        metavar="[RUN]",
        if_alone="",
        help="Continue a run that was cut short (by default the latest): run only the rest, into the same record.",
    )
    resumed: bool = option(
        False,
        pytest="--resume",
        recorded=False,
        help="Continue the run in --run-folder, which was cut short.",
    )
    out: Path | None = option(
        None,
        "--out",
        metavar="DIR",
        type=Location(file_okay=False),
        help="Where runs go.  [default: out of deskproof.toml]",
    )
    run_folder: Path | None = option(
        None,
        pytest="--run-folder",
        metavar="DIR",
        type=Location(file_okay=False),
        recorded=False,
        help="Where the record of the run goes; by default a new folder below those of the project.",
    )
    allure: bool = option(False, "--allure", help="Also make allure-results/ in the run's folder, which Allure reads.")
    check_only: bool = option(
        False,
        "--check-only",
        pytest="--check-only",
        resumable=False,
        help="Only check that features and step definitions bind.",
    )
    defects: Path | None = option(
        None,
        pytest="--defects",
        metavar="FILE",
        type=Location(dir_okay=False),
        help="Take only the scenarios of this plan, each against the defect that it names there.",
    )
    trials: Path | None = option(
        None,
        pytest="--trials",
        metavar="FILE",
        type=Location(dir_okay=False),
        help="Try the derived defects of this file, each with its scenarios until one detects it.",
    )

    @property
    def number_of_workers(self) -> str:
        """What pytest-xdist takes as a number of workers; what is shown on a screen runs in one process."""
        return "0" if self.headed else self.workers

    def pytest_arguments(self, features: Path) -> list[str]:
        """pytest's arguments for a run of the features folder, in the project of the current folder."""
        spread = [] if self.check_only else ["-n", self.number_of_workers, "--dist", "worksteal"]
        return [str(features), "--rootdir", str(Path.cwd()), *_PYTEST, *spread, *options.arguments(self)]
