"""Firefox: which one is found and installed, what the relay answers itself, and the real one where there is one."""

import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from deskproof.steps.browsers.browser import Machine
from deskproof.steps.browsers.firefox import PACKAGE, ensure_firefox, find_firefox, launch_firefox
from deskproof.steps.browsers.firefox_relay import own_answer

ESR = "Mozilla Firefox 153.7.0esr"


def machine(tmp_path: Path, programs: dict[str, str], installs: dict[str, str] | None = None) -> Machine:
    """A machine with these programs and what they answer; installing its package puts more there."""
    there = dict(programs)

    def run(command: Sequence[str], *_: object) -> bool:
        if PACKAGE in command:
            there.update(installs or {})
        return True

    return Machine(
        environment={},
        home=tmp_path,
        platform="linux",
        which=lambda name: str(tmp_path / name) if name in there else None,
        is_program=lambda path: path.name in there,
        answer=lambda command: there.get(Path(command[0]).name),
        run=run,
        is_root=True,
    )


def test_the_extended_support_release_comes_first(tmp_path: Path) -> None:
    found = find_firefox(machine(tmp_path, {"firefox": "Mozilla Firefox 160.0.1", "firefox-esr": ESR}))
    assert found is not None
    assert (found.executable.name, found.version) == ("firefox-esr", "153.7.0")


def test_what_does_not_answer_as_firefox_is_passed_over(tmp_path: Path) -> None:
    assert find_firefox(machine(tmp_path, {"firefox": "a script that opens something else"})) is None


def test_it_is_installed_where_that_is_possible(tmp_path: Path) -> None:
    said: list[str] = []
    found = ensure_firefox(machine(tmp_path, {"apt-get": ""}, installs={"firefox-esr": ESR}), said.append)
    assert found is not None
    assert said == ["No Firefox found: installing the distribution's package firefox-esr."]


def test_a_machine_that_cannot_install_goes_without(tmp_path: Path) -> None:
    assert ensure_firefox(machine(tmp_path, {})) is None


def test_the_relay_answers_the_one_command_that_firefox_does_not_know() -> None:
    answer = own_answer(json.dumps({"id": 7, "method": "emulation.setMediaFeaturesOverride", "params": {}}))
    assert answer is not None
    assert json.loads(answer) == {"type": "success", "id": 7, "result": {}}
    assert own_answer(json.dumps({"id": 8, "method": "browsingContext.navigate", "params": {}})) is None


def test_a_page_in_it_is_in_firefox() -> None:
    found = find_firefox()
    if found is None:
        assert not os.environ.get("CI"), "CI goes without no browser: install firefox-esr"
        pytest.skip("no Firefox is installed; on Debian: apt-get install firefox-esr")
    with sync_playwright() as playwright:
        browser = launch_firefox(playwright, found, headed=False)
        page = browser.new_page()
        assert f"Firefox/{found.version.partition('.')[0]}" in page.evaluate("navigator.userAgent")
        assert page.evaluate("navigator.userAgentData === undefined")
        browser.close()
