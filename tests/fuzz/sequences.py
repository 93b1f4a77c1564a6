"""A working day in any order: agents, supervisors, customers, an administrator and time, as a state machine."""

from __future__ import annotations

import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from deskproof.simulator.control.client import ControlError
from deskproof.simulator.wire.catalogue import OPERATIONS
from tests.fuzz.target import PEOPLE, Target, World
from tests.fuzz.values import json_values, texts

_people = st.sampled_from(tuple(PEOPLE))
_phones = st.sampled_from(tuple(PEOPLE.values()))
_numbers = st.integers(0, 3)

_ON_TASKS = tuple(
    operation for operation in OPERATIONS if "{taskId}" in operation.path and operation.address.startswith("/wcc/")
)
_PATCHES: tuple[dict[str, Any], ...] = (
    {"settings": {"ronaSeconds": 1}},
    {"settings": {"digitalCapacity": 0}},
    {"settings": {"lostConnectionRecoverySeconds": 1}},
    {"people": [{"key": "bo", "teams": []}]},
    {"people": [{"key": "bo", "active": False}]},
    {"people": [{"key": "bo", "active": True, "teams": ["support"]}]},
    {"people": [{"key": "ada", "remove": True}]},
    {"queues": [{"key": "support", "teams": []}]},
    {"auxiliaryCodes": []},
    {"teams": [{"key": "support", "name": ""}]},
)
_FAULTS = ("answers late", "loses an event", "delivers twice", "closes the notification socket", "goes silent")


class WorkingDay(RuleBasedStateMachine):
    """One tenant from its creation to its end; every command may be refused, none may fail."""

    target: ClassVar[Target]

    @initialize()
    def begin(self) -> None:
        self.world: World = self.target.world()
        self.faulty = False

    def teardown(self) -> None:
        if hasattr(self, "world"):
            self.world.tenant.close()
            self.target.check_alive()

    # people, through the product

    @rule(person=_people, which=st.sampled_from(_ON_TASKS), number=_numbers, more=st.booleans(), other=_people)
    def works(self, person: str, which: Any, number: int, more: bool, other: str) -> None:
        """A person does something with a conversation, be it theirs or not."""
        body = self._body_of(which, other) if more else {}
        path = which.address.replace("{taskId}", self._conversation(number)).replace("{participantId}", "ada")
        self._asks(person, which.method, path.replace("{campaignId}", "spring"), body)

    @rule(person=_people, state=st.sampled_from(("Available", "Idle")), code=st.sampled_from(("0", "x", "")))
    def changes_state(self, person: str, state: str, code: str) -> None:
        body = {"state": state, "auxCodeId": code, "lastStateChangeReason": "", "agentId": None}
        self._asks(person, "PUT", "/wcc/v1/agents/session/state", body)

    @rule(person=_people, number=_phones, kind=st.sampled_from(("AGENT_DN", "EXTENSION", "BROWSER")))
    def signs_in(self, person: str, number: str, kind: str) -> None:
        body = {"dialNumber": number, "teamId": self.world.ids["teamId"], "deviceType": kind, "roles": ["agent"]}
        self._asks(person, "POST", "/wcc/v1/agents/login", body)

    @rule(person=_people)
    def signs_out(self, person: str) -> None:
        self._asks(person, "PUT", "/wcc/v1/agents/logout", {"logoutReason": "done"})

    @rule(
        person=_people, path=st.sampled_from(("notification/subscribe", "agents/reload", "agents/buddyList", "monitor"))
    )
    def asks(self, person: str, path: str) -> None:
        bodies = {
            "notification/subscribe": {
                "force": True, "isKeepAliveEnabled": False, "clientType": "fuzz", "allowMultiLogin": True,
            },
            "agents/buddyList": {"agentProfileId": "x", "mediaType": "telephony"},
            "monitor": {"taskId": self._conversation(0), "id": "m", "monitorType": "silent"},
        }  # fmt: skip
        self._asks(person, "POST", f"/wcc/v1/{path}", bodies.get(path, {}))

    # everything else, through the control plane

    @rule(queue=st.sampled_from(("support", "sales", "chat", "email", "social", "none")), name=texts)
    def customer_comes(self, queue: str, name: str) -> None:
        tenant = self.world.tenant
        if queue in ("chat", "email", "social"):
            self._may(lambda: tenant.customer_writes(queue=queue, customer=name))
        else:
            self._may(lambda: tenant.customer_calls(number="+12015550124", queue=queue))

    @rule(number=_numbers)
    def customer_goes(self, number: int) -> None:
        self._may(lambda: self.world.tenant.customer_hangs_up(self._conversation(number)))

    @rule(number=_phones, what=st.sampled_from(("answer", "decline", "hang up", "ready", "not ready")))
    def phone(self, number: str, what: str) -> None:
        tenant = self.world.tenant
        acts: dict[str, Callable[[], object]] = {
            "answer": lambda: tenant.answer_phone(number),
            "decline": lambda: tenant.decline_phone(number),
            "hang up": lambda: tenant.hang_up_phone(number),
            "ready": lambda: tenant.set_phone(number, ready=True),
            "not ready": lambda: tenant.set_phone(number, ready=False),
        }
        self._may(acts[what])

    @rule(seconds=st.one_of(st.sampled_from((0.0, 0.001, 18.0, 50.0, 43_200.0)), st.floats(0, 10_000)))
    def time_passes(self, seconds: float) -> None:
        self._may(lambda: self.world.tenant.advance(seconds=seconds))

    @rule(
        patch=st.one_of(
            st.sampled_from(_PATCHES), st.dictionaries(st.sampled_from(("people", "queues", "teams")), json_values)
        )
    )
    def is_changed(self, patch: dict[str, Any]) -> None:
        self._may(lambda: self.world.tenant.change(patch))

    @rule(kind=st.sampled_from(_FAULTS), person=_people)
    def has_a_fault(self, kind: Any, person: str) -> None:
        where = person if "socket" in kind or "silent" in kind else "*"
        if kind != "answers late":
            self._may(lambda: self.world.tenant.arm_fault(kind, where=where))

    # what holds at any time

    @invariant()
    def it_can_be_read(self) -> None:
        if hasattr(self, "world"):
            tenant = self.world.tenant
            tenant.conversations()
            tenant.phones()
            tenant.configuration()
            tenant.clock()
            self.target.check_alive(self.world)

    def _asks(self, person: str, method: str, path: str, body: Any) -> None:
        headers = [self.world.bearer(person), ("Content-Type", "application/json")]
        answer = self.target.request(
            method, path, host=self.world.host(), headers=headers, body=json.dumps(body).encode()
        )
        self.world.check_shown(answer.status)
        assert answer.status is not None
        assert answer.status < HTTPStatus.INTERNAL_SERVER_ERROR, answer
        if answer.status >= HTTPStatus.BAD_REQUEST:
            assert {"trackingId", "error"} <= set(answer.json()), answer

    def _may(self, act: Callable[[], object]) -> None:
        """Do it, or be refused in a sentence."""
        refusal = None
        try:
            act()
        except ControlError as error:
            refusal = error
        if refusal is not None:
            assert HTTPStatus.BAD_REQUEST <= refusal.status < HTTPStatus.INTERNAL_SERVER_ERROR, refusal
            assert str(refusal).endswith("."), refusal

    def _conversation(self, number: int) -> str:
        ongoing = self.world.tenant.conversations()
        return ongoing[number % len(ongoing)].id if ongoing else "conversation-0001"

    def _body_of(self, operation: Any, other: str) -> Any:
        agent = self.world.tenant.people.get(other)
        to = agent.agent_id if agent is not None else "nobody"
        every = {
            "mediaResourceId": self._conversation(0), "to": to, "destinationType": "agent", "auxCodeId": "0",
            "wrapUpReason": "", "holdParticipants": True, "queueId": "x", "agentId": to, "interactionId": "x",
            "destinationAgentType": "agent", "destAgentId": to, "isConsult": True, "autoResumed": False,
        }  # fmt: skip
        fields = {field.alias or name for name, field in operation.body.model_fields.items()}
        return {name: value for name, value in every.items() if name in fields}
