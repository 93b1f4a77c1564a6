"""`answers otherwise` and `sends otherwise`: what leaves is what the product says, with the fault's changes.

Rule: an answer or a frame is checked against the catalogue before it comes here, so that a changed one is no bad answer
of the simulator. Traffic has it as altered.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

from deskproof.simulator.edge.context import RequestContext
from deskproof.simulator.runtime.alteration import Alteration, Json
from deskproof.simulator.runtime.faults import Fault, FaultKind, Faults
from deskproof.simulator.runtime.traffic import Verdict

ALTERED = "altered by a fault"


def changes_of_frame(faults: Faults, frame: Json, *names: str) -> tuple[Alteration, ...]:
    """What faults change in a frame of these names, one after the other; nothing unless a fault fires."""
    reads = [frame]
    fired = faults.take_each(
        FaultKind.SENDS_OTHERWISE, *names, fits=lambda fault: bool(fault.alteration.of(reads[-1]) != reads[-1])
    )
    changes = []
    for fault in fired:
        changes.append(fault.alteration)
        reads.append(fault.alteration.of(reads[-1]))
    return tuple(changes)


def changed_frame(frame: Json, changes: Iterable[Alteration]) -> Json:
    """The frame as it reads after these changes."""
    for change in changes:
        frame = change.of(frame)
    return frame


def altering(faults: Faults, context: RequestContext, send: Send) -> Send:
    """A `send` that lets faults change the answer to the request; `send` itself where none is armed for it."""
    if not faults.may_fire(FaultKind.ANSWERS_OTHERWISE, *context.where):
        return send
    return _Altering(faults, context, send)


class _Altering:
    """Holds an answer back until it is whole."""

    def __init__(self, faults: Faults, context: RequestContext, send: Send) -> None:
        self._faults = faults
        self._context = context
        self._send = send
        self._start: Message = {}
        self._body = bytearray()

    async def __call__(self, message: Message) -> None:
        match message["type"]:
            case "http.response.start":
                self._start = message
            case "http.response.body":
                self._body += message.get("body", b"")
                if not message.get("more_body", False):
                    self._alter()
                    await self._send(self._start)
                    await self._send({"type": "http.response.body", "body": bytes(self._body)})
            case _:
                await self._send(message)

    def _alter(self) -> None:
        headers = MutableHeaders(raw=list(self._start.get("headers", ())))
        reads = [(int(self._start["status"]), self._document(headers))]
        for fault in self._faults.take_each(
            FaultKind.ANSWERS_OTHERWISE,
            *self._context.where,
            fits=lambda fault: _changed(fault, *reads[-1]) != reads[-1],
        ):
            reads.append(_changed(fault, *reads[-1]))
        if len(reads) == 1:
            return
        status, document = reads[-1]
        if document != reads[0][1]:
            self._body[:] = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
            headers["content-length"] = str(len(self._body))
        self._start = {**self._start, "status": status, "headers": headers.raw}
        if self._context.verdict is Verdict.OK:
            self._context.verdict, self._context.detail = Verdict.ALTERED, ALTERED

    def _document(self, headers: MutableHeaders) -> Json:
        """The body, where it is JSON."""
        if "json" not in headers.get("content-type", "") or "content-encoding" in headers:
            return None
        try:
            return json.loads(self._body)
        except ValueError:
            return None


def _changed(fault: Fault, status: int, document: Json) -> tuple[int, Json]:
    """An answer as it reads after the fault: status and body change together, or neither does."""
    altered = fault.alteration.of(document)
    if fault.alteration and altered == document:
        return status, document
    return fault.status or status, altered
