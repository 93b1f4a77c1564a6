"""The browser that scenarios run in: finding one, installing one, and how it is started.

Rule: DESKPROOF_BROWSER first, then Playwright's own Chromium, then an installed Chrome or Chromium, then an
installation; if none of them gives a browser that answers, one sentence says so. Nothing here opens a page: callers
pass `launch_options` to Playwright.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Kind = Literal["shell", "full"]
"""`full` is Chromium with its own keys, zoom and settings pages; `shell` is the quicker headless shell without them."""

VARIABLE = "DESKPROOF_BROWSER"

# Below Playwright's folder of browsers; the star in the first part is a build number, the newest wins.
OWN: Mapping[Kind, tuple[str, ...]] = {
    "shell": (
        "chromium_headless_shell-*/chrome-headless-shell-*/chrome-headless-shell",
        "chromium_headless_shell-*/chrome-*/headless_shell",
    ),
    "full": (
        "chromium-*/chrome-*/chrome",
        "chromium-*/chrome-*/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
        "chromium-*/chrome-*/Chromium.app/Contents/MacOS/Chromium",
    ),
}

# Names are looked up on the PATH. Debian's `chromium` is a script that adds flags of its own, so the program it wraps
# comes first.
INSTALLED: Mapping[Kind, tuple[str, ...]] = {
    "shell": ("/usr/lib/chromium/chromium-headless-shell", "chrome-headless-shell", "chromium-headless-shell"),
    "full": (
        "google-chrome",
        "google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/usr/lib/chromium/chromium",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "chromium",
        "chromium-browser",
    ),
}

FAKE_MICROPHONE = "--use-fake-device-for-media-stream"
"""A fake microphone; the scenario's permissions decide whether the page may use it."""

HUM = Path(__file__).with_name("hum.wav")
"""What it records, in a loop: half a second of 440 Hz."""

FLAGS = (
    # A browser under test connects to nothing but the desktop.
    "--disable-background-networking",
    "--disable-client-side-phishing-detection",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--metrics-recording-only",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pings",
    # A call needs no network: browser and simulator use loopback where there is nothing else.
    "--allow-loopback-in-peer-connection",
    FAKE_MICROPHONE,
    f"--use-file-for-fake-audio-capture={HUM}",
)

NOT_FLAGS = ("--disable-popup-blocking",)
"""What Playwright would add: windows that open without a click are blocked, as in people's browsers."""

_PRODUCT = re.compile(r"\b(?:Chrom(?:e|ium)|HeadlessChrome|Edge)\b[^\d]*(\d+(?:\.\d+)+)")
_DOWNLOAD_SECONDS = 300
_CONNECT_MILLISECONDS = "5000"
_PACKAGE_SECONDS = 600
_QUIET = {"DEBIAN_FRONTEND": "noninteractive"}


_Installer = tuple[Sequence[str], Mapping[str, str], float]
"""A command, its further environment variables, and the seconds it may take."""


class NoBrowser(Exception):
    """No usable browser; the message is one sentence for the person at the terminal."""


@dataclass(frozen=True, kw_only=True)
class Browser:
    """A browser that answered. `kind` is what it is; where `shell` was requested it may be `full`."""

    kind: Kind
    executable: Path
    version: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Machine:
    """What is read and called: the environment, the file system and programs."""

    environment: Mapping[str, str]
    home: Path
    platform: str
    which: Callable[[str], str | None]
    is_program: Callable[[Path], bool]
    answer: Callable[[Sequence[str]], str | None]
    """Runs a program and returns its output, or None when it fails."""
    run: Callable[[Sequence[str], Mapping[str, str], float], bool]
    """Runs an installer with further environment variables for at most this many seconds; True when it succeeded."""
    is_root: bool

    @property
    def own_folder(self) -> Path:
        """Where Playwright puts the browsers that it downloads."""
        named = self.environment.get("PLAYWRIGHT_BROWSERS_PATH")
        if named == "0":
            import playwright

            return Path(playwright.__file__).parent / "driver" / "package" / ".local-browsers"
        if named:
            return Path(named)
        if self.platform == "darwin":
            return self.home / "Library" / "Caches" / "ms-playwright"
        return Path(self.environment.get("XDG_CACHE_HOME") or self.home / ".cache") / "ms-playwright"


def this_machine() -> Machine:
    """The machine we run on."""
    return Machine(
        environment=os.environ,
        home=Path.home(),
        platform=sys.platform,
        which=shutil.which,
        is_program=lambda path: path.is_file() and os.access(path, os.X_OK),
        answer=_answer,
        run=_run,
        is_root=hasattr(os, "geteuid") and os.geteuid() == 0,
    )


def find(kind: Kind, machine: Machine | None = None) -> Browser:
    """The browser of that kind, or for `shell` a full one where no shell is installed.

    Raises NoBrowser when there is none, or when DESKPROOF_BROWSER names something that cannot be used.
    """
    machine = machine or this_machine()
    if named := machine.environment.get(VARIABLE):
        return _named(kind, named, machine)
    for possible in ("shell", "full") if kind == "shell" else ("full",):
        for source, executable in _places(possible, machine):
            if version := version_of(executable, machine):
                return Browser(kind=possible, executable=executable, version=version, source=source)
    raise NoBrowser(
        "No Chrome or Chromium was found, neither Playwright's own nor an installed one; "
        f"install one (on Debian: apt-get install chromium) or set {VARIABLE} to its executable."
    )


def ensure(kind: Kind, machine: Machine | None = None, say: Callable[[str], None] = print) -> Browser:
    """The browser of that kind; when there is none, by Playwright's download or else the distribution's package.

    Raises NoBrowser when none could be installed either.
    """
    machine = machine or this_machine()
    if machine.environment.get(VARIABLE):
        return find(kind, machine)
    for offer, installation in _installations(machine):
        try:
            return find(kind, machine)
        except NoBrowser:
            say(offer)
        for command, environment, seconds in installation:
            machine.run(command, environment, seconds)
    try:
        return find(kind, machine)
    except NoBrowser as refusal:
        raise NoBrowser(
            "No Chrome or Chromium was found and none could be installed, neither by Playwright's download nor by "
            f"apt-get; install one or set {VARIABLE} to its executable."
        ) from refusal


def driver_version(machine: Machine | None = None) -> str | None:
    """The version of Playwright's driver, or None when it does not start on this machine."""
    answer = (machine or this_machine()).answer([sys.executable, "-m", "playwright", "--version"])
    return answer.removeprefix("Version ").strip() if answer else None


def ensure_driver(machine: Machine | None = None, say: Callable[[str], None] = print) -> None:
    """Playwright's driver starts; the one library that small Debian machines lack for it is installed where that helps.

    Raises NoBrowser when it does not start either way.
    """
    machine = machine or this_machine()
    if driver_version(machine):
        return
    if install_package("libatomic1", machine, say, "Playwright's driver does not start") and driver_version(machine):
        return
    raise NoBrowser(
        "Playwright's driver does not start on this machine; see what `playwright --version` says, and on Debian or "
        "Ubuntu install the package libatomic1."
    )


def install_package(name: str, machine: Machine, say: Callable[[str], None], why: str) -> bool:
    """Install the distribution's package, where this person may; returns whether that succeeded."""
    if not (apt := _apt(machine)):
        return False
    say(f"{why}: installing the distribution's package {name}.")
    machine.run([*apt, "update", "--quiet=2"], _QUIET, _PACKAGE_SECONDS)
    return machine.run([*apt, "install", "--yes", "--quiet=2", name], _QUIET, _PACKAGE_SECONDS)


def launch_options(browser: Browser) -> dict[str, Any]:
    """The keyword arguments for Playwright's `chromium.launch`; it adds --no-sandbox, which root needs, by itself."""
    return {
        "executable_path": str(browser.executable),
        "headless": True,
        "args": list(FLAGS),
        "ignore_default_args": list(NOT_FLAGS),
    }


def version_of(executable: Path, machine: Machine) -> str | None:
    """The version that a Chrome or Chromium gives of itself, or None when it is not one or does not start."""
    if not machine.is_program(executable):
        return None
    answer = machine.answer([str(executable), "--version"])
    found = _PRODUCT.search(answer or "")
    return found[1] if found else None


def _named(kind: Kind, named: str, machine: Machine) -> Browser:
    found = Path(named).expanduser() if os.sep in named else Path(machine.which(named) or named)
    advice = "set it to the executable of a Chrome or Chromium, or unset it to let Deskproof find one"
    if not machine.is_program(found):
        raise NoBrowser(f"{VARIABLE} is {named!r}, which is not an executable file; {advice}.")
    version = version_of(found, machine)
    if version is None:
        raise NoBrowser(
            f"{VARIABLE} is {named!r}, which does not answer --version as a Chrome or Chromium does; {advice}."
        )
    is_shell = "headless" in found.name
    if kind == "full" and is_shell:
        raise NoBrowser(
            f"{VARIABLE} is {named!r}, a headless shell, but scenarios that need the browser's own keys, zoom or "
            f"settings need a full Chrome or Chromium; {advice}."
        )
    return Browser(kind="shell" if is_shell else "full", executable=found, version=version, source=VARIABLE)


def _places(kind: Kind, machine: Machine) -> Iterator[tuple[str, Path]]:
    for pattern in OWN[kind]:
        for path in sorted(machine.own_folder.glob(pattern), key=_build, reverse=True):
            yield "Playwright", path
    for name in INSTALLED[kind]:
        if found := name if os.sep in name else machine.which(name):
            yield "installed", Path(found)


def _build(path: Path) -> int:
    """The build number in `chromium-1255/chrome-linux64/chrome`."""
    return max((int(found) for found in re.findall(r"chromium[a-z_]*-(\d+)/", path.as_posix())), default=0)


def _installations(machine: Machine) -> Iterator[tuple[str, tuple[_Installer, ...]]]:
    """The installations that can be tried, each with the sentence that announces it."""
    download = [sys.executable, "-m", "playwright", "install", "chromium"]
    environment = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": _CONNECT_MILLISECONDS}
    yield "No browser found: trying Playwright's download of Chromium.", ((download, environment, _DOWNLOAD_SECONDS),)
    if not (apt := _apt(machine)):
        return
    install = [*apt, "install", "--yes", "--quiet=2", "--no-install-recommends"]
    yield (
        "No browser found: installing the distribution's package chromium.",
        (
            ([*apt, "update", "--quiet=2"], _QUIET, _PACKAGE_SECONDS),
            ([*install, "chromium", "fonts-dejavu-core"], _QUIET, _PACKAGE_SECONDS),
            ([*install, "chromium-headless-shell"], _QUIET, _PACKAGE_SECONDS),
        ),
    )


def _apt(machine: Machine) -> list[str]:
    """The command with which this person may install packages; empty where there is none."""
    if not machine.which("apt-get") or not (machine.is_root or machine.which("sudo")):
        return []
    return ["apt-get"] if machine.is_root else ["sudo", "--non-interactive", "apt-get"]


def _answer(command: Sequence[str]) -> str | None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def _run(command: Sequence[str], environment: Mapping[str, str], seconds: float) -> bool:
    try:
        done = subprocess.run(
            command,
            env={**os.environ, **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
