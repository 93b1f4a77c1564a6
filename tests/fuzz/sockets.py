"""The notification and Mercury sockets: frames that fit the catalogue, and frames of any other kind, in any order."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from websockets.exceptions import ConnectionClosed
from websockets.frames import Frame, Opcode
from websockets.sync.client import ClientConnection, connect

from tests.fuzz.target import ANSWER_SECONDS, Target, World
from tests.fuzz.values import broken_json, json_values, texts

NOTIFICATION, MERCURY = "notification", "mercury"

_PRODUCT_CODES = {1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1011, 4400, 4401, 4404}
"""The codes with which a socket may close (`product/close_codes.py`, RFC 6455 7.4.1). A client that goes on sending
after a broken frame may not get the code: 1006.
"""


@dataclass(frozen=True, kw_only=True)
class Sent:
    """A frame as a client sends it. The word TOKEN in its content stands for the person's token."""

    opcode: Opcode
    content: bytes
    rsv1: bool = False
    fin: bool = True


def _json(value: Any) -> bytes:
    return json.dumps(value).encode()


_FITTING = (
    _json({"keepalive": "true"}), _json({"id": "1", "type": "authorization", "data": {"token": "TOKEN"}}),
    _json({"id": "2", "type": "ping"}), _json({"type": "ack", "messageId": "m"}),
    _json({"id": "1", "type": "authorization", "data": {"token": "Bearer x.y.z"}}),
)  # fmt: skip
_members = st.sampled_from(("id", "type", "data", "keepalive", "messageId", "token"))
_kinds = st.sampled_from(("ping", "ack", "authorization", "true"))
_contents = st.one_of(
    st.sampled_from(_FITTING),
    st.dictionaries(_members, st.one_of(_kinds, texts, json_values), max_size=5).map(_json),
    broken_json,
)
_frames = st.one_of(
    st.builds(Sent, opcode=st.just(Opcode.TEXT), content=_contents),
    st.builds(Sent, opcode=st.just(Opcode.TEXT), content=st.sampled_from(_FITTING)),
    st.builds(
        Sent, opcode=st.sampled_from(tuple(Opcode)), content=st.one_of(_contents, st.binary(max_size=200)),
        rsv1=st.booleans(), fin=st.booleans(),
    ),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Step:
    """A socket of a kind, whether its client authorizes itself, and the frames that it then sends."""

    kind: str
    authorizes: bool
    frames: tuple[Sent, ...]


steps = st.builds(
    Step,
    kind=st.sampled_from((NOTIFICATION, MERCURY)),
    authorizes=st.booleans(),
    frames=st.lists(_frames, min_size=1, max_size=6).map(tuple),
)
"""Sockets that open, get frames and are left."""


def send(target: Target, world: World, step: Step) -> None:
    """Open a socket, send the frames, and check how it ends and that a refusal is recorded."""
    token = world.tokens["bo"]
    before = world.tenant.journal()[-1].seq
    world.new_lines()
    with _open(target, world, step.kind) as socket:
        if step.kind == MERCURY and step.authorizes:
            socket.send(_FITTING[1].replace(b"TOKEN", token.encode()).decode())
        for frame in step.frames:
            if not _write(socket, frame, token):
                break
        code = _end(socket)
    assert code in _PRODUCT_CODES, f"the socket closed with {code}"
    target.check_alive(world)
    if code == 4400:
        names = [line.name for line in world.new_lines() if line.way == "in"]
        entries = [entry for entry in world.tenant.journal(before) if entry.name == "UNREADABLE_FRAME"]
        assert "unreadable frame" in names or "unknown frame" in names, names
        assert entries or "unreadable frame" not in names, "the journal does not have the unreadable frame"


def _open(target: Target, world: World, kind: str) -> ClientConnection:
    if kind == NOTIFICATION:
        subscription = {"force": True, "isKeepAliveEnabled": True, "clientType": "fuzz", "allowMultiLogin": False}
        opened = target.post(world, "bo", "/wcc/v1/notification/subscribe", subscription)
    else:
        client = {"name": "fuzz", "deviceType": "WEB", "model": "fuzz"}
        opened = target.post(world, "bo", "/wdm/api/v1/devices", client)
    path = "/".join(opened["webSocketUrl"].split("/")[3:])
    return connect(
        f"ws://{world.host()}/{path}", sock=target.connected(), proxy=None, compression=None, ping_interval=None,
        open_timeout=ANSWER_SECONDS, close_timeout=ANSWER_SECONDS,
    )  # fmt: skip


def _write(socket: ClientConnection, sent: Sent, token: str) -> bool:
    """Write a frame past the library's own checks; False where the connection has ended."""
    frame = Frame(sent.opcode, sent.content.replace(b"TOKEN", token.encode()), fin=sent.fin, rsv1=sent.rsv1)
    try:
        socket.socket.sendall(_bytes(frame))
    except OSError:
        return False
    return True


def _bytes(frame: Frame) -> bytes:
    """The frame with a mask of zeros, without the rules for the length of control frames."""
    head = bytearray([(0x80 if frame.fin else 0) | (0x40 if frame.rsv1 else 0) | frame.opcode])
    length = len(frame.data)
    if length < 126:
        head.append(0x80 | length)
    elif length < 1 << 16:
        head += bytes([0x80 | 126]) + length.to_bytes(2, "big")
    else:
        head += bytes([0x80 | 127]) + length.to_bytes(8, "big")
    return bytes(head) + bytes(4) + bytes(frame.data)


def _end(socket: ClientConnection) -> int | None:
    """Close a socket that has not ended; the code with which it closed."""
    socket.close()
    try:
        while True:
            socket.recv(timeout=ANSWER_SECONDS)
    except ConnectionClosed:
        return socket.close_code
