"""Relays WebDriver BiDi between Playwright and an installed Firefox, which it starts.

Rule: one command is answered here, because Firefox ESR does not know it and Playwright sends it before every page:
`emulation.setMediaFeaturesOverride` (colour scheme and reduced motion), with an empty success. A page therefore has
Firefox's own colour scheme. Everything else passes through as it is.

Playwright starts this as it would start the browser: `python -m deskproof.steps.browsers.firefox_relay FIREFOX
[ARGUMENTS]...`.
"""

import asyncio
import json
import re
import sys
from asyncio import StreamReader
from asyncio.subprocess import PIPE, Process

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from deskproof.reports.text.visible import visible

ANSWERED_HERE = frozenset({"emulation.setMediaFeaturesOverride"})

_LISTENING = "WebDriver BiDi listening on "
_ADDRESS = re.compile(_LISTENING + r"(ws://\S+)")


async def relay(command: list[str]) -> int:
    """Run Firefox until it ends; its exit status."""
    firefox = await asyncio.create_subprocess_exec(*command, stderr=PIPE)
    address = await _address(firefox)
    if address is None:
        return await firefox.wait()

    async def relay_client(client: ServerConnection) -> None:
        path = client.request.path if client.request is not None else ""
        async with connect(address + path, max_size=None, ping_interval=None) as browser:
            answers = asyncio.create_task(_relay_answers(browser, client))
            try:
                async for message in client:
                    answer = own_answer(message)
                    await (client.send(answer) if answer is not None else browser.send(message))
            except ConnectionClosed:
                pass
            finally:
                answers.cancel()

    async with serve(relay_client, "127.0.0.1", 0, max_size=None, ping_interval=None) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        print(f"{_LISTENING}ws://127.0.0.1:{port}", file=sys.stderr, flush=True)
        relaying = asyncio.create_task(_relay_stderr(firefox))
        status = await firefox.wait()
        await relaying
    return status


def own_answer(message: str | bytes) -> str | None:
    """The answer to a command that Firefox does not know, or None for any other."""
    command = json.loads(message)
    if command.get("method") not in ANSWERED_HERE:
        return None
    return json.dumps({"type": "success", "id": command["id"], "result": {}})


async def _relay_answers(browser: ClientConnection, client: ServerConnection) -> None:
    try:
        async for message in browser:
            await client.send(message)
    except ConnectionClosed:
        pass
    await client.close()


async def _address(firefox: Process) -> str | None:
    """The address where Firefox listens; None when it ended first."""
    async for line in _stderr(firefox):
        text = line.decode(errors="replace")
        if found := _ADDRESS.search(text):
            return found[1]
        sys.stderr.write(visible(text))
    return None


def _stderr(firefox: Process) -> StreamReader:
    if firefox.stderr is None:
        raise RuntimeError("Firefox was started without a pipe for its stderr")
    return firefox.stderr


async def _relay_stderr(firefox: Process) -> None:
    async for line in _stderr(firefox):
        sys.stderr.write(visible(line.decode(errors="replace")))


if __name__ == "__main__":
    sys.exit(asyncio.run(relay(sys.argv[1:])))
