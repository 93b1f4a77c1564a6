"""What is tried at every operation of the catalogue by who may not use it, and how it is refused.

`python -m tests.simulator.product.attempts` writes docs/isolation.md from it; a test fails while the page is stale.
"""

from __future__ import annotations

import asyncio
import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import httpx

from deskproof.simulator.app import Application
from deskproof.simulator.domain.commands import AnswerConversation, AnswerPhone, CustomerCalls
from deskproof.simulator.domain.configuration import Configuration, Role
from deskproof.simulator.product.services import services_of
from deskproof.simulator.runtime.blueprints import blueprint
from deskproof.simulator.runtime.clock import Clock
from deskproof.simulator.runtime.journal import EntryKind
from deskproof.simulator.wire.calling import shapes as calling
from deskproof.simulator.wire.catalogue import OPERATIONS
from deskproof.simulator.wire.kernel.operation import Operation
from deskproof.simulator.wire.kernel.shapes import Shape
from deskproof.simulator.wire.monitoring.shapes import MonitorBody
from deskproof.simulator.wire.sessions.shapes import LogoutBody, StateChangeBody
from deskproof.simulator.wire.tasks.shapes import CancelQueueBody, DestinationBody, WrapUpBody
from tests.simulator.product.conftest import ADA, MORNING, TOKEN, served

PAGE = Path(__file__).parents[3] / "docs" / "isolation.md"

STRANGERS: Mapping[str, str] = {
    "no token": "sends no header `Authorization`",
    "unreadable": "sends a bearer that is no token",
    "tampered": "sends a token whose signature was changed",
    "other tenant": "sends a token of another tenant",
    "closed tenant": "sends a token of a closed tenant to the simulator's own address",
    "no tenant": "sends a token of a closed tenant to the address that this tenant had",
    "expired": "sends a token whose twelve hours are over",
    "revoked": "sends a token whose code was used twice",
    "nobody": "sends a token of a person who is not in the configuration any more",
    "id token": "sends an id token in place of an access token",
    "Teams": "sends a token of the Teams sign-in",
    "other organisation": "sends a good token, and names another organisation in path or query",
}
"""Who has no business at the tenant, by the name of the column."""

COLLEAGUES: Mapping[str, str] = {
    "agent": "is Bo, an agent of Ada's team",
    "supervisor": "is Signe, who supervises Ada's team",
    "other supervisor": "is Sven, who supervises another team",
}
"""Who belongs to the tenant, and asks about what somebody else has: Ada, or Lars, who monitors Ada's call."""

CALL, REQUEST = "conversation-0001", "request-1"
_PERIOD = {"from": MORNING - 1, "to": MORNING}
_HISTORY = ("agent activities", "agent statistics")


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How an attempt ended: the status, what refused it, whether anything has changed, and whether the tenant's
    traffic tells of it.
    """

    status: int
    reason: str
    changed: bool
    recorded: bool

    @property
    def refused(self) -> bool:
        """Whether the request was refused, by its answer or by a frame, and nothing has changed."""
        return bool(self.reason) and not self.changed

    @property
    def cell(self) -> str:
        """The outcome on the page."""
        return f"{self.status} {self.reason}" if self.refused else "may"


def is_anothers(operation: Operation) -> bool:
    """Whether a request names somebody, or something that a person has."""
    named = re.findall(r"{(taskId|requestId|clientId|lineId|callId|id)}", operation.address)
    return bool(named) or operation.name in (
        "state change", "logout", "monitor", "register line", *_HISTORY,
    )  # fmt: skip


def names_organisation(operation: Operation) -> bool:
    """Whether a request names its organisation, beside its bearer."""
    return "{orgId}" in operation.address or "org_id" in operation.query.model_fields


class World:
    """A simulator with a tenant in which Ada talks to a customer while Lars listens, with another, and a closed one."""

    def __init__(self) -> None:
        self.application = Application(port=8400, token=TOKEN)
        self.other, closed = served(self.application), served(self.application)
        self._of_closed = services_of(closed).tokens.issue_access(ADA, client_id="agent-desktop", scope="openid")
        self._closed_at = closed.origins.desktop
        self.application.tenants.close(closed.id)
        self.tenancy = self.application.tenants.create(_configuration(), clock=Clock.frozen(MORNING))
        self.people = {person.key: person for person in self.tenancy.configuration.people}
        self.ada = self.people["ada"].agent_id
        self.ids = {"orgId": self.tenancy.org_id, "taskId": CALL, "requestId": REQUEST}
        self._client_address = ""

    async def begin(self) -> World:
        """Let Ada have a client, a line, a call and a subscription, and Lars monitor the call."""
        browser = {"deviceType": "BROWSER", "deviceId": self.ada}
        client = await self._good("ada", "POST", "/wdm/api/v1/devices", _CLIENT)
        self._client_address = client["url"]
        for key, station in (
            ("ada", browser), ("bo", _phone(1)), ("signe", _phone(2)), ("sven", _phone(3)), ("lars", _phone(4)),
        ):  # fmt: skip
            await self._signs_in(key, station)
        state = {"state": "Available", "auxCodeId": "0"}
        await self._good("ada", "PUT", "/wcc/v1/agents/session/state", state)
        line = await self._good("ada", "POST", "/api/v1/calling/web/device", self._body_of(calling.LineBody))
        self.tenancy.submit(CustomerCalls(conversation_id=CALL, customer="+12015550123", queue="support"), cause="test")
        self.tenancy.submit(AnswerConversation(agent_id=self.ada, conversation_id=CALL), cause="test")
        await self._good("lars", "POST", "/wcc/v1/monitor", {**self._body_of(MonitorBody), "id": REQUEST})
        self.tenancy.submit(AnswerPhone(number=_phone(4)["dialNumber"]), cause="test")
        hook = {"name": "Wallboard", "eventTypes": ["agent:login"], "destinationUrl": "http://127.0.0.1:9/hook"}
        subscription = await self._good("ada", "POST", "/wcc/v1/subscriptions", hook)
        (call,) = services_of(self.tenancy).exchange._switch.calls
        self.ids |= {
            "clientId": client["webSocketUrl"].rpartition("/")[2], "lineId": line["device"]["deviceId"],
            "callId": call, "id": subscription["data"]["id"],
        }  # fmt: skip
        return self

    async def stranger(self, kind: str, operation: Operation) -> Outcome:
        """How an operation ends for one of the `STRANGERS`. A change is an entry in the journal too."""
        base = {"closed tenant": "http://localhost:8400", "no tenant": self._closed_at}.get(kind)
        token, before = self._token_of(kind), len(self.tenancy.journal.after())
        if kind != "other organisation":
            found = await self._outcome(operation, token, base=base)
        elif "{orgId}" in operation.address:
            found = await self._outcome(operation, token, org_id=self.other.org_id)
        else:
            found = await self._outcome(operation, token, query={"orgId": self.other.org_id})
        return replace(found, changed=found.changed or len(self.tenancy.journal.after()) > before)

    async def colleague(self, kind: str, operation: Operation) -> Outcome:
        """How an operation ends for one of the `COLLEAGUES` who asks about what another has."""
        key = {"agent": "bo", "supervisor": "signe", "other supervisor": "sven"}[kind]
        return await self._outcome(operation, self._token(key))

    async def _outcome(
        self, operation: Operation, token: str, *, base: str | None = None, org_id: str | None = None,
        query: Mapping[str, str] | None = None,
    ) -> Outcome:  # fmt: skip
        ids = {**self.ids, "orgId": org_id or self.tenancy.org_id}
        path = re.sub(r"{(\w+)}", lambda found: ids.get(found[1], "x"), operation.address)
        asked = {**(_PERIOD if operation.name in _HISTORY else {}), **(query or {})}
        body = self._body_of(operation.body)
        before, seen, lines = self._all(), len(self.tenancy.journal.after()), len(self.tenancy.traffic.after())
        answer = await self._asked(operation.method, path, token, body, base=base, query=asked)
        rejections = [one.name for one in self.tenancy.journal.after(seen) if one.kind is EntryKind.REJECTION]
        refused_by = "" if answer.is_success else answer.json()["error"]["reason"] if _is_json(answer) else "a page"
        return Outcome(
            status=answer.status_code, reason=refused_by or " ".join(rejections), changed=self._all() != before,
            recorded=[line.status for line in self.tenancy.traffic.after()[lines:]] == [answer.status_code],
        )  # fmt: skip

    def _all(self) -> tuple[object, ...]:
        """What an attempt may not change."""
        exchange = services_of(self.tenancy).exchange
        return (
            self.tenancy.state,
            *(dict(each) for each in (exchange._clients, exchange._lines, exchange._switch.calls)),
        )

    def _body_of(self, shape: type[Shape]) -> Mapping[str, Any]:
        """A body that fits, and is about Ada."""
        call = {
            "device": {"deviceId": self.ids.get("lineId", ""), "correlationId": "x"},
            "callId": self.ids.get("callId", ""),
        }
        roap = {"messageType": "OK", "seq": 1, "version": "2"}
        bodies: Mapping[type[Shape], Mapping[str, Any]] = {
            calling.ClientBody: _CLIENT,
            calling.LineBody: {
                "userId": self.ada, "clientDeviceUri": self._client_address,
                "serviceData": {"indicator": "contactcenter", "domain": "rtms.example.com"},
            },
            calling.DialBody: {
                "device": call["device"], "callee": {"type": "uri", "address": "+12015550190"},
                "localMedia": {"mediaId": "m", "roap": {**roap, "messageType": "OFFER", "sdp": "x"}},
            },
            calling.CallBody: {**call, "callState": "sig_connected"},
            calling.CallStatusBody: call,
            calling.CallEndBody: call,
            calling.MediaBody: {**call, "localMedia": {"mediaId": "m", "roap": roap}},
            MonitorBody: {"id": "request-2", "monitorType": "midcall", "taskId": CALL},
            StateChangeBody: {"state": "Idle", "auxCodeId": self._code("IDLE_CODE"), "agentId": self.ada},
            LogoutBody: {"agentId": self.ada},
            CancelQueueBody: {"agentId": self.ada, "queueId": "x"},
            DestinationBody: {"to": "+12015550188", "destinationType": "dialNumber"},
            WrapUpBody: {"wrapUpReason": "", "auxCodeId": self._code("WRAP_UP_CODE")},
        }  # fmt: skip
        return bodies.get(shape, {})

    def _code(self, work: str) -> str:
        return next(code.id for code in self.tenancy.configuration.auxiliary_codes if code.work.value == work)

    def _token(self, key: str) -> str:
        tokens = services_of(self.tenancy).tokens
        return tokens.issue_access(self.people[key], client_id="agent-desktop", scope="openid", grant_id=key)

    def _token_of(self, kind: str) -> str:
        tokens, ada = services_of(self.tenancy).tokens, self.people["ada"]
        issue = partial(tokens.issue_access, client_id="agent-desktop", scope="openid")
        match kind:
            case "no token":
                return ""
            case "unreadable":
                return "x.y.z"
            case "tampered":
                head, claims, signature = issue(ada).split(".")
                return ".".join((head, claims, signature[::-1]))
            case "other tenant":
                return services_of(self.other).tokens.issue_access(ADA, client_id="agent-desktop", scope="openid")
            case "closed tenant" | "no tenant":
                return self._of_closed
            case "expired":
                token = issue(ada)
                self.tenancy.advance(12 * 60 * 60 * 1_000)
                return token
            case "revoked":
                token = issue(ada, grant_id="used twice")
                tokens.revoke("used twice")
                return token
            case "nobody":
                return issue(replace(ada, key="nobody", email="nobody@example.com"))
            case "id token":
                now = self.tenancy.clock.now()
                return tokens.issue_id_token(ada, client_id="agent-desktop", nonce=None, signed_in_at=now)
            case "Teams":
                teams = services_of(self.tenancy).teams.provider.tokens
                return teams.issue_access(ada, client_id="agent-desktop-teams", scope="openid")
            case _:
                return issue(ada)

    async def _signs_in(self, key: str, station: Mapping[str, str]) -> None:
        role = "supervisor" if Role.SUPERVISOR in self.people[key].roles else "agent"
        team = self.tenancy.configuration.teams_of(self.people[key])[0].id
        body = {**station, "teamId": team if role == "agent" else "", "roles": [role]}
        await self._good(key, "POST", "/wcc/v1/agents/login", body)

    async def _good(self, key: str, method: str, path: str, body: object) -> Any:
        answer = await self._asked(method, path, self._token(key), body)
        assert answer.is_success, (path, answer.text)
        return answer.json()

    async def _asked(
        self, method: str, path: str, token: str, body: object, *, base: str | None = None,
        query: Mapping[str, Any] | None = None,
    ) -> httpx.Response:  # fmt: skip
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        to = base or self.tenancy.origins.desktop
        async with httpx.AsyncClient(transport=httpx.ASGITransport(self.application), base_url=to) as http:
            return await http.request(method, path, json=body, headers=headers, params=query)


Tried = Mapping[str, Mapping[str, Outcome]]


async def tried() -> Tried:
    """How each attempt ended: for each operation by its name, for each column that applies to it."""
    outcomes: dict[str, dict[str, Outcome]] = {}
    world = await World().begin()
    for operation in OPERATIONS:
        found = outcomes[operation.name] = {}
        for kind in COLLEAGUES if is_anothers(operation) else ():
            found[kind] = await world.colleague(kind, operation)
            if not found[kind].refused:
                world = await World().begin()
    for operation in OPERATIONS:
        for kind in () if operation.open else STRANGERS:
            if kind != "other organisation" or names_organisation(operation):
                outcomes[operation.name][kind] = await world.stranger(kind, operation)
    return outcomes


def page(outcomes: Tried) -> str:
    """The page of the docs."""
    return "\n".join(_lines(outcomes)) + "\n"


def _lines(outcomes: Tried) -> Iterator[str]:
    strangers = {name: found for name, found in outcomes.items() if found.keys() & STRANGERS.keys()}
    total = sum(map(len, outcomes.values()))
    yield from ("# Who is refused where", "", *_wrapped(
        "Written by `python -m tests.simulator.product.attempts`, which really asks; do not edit. At every operation "
        "of the wire catalogue it tries who has no business there: "
        f"{total:,} attempts at {len(outcomes)} operations. A cell is the status and the reason of the answer. Where "
        "the answer is 202, the refusal is a frame, and the reason is that of the journal. Nothing has changed after a "
        "refused attempt, and the tenant's traffic tells of it. What pages of other origins can do to the simulator is "
        "tried in a real browser (`tests/isolation`).",
    ))  # fmt: skip
    yield from ("", "## Strangers", "", "| column | who asks |", "|---|---|")
    yield from (f"| {name} | {says} |" for name, says in STRANGERS.items())
    yield from ("", *_table(strangers, STRANGERS))
    no_token = [operation.name for operation in OPERATIONS if operation.open]
    yield from ("", *_wrapped(f"Before anybody has signed in, these have to answer: {', '.join(no_token)}."))
    yield from ("", "## Colleagues", "", *_wrapped(
        "Here the token is good, and the request is about what another person has: Ada's call, line, client, "
        "subscription and state, and the monitoring of Lars, a supervisor. *May* is what the product allows: "
        "subscriptions belong to the organisation, and every signed-in supervisor monitors the queues that permit it.",
    ), "", "| column | who asks |", "|---|---|")  # fmt: skip
    yield from (f"| {name} | {says} |" for name, says in COLLEAGUES.items())
    yield from ("", *_table({name: found for name, found in outcomes.items() if "agent" in found}, COLLEAGUES))


def _table(outcomes: Tried, columns: Mapping[str, str]) -> Iterator[str]:
    """The outcomes; operations that do the same in every column are one row."""
    yield f"| operation | {' | '.join(columns)} |"
    yield "|---" * (len(columns) + 1) + "|"
    rows: dict[str, list[str]] = {}
    for name, found in outcomes.items():
        cells = (found[column].cell if column in found else "–" for column in columns)
        rows.setdefault(" | ".join(cells), []).append(name)
    yield from (f"| {', '.join(names)} | {cells} |" for cells, names in rows.items())


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, 100, break_on_hyphens=False)


_CLIENT = {"name": "desktop", "deviceType": "WEB", "model": "desktop"}


def _phone(number: int) -> dict[str, str]:
    return {"deviceType": "AGENT_DN", "dialNumber": f"+1201553244{number}"}


def _configuration() -> Configuration:
    """The standard blueprint, with Sven, who supervises a team that has nothing to do with Ada."""
    standard = blueprint("standard")
    lars = next(person for person in standard.people if person.key == "lars")
    sven = replace(
        lars, key="sven", first_name="Sven", email="sven.holmberg@example.com", roles=(Role.SUPERVISOR,),
        teams=("team-10",),
    )  # fmt: skip
    return replace(standard, people=(*standard.people, sven))


def _is_json(answer: httpx.Response) -> bool:
    return "application/json" in answer.headers.get("content-type", "")


if __name__ == "__main__":
    PAGE.write_text(page(asyncio.run(tried())), encoding="utf-8")
