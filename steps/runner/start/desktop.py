"""The desktop that a run tests: where it is, and the command that serves it.

Rule: whether it is there is found out once, before the first scenario; what is wrong is one sentence.
"""

from __future__ import annotations

import shlex
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

import httpx

from deskproof.simulator.control.client import TenantControl
from deskproof.simulator.vendor_hosts import HOSTS
from deskproof.steps.project.settings import DesktopSettings

LOG = "desktop.log"
"""What the command of the desktop printed, in the folder of the run."""

_CATALOGUE = "/u2c/api/v1"
_READY_SECONDS = 120.0
_CONNECT_SECONDS = 10.0
_STOP_SECONDS = 5.0
_BETWEEN_ATTEMPTS = 0.05
_LAST_LINES = 3


class NoDesktop(Exception):
    """The desktop is not there; the message says what was seen and what to do."""


@dataclass(frozen=True, kw_only=True)
class DesktopAddress:
    """The address of the desktop, with the places for what differs between tenants. None is that of the reference
    desktop.
    """

    template: str | None = None
    vendor_hosts: bool = False
    """Whether the services are at the vendor's hosts."""

    def of(self, tenant: TenantControl) -> str:
        """The address at which the desktop works for this tenant."""
        if self.template is None:
            return tenant.desktop_url
        own = tenant.desktop_url.rstrip("/")
        return _filled(
            self.template,
            {
                "tenant": own,
                "catalogue": f"https://{HOSTS['u2c']}{_CATALOGUE}" if self.vendor_hosts else own + _CATALOGUE,
                "organisation": tenant.org_id,
            },
        )


class ServedDesktop:
    """The desktop of the settings, served by its command where it has one, from `start` to `stop`."""

    def __init__(self, settings: DesktopSettings, root: Path, folder: Path) -> None:
        self._settings = settings
        self._root = root
        self._log = folder / LOG
        self._process: subprocess.Popen[str] | None = None
        self._printed: list[str] = []
        self._ready = threading.Event()
        self._reader: threading.Thread | None = None

    def start(self) -> DesktopAddress:
        """Start the command, wait until the desktop answers, and return its address. Raises NoDesktop."""
        template = self._settings.address
        if template is None:
            return DesktopAddress()
        if self._settings.command is not None:
            port = str(_free_port())
            template = template.replace("{port}", port)
            self._run(_filled(self._settings.command, {"port": port, "python": shlex.quote(sys.executable)}))
        self._require_page(template)
        return DesktopAddress(template=template, vendor_hosts=self._settings.hosts == "vendor")

    def stop(self) -> None:
        """End the command."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if self._reader is not None:
            self._reader.join()

    def _run(self, command: str) -> None:
        try:
            self._process = subprocess.Popen(
                shlex.split(command), cwd=self._root, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace",
            )  # fmt: skip
        except (OSError, ValueError) as error:
            raise NoDesktop(
                f"The command of the desktop, {command}, cannot be started ({error}); correct desktop.command."
            ) from None
        self._reader = threading.Thread(target=self._read, args=(self._process.stdout,), daemon=True)
        self._reader.start()
        if self._settings.ready is None:
            return
        deadline = time.monotonic() + _READY_SECONDS
        while not self._ready.wait(_BETWEEN_ATTEMPTS):
            self._require_running()
            if time.monotonic() > deadline:
                raise NoDesktop(
                    f"The command of the desktop, {command}, did not print {self._settings.ready!r} in "
                    f"{_READY_SECONDS:.0f} seconds; correct desktop.ready.{self._last_words()}"
                )

    def _read(self, printed: IO[str]) -> None:
        with printed as output, self._log.open("a", encoding="utf-8") as log:
            for line in output:
                log.write(line)
                log.flush()
                self._printed.append(line.strip())
                if self._settings.ready is not None and self._settings.ready in line:
                    self._ready.set()

    def _require_page(self, template: str) -> None:
        """Raises NoDesktop unless the desktop's page is at the address."""
        address = urlsplit(template)
        if address.scheme not in ("http", "https") or not address.hostname:
            raise NoDesktop(f"desktop.address is {template!r}; write one that begins with http:// or https://.")
        page = f"{address.scheme}://{address.netloc}{address.path or '/'}"
        if "{" in page:  # the origin is the tenant's, which serves what it serves
            return
        answer = self._answer(page)
        if not answer.is_success:
            raise NoDesktop(
                f"The desktop at {page} answered {answer.status_code}; correct desktop.address.{self._last_words()}"
            )
        contains = self._settings.contains
        if contains is not None and contains not in answer.text:
            raise NoDesktop(
                f"The page at {page} does not have {contains!r}, so it is another page; correct desktop.address or "
                "desktop.contains."
            )

    def _answer(self, page: str) -> httpx.Response:
        limit = _CONNECT_SECONDS if self._process is None else _READY_SECONDS
        deadline = time.monotonic() + limit
        while True:
            try:
                # A desktop on a developer's machine may have a certificate that nobody signed.
                return httpx.get(page, timeout=limit, trust_env=False, follow_redirects=True, verify=False)  # noqa: S501
            except httpx.HTTPError as error:
                self._require_running()
                if self._process is None or time.monotonic() > deadline:
                    raise NoDesktop(
                        f"No desktop answers at {page} ({error}); start it, or correct desktop.address."
                        f"{self._last_words()}"
                    ) from None
            self._pause()

    def _pause(self) -> None:
        """Let the command work a moment, or end."""
        if self._process is not None:
            try:
                self._process.wait(_BETWEEN_ATTEMPTS)
            except subprocess.TimeoutExpired:
                return

    def _require_running(self) -> None:
        if self._process is not None and (status := self._process.poll()) is not None:
            if self._reader is not None:
                self._reader.join()
            raise NoDesktop(
                f"The command of the desktop ended with status {status} before it served; correct desktop.command."
                f"{self._last_words()}"
            )

    def _last_words(self) -> str:
        said = [line for line in self._printed if line][-_LAST_LINES:]
        return f" It printed: {' / '.join(said)}" if said else ""


def _filled(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port
