"""The Mercury socket: the client authorizes itself, gets the buffer state, then pings, acknowledges, and gets events
(PROTOCOL 7).
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from starlette.websockets import WebSocket

from deskproof.simulator.product.calling.exchange import Exchange
from deskproof.simulator.product.calling.lines import Client
from deskproof.simulator.product.close_codes import BAD_REQUEST, NOT_AUTHORIZED, NOT_FOUND
from deskproof.simulator.product.outbox import converse, frames
from deskproof.simulator.product.tokens import TokenError, Tokens, grant_of
from deskproof.simulator.runtime.traffic import Verdict
from deskproof.simulator.wire.calling.shapes import (
    BufferState,
    MercuryAck,
    MercuryAuthorization,
    MercuryPing,
)
from deskproof.simulator.wire.kernel.shapes import Shape

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
    claims = _claims_for(client, authorization, tokens)
    if claims is None:
        exchange.mercury.record("in", "authorization", client.id, detail="refused")
        await websocket.close(NOT_AUTHORIZED)
        return
    exchange.mercury.record("in", "authorization", client.id)
    outbox = client.take_over(grant_of(claims))
    await websocket.send_text(exchange.mercury.frame(client, BufferState()))
    await converse(websocket, outbox, _read_frames(exchange, client, texts))


def _claims_for(client: Client, authorization: MercuryAuthorization, tokens: Tokens) -> Mapping[str, Any] | None:
    """The claims of the token, where it speaks for the client's agent."""
    try:
        agent_id, claims = tokens.access_claims(authorization.data.token.removeprefix("Bearer ").strip())
    except TokenError:
        return None
    return claims if agent_id == client.agent_id else None


async def _read_frames(exchange: Exchange, client: Client, texts: AsyncIterator[str]) -> None:
    async for text in texts:
        if (ping := _read(MercuryPing, text)) is not None:
            exchange.mercury.record("in", "ping", client.id)
            exchange.mercury.pong(client, ping)
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
