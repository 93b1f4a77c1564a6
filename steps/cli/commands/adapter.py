"""`deskproof adapter`: the adapter of the project's desktop, checked verb by verb.

Exit status: 0 every verb that is offered works; 1 one fails; 2 it could not be found out.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator, Sequence

import click

from deskproof.steps.cli import CannotCheck, required_project
from deskproof.steps.project.project import PACKS, pack_folder
from deskproof.steps.screens.adapter import Adapter
from deskproof.steps.screens.coverage import VerbResult, chosen, map_of_pack, results
from deskproof.steps.screens.verbs_used import verbs_used
from deskproof.steps.selection.option_types import Workers
from deskproof.steps.selection.request import RunRequest, Selection
from deskproof.steps.terminal import say

_PACK = next(iter(PACKS))
_EMPTY_MILLISECONDS = 50
"""How long a verb waits for something to come to an empty page, to which nothing comes."""
_ORDER = ("fails", "not reached", "not offered", "works")


@click.group()
def command() -> None:
    """Check the adapter of the project's desktop."""


@command.command()
@click.option("-n", "--workers", type=Workers(), default="auto", show_default=True, metavar="N|auto")
def check(workers: str) -> None:
    """Use each verb of the adapter once, in scenarios of the sign-in pack, and say how it went.

    A verb works, fails, is not offered, or is not reached: the desktop did not come so far. A verb that says what is
    shown also fails where it is true of an empty page.

    \b
    Example:
      deskproof adapter check
    """
    from deskproof.steps.browsers.browser import NoBrowser
    from deskproof.steps.gherkin.files.reader import read_features
    from deskproof.steps.runner.execution import CannotRun, OutputPaths, run
    from deskproof.steps.runner.start.loading import CannotLoad, adapter

    project, pack = required_project(), pack_folder(_PACK)
    try:
        desktop = adapter(project)
    except CannotLoad as refusal:
        raise CannotCheck(str(refusal)) from None
    scenarios = {
        scenario.id: scenario
        for file in read_features(pack)
        for scenario in file.scenarios
        if file.language in desktop.languages
    }
    ids = chosen(map_of_pack(pack), desktop, scenarios)
    if not ids:
        raise CannotCheck(f"The adapter {desktop.name} offers no verb, so there is nothing to check; write a screen.")
    places = tuple(f"{pack.parent / scenarios[id_].path}:{scenarios[id_].line}" for id_ in ids)
    try:
        empty = _true_of_nothing(desktop)
    except NoBrowser as refusal:
        raise CannotCheck(str(refusal)) from None
    request = RunRequest(pack=_PACK, selection=Selection(places=places), workers=workers, pictures="failed")
    runs = project.out / "adapter"
    output = OutputPaths(project=project, runs=runs, history=runs / "history.db")
    try:
        status = run(request.pytest_arguments(pack), output)
    except CannotRun as refusal:
        raise CannotCheck(str(refusal)) from None
    found = results(verbs_used((runs / "latest").resolve()), desktop, empty)
    for line in _lines(desktop.name, found):
        say(line)
    if status > 1 and not any(result.uses for result in found):
        raise CannotCheck("No scenario could be run, see above.")
    sys.exit(int(any(result.word == "fails" for result in found)))


def _true_of_nothing(desktop: Adapter) -> tuple[str, ...]:
    """The verbs that are true of an empty page. Raises NoBrowser."""
    from playwright.sync_api import expect, sync_playwright

    from deskproof.steps.browsers.browser import find, launch_options
    from deskproof.steps.browsers.interrupts import interrupt_between_messages
    from deskproof.steps.screens.empty_page import true_of_nothing

    interrupt_between_messages(signal.SIGINT)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(find("shell")))
        page = browser.new_page()
        page.set_default_timeout(_EMPTY_MILLISECONDS)
        expect.set_options(timeout=_EMPTY_MILLISECONDS)
        found = tuple(true_of_nothing(desktop, page))
        browser.close()
    return found


def _lines(name: str, results: Sequence[VerbResult]) -> Iterator[str]:
    yield ""
    for word in _ORDER:
        for result in (each for each in results if each.word == word):
            why = result.error or result.not_offered
            yield f"{word:<12} {result.verb}{f': {why}' if why else ''}"
    counts = ", ".join(f"{sum(result.word == word for result in results)} {word}" for word in reversed(_ORDER))
    yield f"{name}: {len(results)} verbs, {counts}."
