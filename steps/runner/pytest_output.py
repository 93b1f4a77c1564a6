"""What pytest itself prints of a run: names, errors and captured output, made visible before they reach a terminal.

Rule: reports are cleaned where they are made, in the process that runs a scenario; whatever else pytest writes passes
through its terminal writer, which lets only colours by.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, TypeVar

import pytest

from deskproof.reports.text.visible import visible


class VisibleOutput:
    """A pytest plugin for every process of a run."""

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(self) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        return _cleaned((yield))

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_make_collect_report(self) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
        return _cleaned((yield))

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionstart(self, session: pytest.Session) -> None:
        """From here on the terminal writer is the one that the run uses."""
        if session.config.pluginmanager.hasplugin("terminalreporter"):
            make_visible(session.config.get_terminal_writer())


def make_visible(writer: Any) -> None:
    """Let everything that a terminal writer writes be visible; pytest's own carriage return at the start of a line
    stays, as do colours where the writer uses any.
    """
    write = writer.write  # pytest does not publish its class

    def write_visibly(msg: str, *, flush: bool = False, **markup: bool) -> None:
        start = "\r" if msg.startswith("\r") else ""
        write(start + visible(msg.removeprefix("\r"), colours=writer.hasmarkup), flush=flush, **markup)

    writer.write = write_visibly


Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


def _cleaned(report: Report) -> Report:
    report.longrepr = _clean(report.longrepr)
    report.sections = _clean(report.sections)
    return report


def _clean(value: Any) -> Any:
    """The same value with every text in it visible; pytest's own objects are changed in place."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, list | tuple):
        return type(value)(map(_clean, value))
    if type(value).__module__.startswith("_pytest."):
        for name, inner in vars(value).items():
            setattr(value, name, _clean(inner))
    return value
