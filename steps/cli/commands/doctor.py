"""`deskproof doctor`: what this machine has for a run, what is missing, and what to do about it.

Rule: it changes nothing; each line of the table is one independent check.
"""

import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import click
from playwright.sync_api import Error, Page, sync_playwright
from rich.markup import escape
from rich.table import Table

from deskproof.steps.browsers.browser import Browser, Kind, NoBrowser, driver_version, find, launch_options
from deskproof.steps.browsers.firefox import find_firefox
from deskproof.steps.browsers.interrupts import interrupt_between_messages
from deskproof.steps.terminal import Console

TENANT_HOST = "id.t-0001.localhost"
GREETING = "deskproof doctor was here"
Answer = Callable[[Sequence[str]], str | None]
"""Runs a program and returns its output, or None when it fails."""


class Result(Enum):
    """The result of a check."""

    GOOD = "good"
    OPTIONAL = "not needed"
    MISSING = "missing"
    UNKNOWN = "could not check"


STYLES = {Result.GOOD: "green", Result.OPTIONAL: "dim", Result.MISSING: "bold red", Result.UNKNOWN: "yellow"}


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One line of the table: what was checked, what was found, and what to do where it is missing."""

    what: str
    result: Result
    found: str
    cure: str = ""


def python_version(version: tuple[int, ...] = sys.version_info[:3]) -> Finding:
    """Python 3.11 or newer."""
    good = version >= (3, 11)
    return Finding(
        what="Python",
        result=Result.GOOD if good else Result.MISSING,
        found=f"{'.'.join(map(str, version))} in {sys.prefix}",
        cure="" if good else "install Python 3.11 or newer",
    )


def browser(search: Callable[[Kind], Browser] = find) -> Finding:
    """A full Chrome or Chromium, which every run needs."""
    try:
        found = search("full")
    except NoBrowser as refusal:
        return Finding(what="Browser", result=Result.MISSING, found="none", cure=str(refusal))
    return Finding(what="Browser", result=Result.GOOD, found=_described(found))


def headless_shell(search: Callable[[Kind], Browser] = find) -> Finding:
    """The quicker shell; a full browser replaces it."""
    what = "Headless shell"
    try:
        found = search("shell")
    except NoBrowser as refusal:
        return Finding(what=what, result=Result.MISSING, found="none", cure=str(refusal))
    if found.kind == "full":
        cure = "scenarios take about twice as long; on Debian: apt-get install chromium-headless-shell"
        return Finding(what=what, result=Result.OPTIONAL, found="none, the browser replaces it", cure=cure)
    return Finding(what=what, result=Result.GOOD, found=_described(found))


def firefox(search: Callable[[], Browser | None] = find_firefox) -> Finding:
    """A real Firefox for the scenarios in Firefox; its user agent in Chromium replaces it."""
    if found := search():
        return Finding(what="Firefox", result=Result.GOOD, found=_described(found))
    cure = "on Debian: apt-get install firefox-esr"
    found_instead = "none, its user agent in Chromium replaces it"
    return Finding(what="Firefox", result=Result.OPTIONAL, found=found_instead, cure=cure)


def node(answer: Answer | None = None) -> Finding:
    """Node.js, which only the tests with the vendor's SDK and the type check of the desktop use."""
    version = (answer or _output)(["node", "--version"])
    if version and (answer or _output)(["npm", "--version"]):
        return Finding(what="Node.js and npm", result=Result.GOOD, found=version.strip())
    cure = "install nodejs and npm to run the tests with the vendor's SDK"
    return Finding(what="Node.js and npm", result=Result.OPTIONAL, found="none", cure=cure)


def driver(version: Callable[[], str | None] = driver_version) -> Finding:
    """Playwright's driver, which starts the browser."""
    if found := version():
        return Finding(what="Playwright's driver", result=Result.GOOD, found=found)
    cure = "see what `playwright --version` says; on Debian: apt-get install libatomic1"
    return Finding(what="Playwright's driver", result=Result.MISSING, found="it does not start", cure=cure)


def free_port() -> Finding:
    """A free port on the loopback interface, for the simulator."""
    try:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            return Finding(what="Free port", result=Result.GOOD, found=f"127.0.0.1:{taken.getsockname()[1]}")
    except OSError as refusal:
        cure = "let programs listen on 127.0.0.1"
        return Finding(what="Free port", result=Result.MISSING, found=str(refusal), cure=cure)


def tenant_hosts(
    search: Callable[[Kind], Browser] = find, version: Callable[[], str | None] = driver_version
) -> Finding:
    """Whether a browser reaches a tenant's identity host on this machine, which every tenant's address relies on."""
    what = "*.localhost in the browser"
    try:
        found = search("shell")
    except NoBrowser:
        return Finding(what=what, result=Result.UNKNOWN, found="no browser to check with")
    if not version():
        return Finding(what=what, result=Result.UNKNOWN, found="no driver to start the browser")
    interrupt_between_messages(signal.SIGINT)
    try:
        with _answering() as port, sync_playwright() as playwright:
            window = playwright.chromium.launch(**launch_options(found))
            with closing(window):
                return _visit(what, window.new_page(), f"http://{TENANT_HOST}:{port}/")
    except (Error, OSError) as refusal:
        line = str(refusal).partition("\n")[0]
        return Finding(what=what, result=Result.UNKNOWN, found=f"the browser does not start: {line}")


def fonts(answer: Answer | None = None) -> Finding:
    """Fonts with the letters of the languages that the desktop speaks; without them the pictures show boxes."""
    what = "Fonts for English and Swedish"
    if sys.platform != "linux":
        return Finding(what=what, result=Result.GOOD, found="those of the system")
    families = (answer or _output)(["fc-list", ":lang=en:lang=sv", "family"])
    if families is None:
        return Finding(what=what, result=Result.UNKNOWN, found="fc-list is not installed")
    names = sorted({line.partition(",")[0] for line in families.splitlines() if line})
    if not names:
        cure = "on Debian: apt-get install fonts-dejavu-core"
        return Finding(what=what, result=Result.MISSING, found="none", cure=cure)
    return Finding(what=what, result=Result.GOOD, found=", ".join(names[:3]) + (" …" if len(names) > 3 else ""))


CHECKS: tuple[Callable[[], Finding], ...] = (
    python_version,
    driver,
    browser,
    headless_shell,
    firefox,
    tenant_hosts,
    free_port,
    fonts,
    node,
)


def exit_status(findings: Sequence[Finding]) -> int:
    """0 when nothing is missing, 1 when something is, 2 when something could not be checked and nothing is missing."""
    results = {finding.result for finding in findings}
    return 1 if Result.MISSING in results else 2 if Result.UNKNOWN in results else 0


def show(findings: Sequence[Finding], console: Console) -> None:
    """The table, and below it what to do."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("CheckResult", "Result", "Found"):
        table.add_column(heading, overflow="fold")
    for finding in findings:
        table.add_row(finding.what, f"[{STYLES[finding.result]}]{finding.result.value}[/]", escape(finding.found))
    console.print(table)
    for finding in findings:
        if finding.cure:
            console.print(f"\n[bold]{escape(finding.what)}[/]: {escape(finding.cure)}", highlight=False)


@click.command()
@click.pass_context
def command(ctx: click.Context) -> None:
    """See what this machine has for a run and what is missing.

    \b
    Exit status: 0 nothing is missing, 1 something is, 2 something could not be checked.

    \b
    Example:
      deskproof doctor
    """
    findings = [check() for check in CHECKS]
    show(findings, Console())
    ctx.exit(exit_status(findings))


def _described(browser: Browser) -> str:
    return f"{browser.version} at {browser.executable} ({browser.source})"


def _visit(what: str, page: Page, address: str) -> Finding:
    try:
        reply = page.goto(address)
    except Error as refusal:
        reason = refusal.message.partition("\n")[0]
        cure = f"let the browser resolve {TENANT_HOST} to this machine; look for a proxy or policy"
        return Finding(what=what, result=Result.MISSING, found=reason, cure=cure)
    if reply is None or reply.text() != GREETING:
        cure = f"something else answers for {TENANT_HOST}; look for a proxy"
        return Finding(what=what, result=Result.MISSING, found="another server answered", cure=cure)
    return Finding(what=what, result=Result.GOOD, found=f"{TENANT_HOST} is this machine")


class _Greeter(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(GREETING.encode())

    def log_message(self, format: str, *args: object) -> None:
        """This server has no log."""


@contextmanager
def _answering() -> Iterator[int]:
    """The port of a server that greets, within the block."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Greeter) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


def _output(command: Sequence[str]) -> str | None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
