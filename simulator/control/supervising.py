"""What supervisors do, in the control plane's client."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Literal, TypeAlias
from urllib.parse import quote

from deskproof.simulator.control.records import Json

SupervisorAct: TypeAlias = Literal["monitor", "pause", "resume", "whisper", "barge-in", "take-over", "end"]


class Supervising(ABC):
    """The acts of a tenant's supervisors. Supervisors and agents are named by their keys."""

    def sign_in_supervisor(self, supervisor: str, *, number: str) -> None:
        """A supervisor signs in at the phone with a number, without a desktop."""
        self._call("POST", "/supervisors", body={"supervisor": supervisor, "number": number})

    def supervise(self, conversation: str, *, supervisor: str, act: SupervisorAct) -> None:
        """A signed-in supervisor asks to monitor a call, which rings at the supervisor's phone; pauses, resumes,
        whispers, barges in, takes the call over, or ends monitoring.
        """
        path = f"/conversations/{quote(conversation, safe='')}/supervision"
        self._call("POST", path, body={"supervisor": supervisor, "act": act})

    def change_agent_state(
        self, agent: str, *, supervisor: str, state: Literal["Available", "Idle"], idle_code: str | None = None
    ) -> None:
        """A signed-in supervisor makes an agent Available, or Idle with an idle code (its key)."""
        body = {"supervisor": supervisor, "state": state, "idleCode": idle_code}
        self._call("PUT", f"/agents/{quote(agent, safe='')}/state", body=body)

    def sign_out_agent(self, agent: str, *, supervisor: str) -> None:
        """A signed-in supervisor signs an agent out; the supervisor, too."""
        self._call("POST", f"/agents/{quote(agent, safe='')}/sign-out", body={"supervisor": supervisor})

    @abstractmethod
    def _call(
        self,
        method: str,
        path: str,
        *,
        body: Json = None,
        query: Mapping[str, int] | None = None,
        extra_seconds: float = 0,
    ) -> Json:
        """The answer's JSON."""
