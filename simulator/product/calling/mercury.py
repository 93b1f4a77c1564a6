"""The Mercury socket: the client authorizes itself, gets the buffer state, then pings, acknowledges, and gets events
(PROTOCOL 7).
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import TypeVar

from pydantic import ValidationError
from starlette.websockets import WebSocket

from deskproof.simulator.product.calling.exchange import Exchange
from deskproof.simulator.product.calling.lines import Client
from deskproof.simulator.product.outbox import BAD_REQUEST, Outbox, first_of, frames, write_out
from deskproof.simulator.product.tokens import TokenError, Tokens
from deskproof.simulator.runtime.traffic import Verdict
from deskproof.simulator.wire.calling.shapes import (
    BufferState,
    MercuryAck,
    MercuryAuthorization,
    MercuryPing,
    MercuryPong,
)
from deskproof.simulator.wire.kernel.shapes import Shape

NOT_AUTHORIZED = 4401
NOT_FOUND = 4404
"""Close codes, beside `BAD_REQUEST`; the vendor's client knows that and the first by these names."""

S = TypeVar("S", bound=Shape)


async def serve(exchange: Exchange, tokens: Tokens, websocket: WebSocket) -> None:
    """A Mercury socket from opening to close."""
    client = exchange.client_at(websocket.url.path)
    if client is None:
        exchange.mercury.record("in", "unknown socket", "•••", Verdict.UNKNOWN_REQUEST, "no client is registered there")
        await websocket.close(NOT_FOUND)
        return
    await websocket.accept()
    texts = frames(websocket, lambda sentence: exchange.mercury.refuse(client, sentence))
    first = await anext(texts, None)
    if first is None:
        return
    authorization = _read(MercuryAuthorization, first)
    if authorization is None:
        exchange.mercury.record(
            "in", "unknown frame", client.id, Verdict.BAD_REQUEST, "an authorization frame comes first"
        )
        await websocket.close(BAD_REQUEST)
        return
    if not _speaks_for(client, authorization, tokens):
        exchange.mercury.record("in", "authorization", client.id, detail="refused")
        await websocket.close(NOT_AUTHORIZED)
        return
    exchange.mercury.record("in", "authorization", client.id)
    outbox = client.take_over()
    await websocket.send_text(exchange.mercury.frame(client, BufferState()))
    await first_of(write_out(websocket, outbox), _read_frames(exchange, client, texts, outbox))


def _speaks_for(client: Client, authorization: MercuryAuthorization, tokens: Tokens) -> bool:
    try:
        return tokens.verify_access(authorization.data.token.removeprefix("Bearer ").strip()) == client.agent_id
    except TokenError:
        return False


async def _read_frames(exchange: Exchange, client: Client, texts: AsyncIterator[str], outbox: Outbox) -> None:
    async for text in texts:
        if (ping := _read(MercuryPing, text)) is not None:
            exchange.mercury.record("in", "ping", client.id)
            outbox.put_nowait(json.dumps(MercuryPong(id=ping.id, timestamp=exchange.mercury.now()).to_json()))
        elif (ack := _read(MercuryAck, text)) is not None:
            exchange.mercury.record("in", "ack", client.id, detail=ack.message_id)
        else:
            detail = "a client sends pings and acks after its authorization"
            exchange.mercury.record("in", "unknown frame", client.id, Verdict.UNKNOWN_REQUEST, detail)


def _read(model: type[S], text: str) -> S | None:
    try:
        return model.model_validate_json(text)
    except ValidationError:
        return None
