"""The control plane's client: typed, synchronous, without imports of the simulator's core, for any harness.

Errors: `ControlError` with the server's sentence; `FactNotSeen` when a fact is not in the journal in time;
`Unreachable` when the simulator does not answer.
"""

from __future__ import annotations

import ssl
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from urllib.parse import quote

import httpx

from deskproof.simulator.control.address import PREFIX
from deskproof.simulator.control.errors import ControlError, FactNotSeen, Unreachable
from deskproof.simulator.control.records import (
    Agent,
    ClockReading,
    Conversation,
    Entry,
    Fault,
    FaultKind,
    Json,
    Line,
    Mail,
    Person,
    Phone,
    agent_of,
    conversation_of,
    entry_of,
    fault_of,
    instant_of,
    people_of,
    reading_of,
)
from deskproof.simulator.control.supervising import Supervising

__all__ = [
    "PREFIX",
    "Agent",
    "ClockReading",
    "Control",
    "ControlError",
    "Conversation",
    "Entry",
    "FactNotSeen",
    "Fault",
    "FaultKind",
    "Line",
    "Mail",
    "Person",
    "Phone",
    "TenantControl",
    "Unreachable",
]

TIMEOUT_SECONDS = 10.0
"""The default timeout of what waits, in real seconds, because a tenant's clock may be frozen."""

_ANSWER_SECONDS = 20.0


class _Caller:
    """Sends requests and raises refusals as errors."""

    def __init__(self, address: str, token: str, certificate: Path | None = None) -> None:
        self.address = address.rstrip("/")
        self._http = httpx.Client(
            base_url=self.address + PREFIX,
            headers={"Authorization": f"Bearer {token}"},
            timeout=_ANSWER_SECONDS,
            trust_env=False,
            verify=True if certificate is None else ssl.create_default_context(cafile=str(certificate)),
        )

    def call(
        self,
        method: str,
        path: str,
        *,
        body: Json = None,
        query: Mapping[str, int] | None = None,
        extra_seconds: float = 0,
    ) -> Json:
        try:
            answer = self._http.request(method, path, json=body, params=query, timeout=_ANSWER_SECONDS + extra_seconds)
        except httpx.ConnectError:
            raise Unreachable(
                f"No simulator answers at {self.address}; start one with `deskproof serve`, or correct the address."
            ) from None
        except httpx.TimeoutException:
            raise Unreachable(f"The simulator at {self.address} did not answer {method} {path} in time.") from None
        except httpx.TransportError as error:
            raise Unreachable(
                f"The simulator at {self.address} closed the connection during {method} {path} ({error}); "
                "check whether it was stopped."
            ) from None
        if answer.status_code == httpx.codes.REQUEST_TIMEOUT:
            raise FactNotSeen(_sentence(answer), status=answer.status_code)
        if not answer.is_success:
            raise ControlError(_sentence(answer), status=answer.status_code)
        return answer.json() if answer.content else None

    def close(self) -> None:
        self._http.close()


class TenantControl(Supervising):
    """A tenant. `people` is as of its creation or the latest `change` or `reload_people`."""

    def __init__(self, caller: _Caller, document: Mapping[str, Json]) -> None:
        self._caller = caller
        self.id: str = document["id"]
        self.org_id: str = document["orgId"]
        self.desktop_url: str = document["desktopUrl"]
        self.identity_url: str = document["identityUrl"]
        self.teams_url: str = document["teamsUrl"]
        self.people: Mapping[str, Person] = people_of(document["people"])

    def __repr__(self) -> str:
        return f"TenantControl({self.id!r}, {self.desktop_url!r})"

    def change(self, patch: Mapping[str, Json]) -> tuple[str, ...]:
        """Patch the configuration (docs/architecture.md); a description of each change."""
        answer = self._call("PATCH", "/configuration", body=patch)
        self.people = people_of(answer["people"])
        return tuple(answer["changed"])

    def configuration(self) -> Json:
        """The whole configuration as its document, passwords in the clear."""
        return self._call("GET", "/configuration")

    def reload_people(self) -> Mapping[str, Person]:
        """The people as they are now, with passwords chosen after a recovery."""
        self.people = people_of(self._call("GET", "/people")["people"])
        return self.people

    def mail(self, email: str) -> tuple[Mail, ...]:
        """The mails to an address, oldest first; none for an address without mail."""
        answer = self._call("GET", f"/mailboxes/{quote(email, safe='@')}")
        return tuple(Mail(**{**mail, "at": instant_of(mail["at"])}) for mail in answer["mails"])

    def journal(self, after: int = 0) -> tuple[Entry, ...]:
        """The entries with a higher number than `after`."""
        return self.journal_and_now(after)[0]

    def journal_and_now(self, after: int = 0) -> tuple[tuple[Entry, ...], datetime]:
        """The entries with a higher number than `after`, and the tenant's instant at that moment."""
        answer = self._call("GET", "/journal", query={"after": after})
        return tuple(entry_of(entry) for entry in answer["entries"]), instant_of(answer["now"])

    def traffic(self, after: int = 0) -> tuple[Line, ...]:
        """The recorded lines with a higher number than `after`."""
        lines = self._call("GET", "/traffic", query={"after": after})["lines"]
        return tuple(Line(**{**line, "at": instant_of(line["at"])}) for line in lines)

    def wait_for(
        self, /, name: str, *, after: int = 0, timeout_seconds: float = TIMEOUT_SECONDS, **parts: Json
    ) -> Entry:
        """The first journal entry after `after` of this name whose data has these parts, such as `agent="ada"`.

        A part is looked up in the entry's data and one level down. Raises `FactNotSeen` when there is none in time.
        """
        body = {"name": name, "after": after, "parts": parts, "timeoutSeconds": timeout_seconds}
        return entry_of(self._call("POST", "/facts/wait", body=body, extra_seconds=timeout_seconds))

    def clock(self) -> ClockReading:
        """The tenant's clock."""
        return reading_of(self._call("GET", "/clock"))

    def now(self) -> datetime:
        """The tenant's present instant."""
        return self.clock().now

    def advance(self, *, seconds: float) -> datetime:
        """Move time forward, running what falls due in between; the instant reached."""
        return reading_of(self._call("POST", "/clock/advance", body={"seconds": seconds})).now

    def run_to_next_deadline(self) -> datetime | None:
        """Move time to the next deadline and run what is due; the instant reached, None when nothing is due."""
        answer = self._call("POST", "/clock/next")
        return instant_of(answer["now"]) if answer["moved"] else None

    def freeze(self) -> datetime:
        """Stop the clock where it is; the instant it shows."""
        return reading_of(self._call("POST", "/clock/freeze")).now

    def run_clock(self) -> datetime:
        """Let the clock go on with real time from where it is; the instant it shows."""
        return reading_of(self._call("POST", "/clock/run")).now

    def agents(self) -> tuple[Agent, ...]:
        """The agents who are signed in."""
        return tuple(agent_of(document) for document in self._call("GET", "/agents")["agents"])

    def customer_calls(self, *, number: str, queue: str | None = None, dials: str | None = None) -> str:
        """A customer calls from a number: a queue (its key), or the number of an entry point in `dials`; the id of the
        conversation.
        """
        body = {"queue": queue, "dials": dials, "number": number}
        conversation: str = self._call("POST", "/conversations", body=body)["id"]
        return conversation

    def customer_writes(self, *, queue: str, customer: str) -> str:
        """A customer, by name or address, begins a chat or sends an e-mail or a social message to a queue of that
        channel (its key); the id of the conversation.
        """
        body = {"queue": queue, "customer": customer}
        conversation: str = self._call("POST", "/conversations", body=body)["id"]
        return conversation

    def offer_preview(self, *, campaign: str, agent: str, number: str) -> str:
        """A campaign gives an agent (a key) the number of a customer to look at before the call; the id of the
        conversation.
        """
        path = f"/campaigns/{quote(campaign, safe='')}/previews"
        conversation: str = self._call("POST", path, body={"agent": agent, "number": number})["id"]
        return conversation

    def customer_hangs_up(self, conversation: str) -> None:
        """The customer ends the call or chat, in any state."""
        self._call("POST", f"/conversations/{quote(conversation, safe='')}/hang-up")

    def heard(
        self, conversation: str, *, listener: str | None = None, timeout_seconds: float = TIMEOUT_SECONDS
    ) -> float:
        """The strongest frequency, in hertz, of what the customer next hears in the call, or a `listener`: an agent (a
        key) or a number. Raises `FactNotSeen` when nothing is heard in time.
        """
        return self.frequencies(conversation, listener=listener, timeout_seconds=timeout_seconds)[0]

    def frequencies(
        self,
        conversation: str,
        *,
        listener: str | None = None,
        expected: Sequence[float] | None = None,
        timeout_seconds: float = TIMEOUT_SECONDS,
    ) -> tuple[float, ...]:
        """The frequencies, in hertz, of what the customer or a `listener` next hears, the strongest first. With
        `expected`, waits until exactly these are heard, in any order and none for silence. Raises `FactNotSeen` when
        that is not heard in time.
        """
        path = f"/conversations/{quote(conversation, safe='')}/listen"
        body: dict[str, Json] = {"timeoutSeconds": timeout_seconds, "listener": listener}
        if expected is not None:
            body["expected"] = list(expected)
        return tuple(self._call("POST", path, body=body, extra_seconds=timeout_seconds)["frequencies"])

    def conversations(self) -> tuple[Conversation, ...]:
        """The conversations that are not over, oldest first."""
        return tuple(conversation_of(document) for document in self._call("GET", "/conversations")["conversations"])

    def set_phone(self, number: str, *, ready: bool) -> None:
        """Make a phone ready to ring, or not; every phone starts ready."""
        self._call("PUT", f"/phones/{quote(number, safe='')}", body={"ready": ready})

    def answer_phone(self, number: str) -> None:
        """Answer the ringing phone: that of an agent, of a number that is consulted, or of a customer who is called."""
        self._call("POST", f"/phones/{quote(number, safe='')}/answer")

    def decline_phone(self, number: str) -> None:
        """Decline what rings at the phone."""
        self._call("POST", f"/phones/{quote(number, safe='')}/decline")

    def hang_up_phone(self, number: str) -> None:
        """Hang up: the phone of the agent whose call it is ends it for everybody, any other phone only its part."""
        self._call("POST", f"/phones/{quote(number, safe='')}/hang-up")

    def phones(self) -> tuple[Phone, ...]:
        """The phones of signed-in agents and of numbers in calls, and those that are not ready."""
        return tuple(Phone(**phone) for phone in self._call("GET", "/phones")["phones"])

    def arm_fault(
        self, kind: FaultKind, *, where: str = "*", times: int | None = 1, after: int = 0, probability: float = 1,
        seconds: int = 0, seconds_max: int | None = None, status: int | None = None,
        set: Mapping[str, Json] | None = None, remove: Sequence[str] = (),
    ) -> Fault:  # fmt: skip
        """Arm a fault. Of the occasions that fit `where`, the first `after` pass; then it fires `times` times (None: on
        all of them), on each occasion with `probability`.

        `where` is one of `fault_places()` or `*`. `seconds` says how late an answer is (with `seconds_max`: a draw
        between the two) or how long a cut lasts (0: until cleared), `status` what an error answers (500 by default).
        What reads otherwise has each value of `set` at its path, such as `{"data.0.name": "Returns"}`, and nothing at
        the paths of `remove`; `*` in a path is every member or item. An answer also has `status`, where it is given.
        """
        body = {
            "kind": kind, "where": where, "times": times, "after": after, "probability": probability,
            "seconds": seconds, "secondsMax": seconds_max, "status": status, "set": dict(set or {}),
            "remove": list(remove),
        }  # fmt: skip
        return fault_of(self._call("POST", "/faults", body=body))

    def faults(self) -> tuple[Fault, ...]:
        """Every fault that was armed, with how often it fired."""
        return tuple(fault_of(fault) for fault in self._call("GET", "/faults")["faults"])

    def fault_places(self) -> Mapping[str, tuple[str, ...]]:
        """The names at which faults act: of `requests`, of `frames`, of `people`."""
        return {kind: tuple(names) for kind, names in self._call("GET", "/faults/places").items()}

    def clear_fault(self, fault: Fault) -> Fault:
        """Stop a fault from firing again."""
        return fault_of(self._call("DELETE", f"/faults/{fault.id}"))

    def close(self) -> None:
        """Close the tenant; its addresses answer 421 from then on. Closing a closed tenant does nothing."""
        try:
            self._call("DELETE", "")
        except ControlError as error:
            if error.status != httpx.codes.NOT_FOUND:
                raise

    def _call(
        self,
        method: str,
        path: str,
        *,
        body: Json = None,
        query: Mapping[str, int] | None = None,
        extra_seconds: float = 0,
    ) -> Json:
        return self._caller.call(
            method, f"/tenants/{self.id}{path}", body=body, query=query, extra_seconds=extra_seconds
        )


class Control:
    """The control plane of one simulator, such as `Control(address="http://127.0.0.1:8400", token="…")`.

    `certificate` is that of a simulator that serves https with a certificate of its own.
    """

    def __init__(self, *, address: str, token: str, certificate: Path | None = None) -> None:
        self._caller = _Caller(address, token, certificate)

    @property
    def address(self) -> str:
        """Where the simulator is."""
        return self._caller.address

    def create_tenant(
        self,
        blueprint: str = "standard",
        *,
        changes: Mapping[str, Json] | None = None,
        frozen_at: datetime | str | None = None,
        seed: int | None = None,
        expires_after_minutes: int | None = None,
    ) -> TenantControl:
        """A new tenant, on real time unless `frozen_at` is given. Equal arguments give equal people and passwords.

        With `expires_after_minutes` it closes after so many real minutes in which nobody has used it.
        """
        at = frozen_at.isoformat() if isinstance(frozen_at, datetime) else frozen_at
        body: dict[str, Json] = {
            "blueprint": blueprint,
            "changes": dict(changes or {}),
            "clock": {"real": True} if at is None else {"frozenAt": at},
        }
        if seed is not None:
            body["seed"] = seed
        if expires_after_minutes is not None:
            body["expiresAfterMinutes"] = expires_after_minutes
        return TenantControl(self._caller, self._caller.call("POST", "/tenants", body=body))

    def tenant(self, id_: str) -> TenantControl:
        """An open tenant, by its id."""
        return TenantControl(self._caller, self._caller.call("GET", f"/tenants/{quote(id_, safe='')}"))

    def tenants(self) -> tuple[TenantControl, ...]:
        """Every open tenant."""
        documents = self._caller.call("GET", "/tenants")["tenants"]
        return tuple(TenantControl(self._caller, document) for document in documents)

    def close(self) -> None:
        """Close the connections; the tenants stay open."""
        self._caller.close()

    def __enter__(self) -> Control:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _sentence(answer: httpx.Response) -> str:
    try:
        return str(answer.json()["error"])
    except (ValueError, KeyError, TypeError):
        return (
            f"{answer.request.url} answered {answer.status_code} without an error sentence; check that it is a "
            "Deskproof simulator."
        )
