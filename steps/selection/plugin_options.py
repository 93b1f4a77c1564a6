"""The options that the plugin of the features adds to pytest's own.

Rule: what `deskproof run` is asked for reaches the run by these alone, so that the record can tell it and a resumed run
can ask for it again.
"""

from __future__ import annotations

import pytest

from deskproof.steps.checkout import HISTORY


def add_options(parser: pytest.Parser) -> None:
    """Add them to pytest's own."""
    group = parser.getgroup("deskproof", "scenarios in a real browser")
    group.addoption(
        "--run-folder", metavar="DIR", help="where the run's record goes; by default a new folder below reports/out"
    )
    group.addoption(
        "--place",
        metavar="FILE[:LINE]",
        action="append",
        default=[],
        help="take only this feature file, or the scenario at this line",
    )
    group.addoption("--tags", metavar="TAGS", help="take only scenarios with these tags: '@AD-028 or @AD-029'")
    group.addoption("--named", metavar="WORDS", help="take only scenarios whose names have these words in them")
    group.addoption(
        "--unsettled-in", metavar="RUN", help="take only what did not pass in this run, or never started in it"
    )
    group.addoption("--changed-since", metavar="REV", help="take only what has changed since this git revision")
    group.addoption("--shard", metavar="INDEX/TOTAL", help="take only this part of the run, such as 3/8")
    group.addoption(
        "--dealt-by", metavar="FILE", help=f"the history by which shards are dealt out; by default {HISTORY}"
    )
    group.addoption("--resume", action="store_true", help="go on with the run in --run-folder, which was cut short")
    group.addoption(
        "--retries",
        metavar="N",
        type=int,
        default=0,
        help="try a scenario that does not pass again, at most so often; one that passes then is flaky",
    )
    group.addoption(
        "--trace-all", action="store_true", help="trace the first attempt of each scenario too, not only repeated ones"
    )
    group.addoption(
        "--slow", metavar="MS", type=float, default=0, help="let each call to the browser take so much longer"
    )
    group.addoption("--browser-url", metavar="URL", default="", help="use the browser at this address")
    group.addoption("--browser-url-kind", choices=("playwright", "cdp"), help="what speaks there, if URL does not tell")
    group.addoption(
        "--simulator-port", metavar="N", type=int, default=0, help="where the simulator listens; by default anywhere"
    )
    group.addoption(
        "--defects", metavar="FILE", help="take only the scenarios of this plan, each against the defect it names there"
    )
    group.addoption("--headed", action="store_true", help="show the browser on the screen")
    group.addoption(
        "--full-browser",
        action="store_true",
        help="run every scenario in a full browser, not in the quicker headless shell",
    )
    group.addoption(
        "--check-only", action="store_true", help="check that features and step definitions bind, run nothing"
    )
