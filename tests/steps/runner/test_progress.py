"""What people see while a run goes on."""

from io import StringIO
from pathlib import Path

import pytest

from deskproof.steps.runner.progress import LOG, Ticker
from deskproof.steps.runner.session import OUTCOME
from deskproof.steps.terminal import Console


def report(when: str, **outcome: object) -> pytest.TestReport:
    properties = (
        [(OUTCOME, {"path": "features/a.feature", "line": 3, "reason": "", "ms": 1234.0, **outcome})] if outcome else []
    )
    return pytest.TestReport(
        nodeid="features/test_scenarios.py::test_a",
        location=("", None, ""),
        keywords={},
        outcome="passed",
        longrepr="worker 'gw0' crashed",
        when=when,  # type: ignore[arg-type]
        user_properties=properties,
    )


@pytest.fixture
def screen() -> StringIO:
    return StringIO()


@pytest.fixture
def ticker(screen: StringIO, tmp_path: Path) -> Ticker:
    return Ticker(Console(file=screen, width=80), tmp_path)


def test_elsewhere_than_on_a_terminal_each_scenario_is_a_line(ticker: Ticker, screen: StringIO) -> None:
    ticker.pytest_xdist_node_collection_finished(["a", "b"])
    ticker.pytest_xdist_node_collection_finished(["a", "b"])
    ticker.pytest_runtest_logreport(report("call"))
    ticker.pytest_runtest_logreport(report("teardown", status="passed", name="Good [old]"))
    ticker.pytest_runtest_logreport(report("teardown", status="failed", name="Bad", reason="all is lost"))
    ticker.stop()
    assert screen.getvalue() == (
        "2 scenarios\n   1/2 passed Good [old] (1.2 s)\n   2/2 failed Bad features/a.feature:3\n     all is lost\n"
    )


def test_what_is_not_offered_is_a_line_with_the_reason_and_none_on_a_terminal(tmp_path: Path) -> None:
    for terminal in (False, True):
        screen = StringIO()
        ticker = Ticker(Console(file=screen, width=80, force_terminal=terminal, color_system=None), tmp_path)
        ticker.pytest_xdist_node_collection_finished(["a"])
        lacking = report("teardown", status="not-offered", name="Lacking", reason="There are no teams.")
        ticker.pytest_runtest_logreport(lacking)
        shown = screen.getvalue()
        ticker.stop()
        assert ("   1/1 not offered Lacking: There are no teams." in shown) == (not terminal)


def test_a_worker_that_died_is_reported(ticker: Ticker, screen: StringIO) -> None:
    ticker.pytest_runtest_logreport(report("???"))
    ticker.stop()
    assert "broken test_a" in screen.getvalue()
    assert "worker 'gw0' crashed." in screen.getvalue()


def test_a_terminal_has_one_moving_line_and_names_what_did_not_pass(tmp_path: Path) -> None:
    screen = StringIO()
    ticker = Ticker(Console(file=screen, width=80, force_terminal=True, color_system=None), tmp_path)
    ticker.pytest_xdist_node_collection_finished(["a", "b"])
    ticker.pytest_runtest_logreport(report("teardown", status="passed", name="Good"))
    ticker.pytest_runtest_logreport(report("teardown", status="failed", name="Bad", reason="all is lost"))
    ticker.stop()
    assert "failed Bad features/a.feature:3" in screen.getvalue()
    assert "passed Good" not in screen.getvalue()


def test_pytests_own_output_has_a_file(ticker: Ticker, tmp_path: Path) -> None:
    ticker.stop()
    assert (tmp_path / LOG).is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_log_that_takes_no_more_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / LOG).symlink_to("/dev/full")
    ticker = Ticker(Console(file=StringIO(), width=80), tmp_path)
    ticker._log.write("a line that fills what is kept back\n" * 10_000)
    ticker._log.flush()
    ticker.stop()


@pytest.mark.parametrize("terminal", [True, False])
def test_nothing_in_a_name_acts_on_the_terminal(tmp_path: Path, terminal: bool) -> None:
    screen = StringIO()
    ticker = Ticker(Console(file=screen, width=80, force_terminal=terminal, color_system=None), tmp_path)
    ticker.pytest_xdist_node_collection_finished(["a", "b", "c"])
    harm = "\x1b[2J\x1b]0;mine\x07\0\r\x08\x9b\u202e"
    properties = {"name": f"Odd {harm}", "path": f"features/{harm}.feature", "reason": f"seen {harm}"}
    ticker.pytest_runtest_logreport(report("teardown", status="passed", **properties))
    ticker.pytest_runtest_logreport(report("teardown", status="failed", **properties))
    ticker.pytest_runtest_logreport(report("teardown", status="failed", again=True, **properties))
    ticker.say(f"Look at {harm}")
    ticker._log.write(harm)
    ticker.stop()
    shown = screen.getvalue()
    assert "failed Odd ␛[2J␛]0;mine␇␀␍␈\\x9b\\u202e" in shown
    assert "seen ␛" in shown
    assert "Look at ␛" in shown
    assert not set(shown) & set("\x07\0\x08\x9b\u202e")
    assert "\x1b[2J" not in shown
    assert "\x1b]0" not in shown
    assert (tmp_path / LOG).read_text() == "␛[2J␛]0;mine␇␀␍␈\\x9b\\u202e"
