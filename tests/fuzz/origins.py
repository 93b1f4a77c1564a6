"""Every site by its address: paths that lead out of a folder, hosts and headers that are wrong, bodies of any kind."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import quote_from_bytes

from hypothesis import strategies as st

from deskproof.simulator.wire.catalogue import OPERATIONS
from tests.fuzz.target import Answer, Target, World
from tests.fuzz.values import broken_json, texts

DESKTOP, IDENTITY, TEAMS, BARE, OTHER = "desktop", "id", "teams", "bare", "other"
"""Whose host a request names."""

_SECRET = b"root:"
"""What a file begins with that no path leads to."""

_FOLDERS = ("/", "/static/", "/desktop/", "/desktop/vendor/", "/notifs/", "/mercury/", "/wcc/v1/", "/_control/v1/")
_ADDRESSES = (
    *(operation.address for operation in OPERATIONS),
    "/signed-in", "/task", "/pages/x", "/teams-signed-in", "/desktop/numbering.json", "/_control/v1/openapi.json",
    "/static/style.css", "/authorize", "/token", "/favicon.ico", "/.well-known/openid-configuration", "*", "//", "/.",
)  # fmt: skip
_STEPS = (
    "..", "%2e%2e", "%2E.", "..%2f", "..%5c", "%252e%252e", "%c0%ae%c0%ae", "%00", "x%00.css", "%ff", "%", "%zz", ".",
    "etc/passwd", "//etc/passwd", "\\", "a" * 5_000, "%0d%0aX: y", "index.html", "site.py", ":", ";x", "?x=%00&x=1&&=",
    "#", "http://t-0001.localhost/", "%u002e", "con", "~", "*", "{orgId}", "desk.js.map", "\u00e5", "%ed%a0%80",
)  # fmt: skip

_paths = st.one_of(
    st.builds(
        lambda folder, steps: (folder + "/".join(steps)).encode(),
        st.sampled_from((*_FOLDERS, *_ADDRESSES)),
        st.lists(st.sampled_from(_STEPS), max_size=6),
    ),
    st.builds(
        lambda folder, raw: (folder + quote_from_bytes(raw)).encode(),
        st.sampled_from(_FOLDERS), st.binary(max_size=30),
    ),
    st.binary(min_size=1, max_size=30).filter(lambda raw: not set(raw) & set(b"\r\n ")).map(lambda raw: b"/" + raw),
)  # fmt: skip

_HOSTS = (
    b"", b"localhost", b"LOCALHOST:80", b"t-0001.localhost.", b"T-0001.LOCALHOST", b"id.t-9999.localhost", b"\xff",
    b"[::1]", b"id.id.t-0001.localhost", b"t-0001.localhost@evil.example", b"evil.example", b"127.0.0.1:99999999",
    b"a" * 300, b"[::1", b"t-0001.localhost:0x50", b"u2c.wbx2.com", b"t-%30001.localhost", b"0x7f.1",
    b"t-0001.localhost, x", b"t-0001.localhost/../",
)  # fmt: skip

_header_values = st.one_of(
    texts.map(lambda text: text.encode("utf-8", "replace")).map(
        lambda raw: raw.replace(b"\r", b"").replace(b"\n", b"")
    ),
    st.sampled_from(
        (
            b"null", b"http://evil.example", b"http://t-0001.localhost:1", b"*", b"\xff\xfe", b"a" * 9_000,
            b"bytes=0-,5-1",
            b"Bearer", b"Bearer  ", b"Bearer a.b.c", b"Bearer eyJhbGciOiJub25lIn0.e30.", b"Basic \xff", b"websocket",
            b"Upgrade", b"h2c", b"chunked", b"identity", b"gzip", b"text/html;q=x", b"multipart/form-data",
            b"a/b; c=\"",
            b"application/json; charset=utf-7", b"deskproof_language=\xff; deskproof_identity=x", b"Thu, 99 Foo 0000",
            b"100-continue", b"-1", b"W/\"x\"", b"13", b"8", b"dGhlIHNhbXBsZSBub25jZQ==", b"deskproof.none",
        )
    ),
)  # fmt: skip
_HEADERS = (
    b"Origin", b"Authorization", b"Accept", b"Accept-Language", b"Content-Type", b"Cookie", b"Range", b"If-None-Match",
    b"If-Modified-Since", b"Upgrade", b"Connection", b"Sec-WebSocket-Key", b"Sec-WebSocket-Version", b"trackingid",
    b"Sec-WebSocket-Protocol", b"Sec-WebSocket-Extensions", b"Access-Control-Request-Method", b"X-Forwarded-Proto",
    b"Access-Control-Request-Headers", b"X-Forwarded-For", b"X-Forwarded-Host", b"Expect",
    b"Host", b"Access-Control-Request-Private-Network", b"X-HTTP-Method-Override", b"TE", b"X\xff",
)  # fmt: skip
_FRAMING = (b"Content-Length", b"Transfer-Encoding")
"""What says how long a body is; a server waits for more of one that is too short."""

_BODIES = (b"--x\r\n\r\n", b"a=%ff&%=&a=b", b"0\r\n\r\n", b"zz\r\n")
_UPGRADE = (
    (b"Upgrade", b"websocket"), (b"Connection", b"Upgrade"), (b"Sec-WebSocket-Key", b"dGhlIHNhbXBsZSBub25jZQ=="),
    (b"Sec-WebSocket-Version", b"13"),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Step:
    """One request, as bytes but for whose host it names. `person` is whose token it has, if it has one."""

    whose: str
    host: bytes
    method: str
    path: bytes
    headers: tuple[tuple[bytes, bytes], ...]
    person: str | None
    body: bytes
    ends: bool


def _steps(headers: tuple[bytes, ...], *, ends: bool) -> st.SearchStrategy[Step]:
    some = st.tuples(st.sampled_from(headers), _header_values)
    return st.builds(
    Step,
    ends=st.just(ends),
    whose=st.sampled_from((DESKTOP, DESKTOP, IDENTITY, TEAMS, BARE, OTHER)),
    host=st.sampled_from(_HOSTS),
    method=st.sampled_from((*("GET",) * 3, "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")),
    path=_paths,
    headers=st.one_of(
        st.lists(some, max_size=4).map(tuple), st.lists(some, max_size=2).map(lambda more: (*_UPGRADE, *more))
    ),
    person=st.sampled_from((None, "ada", "lars")),
    body=st.one_of(st.just(b""), broken_json, st.sampled_from(_BODIES)),
)  # fmt: skip


steps = st.integers(0, 7).flatmap(
    lambda number: _steps(_HEADERS, ends=False) if number else _steps((*_HEADERS, *_FRAMING), ends=True)
)
"""Single requests to any host."""


def send(target: Target, world: World, step: Step) -> None:
    """Send the request and check its answer."""
    host = {
        DESKTOP: world.host(), IDENTITY: world.host("id"), TEAMS: world.host("teams"), BARE: target.host,
    }.get(step.whose, step.host)  # fmt: skip
    headers: list[tuple[str | bytes, str | bytes]] = [*step.headers]
    if step.person is not None:
        headers.insert(0, world.bearer(step.person))
    answer = target.once(step.method, step.path, host=host, headers=headers, body=step.body, ends=step.ends)
    check(answer)
    target.check_alive(world)


def check(answer: Answer) -> None:
    """No failure, no file of this machine, and nothing that a browser could take for a page of another kind."""
    assert answer.status is None or answer.status < HTTPStatus.INTERNAL_SERVER_ERROR, answer
    assert not answer.body.startswith(_SECRET), answer
    if answer.status is not None and answer.body and "connection" not in answer.headers:
        assert answer.headers.get("x-content-type-options") == "nosniff", answer
