"""An agent who is signed in to a station over the product's wire, as a desktop is (PROTOCOL 3.2 to 3.5)."""

from __future__ import annotations

import json
import socket
import ssl
import threading
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from deskproof.simulator.control.client import Person, TenantControl
from deskproof.steps.cast.browser.stored_sign_in import sign_in
from deskproof.steps.day import requests

_ANSWER_SECONDS = 20.0
_ROWS = "page=0&pageSize=100"
_LOOPBACK = "127.0.0.1"  # Browsers resolve names below .localhost to it; the resolver of the system may not.


class NotDone(Exception):
    """The product refused; the message says what and how."""


@dataclass(frozen=True, kw_only=True)
class Station:
    """Where an agent signs in: a number or an extension, for a team by its name."""

    number: str
    extension: bool
    team: str


class Agent:
    """A signed-in agent. `happened` is set at each notification, and when the notifications end."""

    def __init__(
        self,
        tenant: TenantControl,
        person: Person,
        station: Station,
        *,
        happened: threading.Event,
        certificate: Path | None = None,
    ) -> None:
        """Sign in. Raises NotDone, or NotSignedIn of the identity provider."""
        self.person, self.station = person, station
        self.refusals: list[str] = []
        self._happened = happened
        self._trust = ssl.create_default_context(cafile=str(certificate)) if certificate else None
        _, tokens = sign_in(tenant, person)
        origin = urlsplit(tenant.desktop_url)
        with ExitStack() as open_:
            self._http = open_.enter_context(
                httpx.Client(
                    base_url=f"{origin.scheme}://{_LOOPBACK}:{origin.port}",
                    headers={"Host": origin.netloc, "Authorization": f"Bearer {tokens.access_token}"},
                    timeout=_ANSWER_SECONDS,
                    trust_env=False,
                    verify=self._trust or False,
                )
            )
            catalogue = self._call("GET", "/u2c/api/v1/limited/catalog?format=hostmap")
            self._gateway = urlsplit(catalogue["serviceLinks"]["wcc-api-gateway"]).path
            self._organisation = f"{self._gateway}/organization/{tenant.org_id}"
            codes = self._rows("v2/auxiliary-code")
            self.wrap_up_codes = [row for row in codes if row["workTypeCode"] == "WRAP_UP_CODE"]
            self._idle = next(row["id"] for row in codes if row["workTypeCode"] == "IDLE_CODE" and row["id"] != "0")
            team_id = next(row["id"] for row in self._rows("v2/team") if row["name"] == station.team)
            notifications = self._subscribed(open_, origin.port or 0)
            body = requests.station(station.number, team_id, extension=station.extension)
            self._command("POST", "/agents/login", body)
            signed_in = _next(notifications, "AgentStationLoginSuccess", "AgentStationLoginFailed")
            if signed_in["type"].endswith("Failed"):
                reason = (signed_in.get("reason") or signed_in.get("reasonCode")) or "no reason"
                raise NotDone(f"{person.name} could not sign in at {station.number}: {reason}.")
            self._reader = threading.Thread(target=self._read, args=(notifications,), daemon=True)
            self._reader.start()
            self._open = open_.pop_all()

    @property
    def present(self) -> bool:
        """Whether notifications still come; they end when the agent signs in elsewhere."""
        return self._reader.is_alive()

    def turn_available(self) -> None:
        """Take contacts. Raises NotDone."""
        self._command("PUT", "/agents/session/state", requests.available(self.person.agent_id))

    def turn_idle(self) -> None:
        """Take no contacts. Raises NotDone."""
        self._command("PUT", "/agents/session/state", requests.idle(self.person.agent_id, self._idle))

    def accept(self, conversation: str) -> None:
        """Accept a written contact that is offered. Raises NotDone."""
        self._command("POST", f"/tasks/{conversation}/accept", {})

    def end(self, conversation: str) -> None:
        """End a contact. Raises NotDone."""
        self._command("POST", f"/tasks/{conversation}/end", {})

    def wrap_up(self, conversation: str, code: Mapping[str, Any]) -> None:
        """Wrap a contact up with one of the codes. Raises NotDone."""
        self._command("POST", f"/tasks/{conversation}/wrapup", {"auxCodeId": code["id"], "wrapUpReason": code["name"]})

    def sign_out(self) -> None:
        """Sign out of the station. Raises NotDone."""
        self._command("PUT", "/agents/logout", {"logoutReason": "User requested logout"})

    def close(self) -> None:
        """End the connections; safe to call twice."""
        self._open.close()
        self._reader.join()

    def _subscribed(self, open_: ExitStack, port: int) -> ClientConnection:
        opened = self._command("POST", "/notification/subscribe", requests.SUBSCRIPTION)
        notifications = open_.enter_context(
            connect(
                opened["webSocketUrl"],
                sock=socket.create_connection((_LOOPBACK, port)),
                ssl=self._trust,
                server_hostname="localhost" if self._trust else None,  # OpenSSL matches no *.localhost
                compression=None,
            )
        )
        _next(notifications, "Welcome")
        return notifications

    def _read(self, notifications: ClientConnection) -> None:
        """Note what is refused, until the socket ends."""
        try:
            for text in notifications:
                data = json.loads(text).get("data") or {}
                if str(data.get("type", "")).endswith("Failed"):
                    self.refusals.append(str(data["type"]))
                self._happened.set()
        except ConnectionClosed:
            pass
        finally:
            self._happened.set()

    def _rows(self, what: str) -> Sequence[Mapping[str, Any]]:
        rows: Sequence[Mapping[str, Any]] = self._call("GET", f"{self._organisation}/{what}?{_ROWS}")["data"]
        return rows

    def _command(self, method: str, path: str, body: Mapping[str, Any]) -> Any:
        return self._call(method, f"{self._gateway}/v1{path}", body)

    def _call(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        try:
            answer = self._http.request(method, path, json=body)
        except httpx.TransportError as error:
            raise NotDone(f"{method} {path} got no answer ({error}).") from None
        if not answer.is_success:
            raise NotDone(f"{method} {path} was answered {answer.status_code}: {answer.text[:200]}")
        return answer.json() if answer.content else None


def _next(notifications: ClientConnection, *types: str) -> Mapping[str, Any]:
    """The data of the next notification of one of these types, with its type. Raises NotDone where none comes."""
    try:
        while True:
            frame = json.loads(notifications.recv(_ANSWER_SECONDS))
            data: Mapping[str, Any] = frame.get("data") or {}
            for type_ in (frame.get("type"), data.get("type")):
                if type_ in types:
                    return {**data, "type": type_}
    except (TimeoutError, ConnectionClosed):
        raise NotDone(f"The notification socket opened, and {types[0]} did not come.") from None
