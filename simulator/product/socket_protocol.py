"""The server's side of WebSockets below the application: errors of a client there are not errors of the server."""

from __future__ import annotations

from starlette.types import Message, Scope
from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request
from websockets.protocol import State

from deskproof.simulator.product.close_codes import NOT_UTF_8

EXTENSION = "deskproof.end_now"
"""The extension of a WebSocket's scope that closes it without waiting until its client has read what was sent."""

REFUSED_FRAME = "deskproof.refused_frame"
"""The extension of a WebSocket's scope with the code for which the server has closed it, where a frame broke it."""

_REFUSAL = "The request for a WebSocket cannot be read; expected a handshake as in RFC 6455 4.1, without a body.\n"


class SocketProtocol(WebSocketsSansIOProtocol):
    """uvicorn's WebSocket protocol, which refuses (400) a handshake that cannot be read, closes for a text that is not
    UTF-8, and cuts the connection of a client that has not taken the close frame in time. Nothing of this, nor an
    application's refusal, is an error in the log. The application gets the close code.
    """

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.handshake_exc is not None and not self.handshake_initiated:
            self._refuse()

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if not self.close_sent:
            scope: Scope = self.scope  # type: ignore[assignment]  # a dict with more keys than uvicorn's types name
            scope["extensions"][EXTENSION] = self._end_now

    def _refuse(self) -> None:
        """Answer 400 and close. Neither websockets nor uvicorn answers a handshake that it cannot read."""
        if self.close_sent:
            return
        self.handshake_complete = self.close_sent = True
        head = (
            "HTTP/1.1 400 Bad Request",
            "Content-Type: text/plain; charset=utf-8",
            f"Content-Length: {len(_REFUSAL)}",
            "X-Content-Type-Options: nosniff",
            "Connection: close",
        )
        self.transport.write("\r\n".join((*head, "", _REFUSAL)).encode())
        self.transport.close()

    def send_receive_event_to_app(self) -> None:
        if self.curr_msg_data_type == "text" and not self.close_sent:
            try:
                b"".join(self.frames).decode()
            except UnicodeDecodeError:
                self.frames = []
                if self.conn.state is State.OPEN:  # else its client has closed it in the same breath
                    self.conn.send_close(NOT_UTF_8)
                self.handle_parser_exception()
                return
        super().send_receive_event_to_app()

    async def send(self, message: Message) -> None:  # type: ignore[override]  # starlette's type is wider
        if self.close_sent and message["type"] in ("websocket.send", "websocket.close"):
            raise ClientDisconnected  # for a broken frame, say, while the application was about to send
        await super().send(message)  # type: ignore[arg-type]
        if message["type"] == "websocket.http.response.body" and not message.get("more_body", False):
            self.handshake_complete = True  # uvicorn would log that the application has not answered
        if message["type"] == "websocket.close" and self.close_timer is not None:
            self._cut_later()

    def handle_parser_exception(self) -> None:
        if self.conn.close_sent is not None:
            scope: Scope = self.scope  # type: ignore[assignment]  # as above
            scope["extensions"][REFUSED_FRAME] = self.conn.close_sent.code
        super().handle_parser_exception()

    def keepalive_timeout(self) -> None:
        super().keepalive_timeout()
        self._cut_later()

    def _end_now(self, code: int) -> None:
        if self.close_sent or self.transport.is_closing() or self.conn.state is not State.OPEN:
            return
        self.conn.send_close(code)
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        if self.read_paused:
            self.read_paused = False
            self.transport.resume_reading()
        self._cut_later()

    def _cut_later(self) -> None:
        """uvicorn closes the transport, which waits for what was sent to be read, without end."""
        self.close_timer = self.loop.call_later(self.close_timeout, self.transport.abort)


def refused_for(scope: Scope) -> int | None:
    """The code for which the server has closed a WebSocket because of a frame; None where its client has closed it, or
    the application.
    """
    code: int | None = scope.get("extensions", {}).get(REFUSED_FRAME)
    return code


def end_now(scope: Scope, code: int) -> None:
    """Close a WebSocket behind what has been sent on it. KeyError where the server is not ours."""
    scope["extensions"][EXTENSION](code)
