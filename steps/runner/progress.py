"""What people see during a run: a progress bar on a terminal, one line per scenario elsewhere.

Rule: pytest's own output, with tracebacks, goes to `pytest.log` in the run folder, so that the terminal stays readable
and nothing is lost.
"""

from __future__ import annotations

import contextlib
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO, cast

import pytest
from rich.markup import escape as escape_markup
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from deskproof.reports.text.visible import visible
from deskproof.steps.runner.session import OUTCOME
from deskproof.steps.terminal import Console

LOG = "pytest.log"
_NOT_OFFERED = "not offered"
_STYLES = {
    "passed": "green",
    "failed": "bold red",
    "broken": "bold magenta",
    "flaky": "bold yellow",
    "skipped": "yellow",
    _NOT_OFFERED: "cyan",
}


def escape(text: str) -> str:
    """Text without anything that the console reads as markup. Rich drops some control characters before it prints; here
    they are shown.
    """
    return escape_markup(visible(text))


class _Log(io.TextIOBase):
    """A file that is appended to and may be incomplete: a full disk must not end a run through its log."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("a", encoding="utf-8")

    def write(self, text: str) -> int:
        with contextlib.suppress(OSError):
            self._file.write(visible(text))
        return len(text)

    def flush(self) -> None:
        with contextlib.suppress(OSError, ValueError):  # closed already
            self._file.flush()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._file.close()


class Ticker:
    """A pytest plugin for the controller; pytest's own output goes to `folder`."""

    def __init__(self, console: Console, folder: Path) -> None:
        self._console = console
        self._log = _Log(folder / LOG)
        self._counts: Counter[str] = Counter()
        self._total = 0
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self, config: pytest.Config) -> None:
        plugins = config.pluginmanager
        usual = plugins.getplugin("terminalreporter")
        if usual is not None:
            plugins.unregister(usual)
        plugins.register(pytest.TerminalReporter(config, cast(TextIO, self._log)), "terminalreporter")

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, ids: list[str]) -> None:
        self._plan(len(ids))

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        if not session.config.pluginmanager.hasplugin("dsession"):
            self._plan(len(session.items))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when not in ("setup", "call", "teardown"):
            self._report("broken", report.nodeid.partition("::")[2], "", f"{report.longrepr}.", 0)
            return
        for name, outcome in report.user_properties:
            if name == OUTCOME and isinstance(outcome, dict) and outcome.get("again"):
                retried = f"[yellow]{outcome['status']}, tried again[/] {escape(outcome['name'])}"
                self._say(f"     {retried}\n     {escape(outcome['reason'])}")
            elif name == OUTCOME and isinstance(outcome, dict):
                place = f"{outcome['path']}:{outcome['line']}"
                self._report(self._word(outcome), outcome["name"], place, self._reason(outcome), outcome["ms"])

    def pytest_unconfigure(self) -> None:
        self.stop()

    @contextmanager
    def suspended(self) -> Iterator[None]:
        """The progress bar is off the terminal, so that other text can be written."""
        if self._bar is not None:
            self._bar.stop()
        yield
        if self._bar is not None:
            self._bar.start()

    def say(self, text: str) -> None:
        """Print a line."""
        self._say(escape(text))

    def stop(self) -> None:
        """Leave the terminal as it was."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
        self._log.close()

    def _word(self, outcome: Mapping[str, Any]) -> str:
        """The word for a scenario's outcome: its status."""
        return str(outcome["status"]).replace("-", " ")

    def _reason(self, outcome: Mapping[str, Any]) -> str:
        """Why the scenario did not pass; empty where it did."""
        return str(outcome["reason"])

    def _plan(self, total: int) -> None:
        if self._total or not total:
            return
        self._total = total
        if not self._console.is_terminal:
            self._console.print(f"{total} scenario{'s' if total != 1 else ''}")
            return
        self._bar = Progress(
            TextColumn("{task.completed}/{task.total}"),
            BarColumn(bar_width=30),
            TextColumn("{task.fields[counts]}"),
            TimeElapsedColumn(),
            TextColumn("{task.description}"),
            console=self._console,
            transient=True,
        )
        self._task = self._bar.add_task("", total=total, counts="")
        self._bar.start()

    def _report(self, status: str, name: str, place: str, reason: str, milliseconds: float) -> None:
        self._counts[status] += 1
        done = sum(self._counts.values())
        count = "" if self._console.is_terminal else f"{done:>4}/{self._total} "
        if status == _NOT_OFFERED and not self._console.is_terminal:
            self._say(f"{count}{status} {escape(name)}: {escape(reason)}")
        elif status not in ("passed", "skipped", _NOT_OFFERED):
            style = _STYLES.get(status, "")
            self._say(f"{count}[{style}]{status}[/] {escape(name)} [dim]{escape(place)}[/]\n     {escape(reason)}")
        elif not self._console.is_terminal:
            self._say(f"{count}{status} {escape(name)} ({milliseconds / 1000:.1f} s)")
        if self._bar is not None and self._task is not None:
            counts = ", ".join(f"[{_STYLES[word]}]{count} {word}[/]" for word, count in self._counts.items())
            self._bar.update(self._task, completed=done, description=escape(name), counts=counts)

    def _say(self, markup: str) -> None:
        self._console.print(markup, highlight=False, soft_wrap=True)
