"""Finding and installing the browser, on machines made of a folder and a few answers."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from deskproof.steps.browsers.browser import (
    FLAGS,
    Browser,
    Machine,
    NoBrowser,
    ensure,
    ensure_driver,
    find,
    launch_options,
    version_of,
)

CHROME = "Google Chrome 156.0.1.2"
OWN_FULL = "cache/chromium-1255/chrome-linux64/chrome"
OWN_SHELL = "cache/chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell"


@dataclass
class Rig:
    """A machine whose programs are the given answers to --version; installers put programs on it."""

    root: Path
    answers: dict[Path, str | None] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)
    installs: dict[str, tuple[str, str]] = field(default_factory=dict)
    ran: list[str] = field(default_factory=list)
    is_root: bool = True

    def put(self, name: str, answer: str | None = CHROME) -> Path:
        path = self.root / name
        if path.is_relative_to(self.root):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        self.answers[path] = answer
        return path

    def run(self, command: Sequence[str], environment: Mapping[str, str], seconds: float) -> bool:
        line = " ".join(command)
        self.ran.append(line)
        for part, (name, answer) in self.installs.items():
            if part in line:
                self.put(name, answer)
        return True

    def answer(self, command: Sequence[str]) -> str | None:
        return self.answers.get(Path(command[0]))

    def which(self, name: str) -> str | None:
        path = self.root / "bin" / name
        return str(path) if path in self.answers else None

    @property
    def machine(self) -> Machine:
        return Machine(
            environment={"PLAYWRIGHT_BROWSERS_PATH": str(self.root / "cache"), **self.environment},
            home=self.root,
            platform="linux",
            which=self.which,
            is_program=self.answers.__contains__,
            answer=self.answer,
            run=self.run,
            is_root=self.is_root,
        )


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    return Rig(tmp_path)


def test_named_browser_wins_over_every_other(rig: Rig) -> None:
    rig.put(OWN_FULL)
    named = rig.put("mine/chrome")
    rig.environment["DESKPROOF_BROWSER"] = str(named)
    assert find("full", rig.machine) == Browser(
        kind="full", executable=named, version="156.0.1.2", source="DESKPROOF_BROWSER"
    )


def test_named_browser_may_be_a_command_on_the_path(rig: Rig) -> None:
    path = rig.put("bin/chromium-dev", "Chromium 157.0.0.1")
    rig.environment["DESKPROOF_BROWSER"] = "chromium-dev"
    assert find("shell", rig.machine).executable == path


@pytest.mark.parametrize(
    ("name", "answer", "kind", "said"),
    [
        ("missing", None, "shell", "not an executable file"),
        ("mine/firefox", "Mozilla Firefox 140.0", "shell", "does not answer --version as a Chrome or Chromium does"),
        ("mine/broken", None, "shell", "does not answer --version"),
        ("mine/chrome-headless-shell", "Chromium 156.0.1.2", "full", "a headless shell"),
    ],
)
def test_named_browser_that_cannot_serve_is_refused_in_one_sentence(
    rig: Rig, name: str, answer: str | None, kind: str, said: str
) -> None:
    path = rig.root / name
    if name != "missing":
        rig.put(name, answer)
    rig.environment["DESKPROOF_BROWSER"] = str(path)
    rig.put(OWN_FULL)
    with pytest.raises(NoBrowser, match=said) as refusal:
        ensure("full" if kind == "full" else "shell", rig.machine)
    assert str(path) in str(refusal.value)
    assert "unset it" in str(refusal.value)
    assert rig.ran == []


def test_playwrights_own_comes_before_an_installed_one(rig: Rig) -> None:
    own = rig.put(OWN_FULL)
    rig.put("bin/google-chrome")
    assert find("full", rig.machine).executable == own


def test_the_newest_build_of_playwright_wins(rig: Rig) -> None:
    rig.put("cache/chromium-999/chrome-linux64/chrome")
    newest = rig.put("cache/chromium-1255/chrome-linux64/chrome")
    assert find("full", rig.machine).executable == newest


def test_a_program_that_does_not_start_is_passed_over(rig: Rig) -> None:
    rig.put(OWN_FULL, answer=None)
    installed = rig.put("bin/chromium", "Chromium 156.0.8078.79 built on Debian")
    assert find("full", rig.machine) == Browser(
        kind="full", executable=installed, version="156.0.8078.79", source="installed"
    )


def test_a_shell_is_preferred_for_shell_and_a_full_one_does(rig: Rig) -> None:
    full = rig.put(OWN_FULL)
    assert find("shell", rig.machine).executable == full
    assert find("shell", rig.machine).kind == "full"
    shell = rig.put(OWN_SHELL)
    assert find("shell", rig.machine).executable == shell
    assert find("full", rig.machine).executable == full


def test_a_shell_alone_is_no_full_browser(rig: Rig) -> None:
    rig.put(OWN_SHELL)
    with pytest.raises(NoBrowser, match="set DESKPROOF_BROWSER"):
        find("full", rig.machine)


def test_nothing_is_installed_where_a_browser_is(rig: Rig) -> None:
    rig.put(OWN_FULL)
    ensure("full", rig.machine)
    assert rig.ran == []


def test_playwrights_download_is_tried_first(rig: Rig) -> None:
    rig.put("bin/apt-get")
    rig.installs["playwright install"] = (OWN_FULL, CHROME)
    said: list[str] = []
    assert ensure("full", rig.machine, said.append).source == "Playwright"
    assert len(rig.ran) == len(said) == 1


def test_the_distributions_package_comes_second(rig: Rig) -> None:
    rig.put("bin/apt-get")
    rig.installs["install --yes --quiet=2 --no-install-recommends chromium "] = ("bin/chromium", "Chromium 156.0.1.2")
    said: list[str] = []
    assert ensure("full", rig.machine, said.append).source == "installed"
    assert [line.split()[0] for line in rig.ran[1:]] == ["apt-get"] * 3
    assert len(said) == 2


@pytest.mark.parametrize("sudo", [True, False])
def test_packages_are_installed_through_sudo_or_not_at_all(rig: Rig, *, sudo: bool) -> None:
    rig.is_root = False
    rig.put("bin/apt-get")
    if sudo:
        rig.put("bin/sudo")
    with pytest.raises(NoBrowser, match="none could be installed"):
        ensure("full", rig.machine, lambda _: None)
    assert [line.startswith("sudo --non-interactive") for line in rig.ran[1:]] == ([True] * 3 if sudo else [])


def test_the_driver_gets_the_library_it_lacks(rig: Rig) -> None:
    rig.put("bin/apt-get")
    rig.installs["libatomic1"] = (sys.executable, "Version 1.65.2")
    ensure_driver(rig.machine, lambda _: None)
    assert len(rig.ran) == 2
    ensure_driver(rig.machine, lambda _: None)
    assert len(rig.ran) == 2


def test_a_driver_that_cannot_be_mended_is_one_sentence(rig: Rig) -> None:
    with pytest.raises(NoBrowser, match="install the package libatomic1"):
        ensure_driver(rig.machine, lambda _: None)


@pytest.mark.parametrize(
    ("answer", "version"),
    [
        ("Chromium 156.0.8078.79 ", "156.0.8078.79"),
        ("Google Chrome for Testing 159.0.8154.6", "159.0.8154.6"),
        ("Microsoft Edge 156.0.1.2", "156.0.1.2"),
        ("Mozilla Firefox 140.0", None),
        ("", None),
        (None, None),
    ],
)
def test_only_a_chrome_or_chromium_has_a_version(rig: Rig, answer: str | None, version: str | None) -> None:
    assert version_of(rig.put("program", answer), rig.machine) == version


@pytest.mark.parametrize(
    ("environment", "platform", "folder"),
    [
        ({}, "linux", ".cache/ms-playwright"),
        ({"XDG_CACHE_HOME": "/elsewhere"}, "linux", "/elsewhere/ms-playwright"),
        ({}, "darwin", "Library/Caches/ms-playwright"),
        ({"PLAYWRIGHT_BROWSERS_PATH": "/named"}, "linux", "/named"),
    ],
)
def test_playwrights_folder(rig: Rig, environment: dict[str, str], platform: str, folder: str) -> None:
    rig_machine = rig.machine
    machine = Machine(**{**vars(rig_machine), "environment": environment, "platform": platform})
    assert machine.own_folder == rig.root / folder


def test_the_browser_is_started_headless_and_calls_nobody(rig: Rig) -> None:
    options = launch_options(Browser(kind="full", executable=rig.root / "chrome", version="1", source="installed"))
    assert options == {
        "executable_path": str(rig.root / "chrome"),
        "headless": True,
        "args": list(FLAGS),
        "ignore_default_args": ["--disable-popup-blocking"],
    }
    assert {"--disable-background-networking", "--disable-component-update", "--disable-sync"} <= set(FLAGS)
