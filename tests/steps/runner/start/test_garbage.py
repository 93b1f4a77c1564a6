"""When Python's garbage collector works during a run."""

import gc
from collections.abc import Iterator

import pytest

from deskproof.steps.runner.start.garbage import GarbageCollector
from tests.steps.conftest import WriteFeatures
from tests.steps.runner.tiny import CONFTEST, ENGLISH, FEATURE, SWEDISH, run_pytest

SAYS = """
import gc


def pytest_collection_finish(session):
    session.config.garbage = [f"collected: {gc.isenabled()}"]


def pytest_runtest_setup(item):
    item.config.garbage.append(f"first scenario: {gc.isenabled()}, frozen: {gc.get_freeze_count() > 0}")


def pytest_terminal_summary(terminalreporter, config):
    terminalreporter.write_line(" | ".join(config.garbage[:2]))
"""


def test_it_rests_until_the_first_scenario_and_leaves_out_what_is_loaded(write_features: WriteFeatures) -> None:
    features = write_features(conftest=CONFTEST + SAYS, a=FEATURE, b=ENGLISH, **{"sv/b": SWEDISH})
    done = run_pytest(features.parent, "--run-folder", "run")
    assert "collected: False | first scenario: True, frozen: True" in done.stdout, done.stdout + done.stderr


@pytest.fixture
def collector() -> Iterator[GarbageCollector]:
    yield GarbageCollector()
    gc.enable()


def test_it_works_again_after_a_run_that_never_began(collector: GarbageCollector) -> None:
    assert not gc.isenabled()
    collector.pytest_unconfigure()
    assert gc.isenabled()
