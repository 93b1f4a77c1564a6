"""The server's side of WebSockets below the application: errors of a client there are not errors of the server."""

from __future__ import annotations

from starlette.types import Message, Scope
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request

from deskproof.simulator.product.close_codes import NOT_UTF_8

EXTENSION = "deskproof.end_now"
"""The extension of a WebSocket's scope that closes it without waiting until its client has read what was sent."""


class SocketProtocol(WebSocketsSansIOProtocol):
    """uvicorn's WebSocket protocol, which closes for a text that is not UTF-8 without a traceback in the log, and cuts
    the connection of a client that has not taken the close frame in time. The application gets the close code.
    """

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if not self.close_sent:
            scope: Scope = self.scope  # type: ignore[assignment]  # a dict with more keys than uvicorn's types name
            scope["extensions"][EXTENSION] = self._end_now

    def send_receive_event_to_app(self) -> None:
        if self.curr_msg_data_type == "text" and not self.close_sent:
            try:
                b"".join(self.frames).decode()
            except UnicodeDecodeError:
                self.frames = []
                self.conn.send_close(NOT_UTF_8)
                self.handle_parser_exception()
                return
        super().send_receive_event_to_app()

    async def send(self, message: Message) -> None:  # type: ignore[override]  # starlette's type is wider
        await super().send(message)  # type: ignore[arg-type]
        if message["type"] == "websocket.close" and self.close_timer is not None:
            self._cut_later()

    def keepalive_timeout(self) -> None:
        super().keepalive_timeout()
        self._cut_later()

    def _end_now(self, code: int) -> None:
        if self.close_sent or self.transport.is_closing():
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
        if self.close_timer is not None:
            self.close_timer.cancel()
        self.close_timer = self.loop.call_later(self.close_timeout, self.transport.abort)


def end_now(scope: Scope, code: int) -> None:
    """Close a WebSocket behind what has been sent on it. KeyError where the server is not ours."""
    scope["extensions"][EXTENSION](code)
