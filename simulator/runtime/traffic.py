"""The HTTP and socket lines at a tenant's edge, for people and reports. Their order may differ between equal runs; the
journal's does not.
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from enum import StrEnum

from deskproof.simulator.domain.values import Instant

KEPT = 5_000
"""The number of lines stored for a tenant; older ones are dropped."""


class Verdict(StrEnum):
    """Whether a line fits the catalogue: it does; a fault has altered what did; the request is unknown; the request is
    malformed; the simulator's own answer is wrong.
    """

    OK = "ok"
    ALTERED = "altered"
    UNKNOWN_REQUEST = "unknown request"
    BAD_REQUEST = "bad request"
    BAD_ANSWER = "bad answer"


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One request with its answer (`way` is `http`), or one frame in (`in`) or out (`out`) of a socket. Never holds a
    secret.
    """

    seq: int
    at: Instant
    way: str
    name: str
    path: str = ""
    method: str = ""
    status: int | None = None
    verdict: Verdict = Verdict.OK
    detail: str = ""


class Traffic:
    """The latest lines, numbered from 1."""

    def __init__(self) -> None:
        self._lines: deque[Line] = deque(maxlen=KEPT)
        self._seq = 0
        self._awaited: asyncio.Event | None = None

    def add(
        self, *, at: Instant, way: str, name: str, path: str = "", method: str = "",
        status: int | None = None, verdict: Verdict = Verdict.OK, detail: str = "",
    ) -> None:  # fmt: skip
        """Store a line."""
        self._seq += 1
        line = Line(
            seq=self._seq,
            at=at,
            way=way,
            name=name,
            path=path,
            method=method,
            status=status,
            verdict=verdict,
            detail=detail,
        )
        self._lines.append(line)
        if self._awaited is not None:
            self._awaited.set()
            self._awaited = None

    def after(self, seq: int = 0) -> tuple[Line, ...]:
        """The stored lines with a higher number than `seq`."""
        return tuple(line for line in self._lines if line.seq > seq)

    async def wait(self, *, after: int = 0) -> None:
        """Return when there is a line with a higher number than `after`; waits for it without a timeout."""
        while self._seq <= after:
            self._awaited = self._awaited or asyncio.Event()
            await self._awaited.wait()
