"""The sign-in pages and the provider's endpoints: their addresses and parameters, in any order and any state."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import parse_qs, quote_plus, urlsplit

from authlib.oauth2.rfc7636 import create_s256_code_challenge
from hypothesis import strategies as st

from deskproof.simulator.product.entra import site as entra
from deskproof.simulator.product.identity import site as identity
from deskproof.simulator.product.openid.endpoints import FORM
from deskproof.simulator.product.openid.site import PROGRAMS
from tests.fuzz.target import Answer, Target, World
from tests.fuzz.values import broken_json, texts

VERIFIER = "v" * 43
CHALLENGE = create_s256_code_challenge(VERIFIER)

Pairs = tuple[tuple[str, str], ...]

_PATHS = {"id": (*identity.PAGES, *PROGRAMS, "/static/"), "teams": (*entra.PAGES, *PROGRAMS, "/static/")}

_VALUES: dict[str, tuple[str, ...]] = {
    "client_id": ("agent-desktop", "agent-desktop-teams"),
    "redirect_uri": ("REDIRECT",),
    "response_type": ("code",),
    "response_mode": ("query",),
    "scope": ("openid profile email cjp:user", "openid"),
    "state": ("a state",),
    "code_challenge": (CHALLENGE,),
    "code_challenge_method": ("S256",),
    "code_verifier": (VERIFIER,),
    "prompt": ("none", "login", "select_account"),
    "max_age": ("0", "60"),
    "login_hint": ("ada.lindqvist@example.com",),
    "ui_locales": ("sv", "en sv"),
    "grant_type": ("authorization_code", "refresh_token"),
    "code": ("CODE",),
    "refresh_token": ("REFRESH",),
    "email": ("ada.lindqvist@example.com", "ADA"),
    "password": ("PASSWORD",),
    "password_again": ("PASSWORD",),
    "language": ("sv", "en"),
    "confirmed": ("yes",),
    "id_token_hint": ("ID",),
    "post_logout_redirect_uri": ("REDIRECT",),
    "cancel": ("yes",),
    "tx": ("TX",),
}
"""The parameters by name, with values that fit; those in capitals are replaced by what the tenant gave last."""

_pairs = st.sampled_from(tuple(_VALUES)).flatmap(
    lambda name: st.tuples(st.just(name), st.one_of(st.sampled_from(_VALUES[name]), texts))
)
_AUTHORIZATION = tuple(
    (name, _VALUES[name][0])
    for name in (
        "client_id",
        "redirect_uri",
        "response_type",
        "scope",
        "state",
        "code_challenge",
        "code_challenge_method",
    )
)
_EXCHANGE = tuple(
    (name, _VALUES[name][0]) for name in ("grant_type", "client_id", "code", "redirect_uri", "code_verifier")
)


@dataclass(frozen=True, kw_only=True)
class Step:
    """One request to a provider. A `body` is sent in place of the form."""

    part: str
    method: str
    path: str
    query: Pairs
    form: Pairs
    body: bytes | None
    headers: Pairs


def _step(part: str) -> st.SearchStrategy[Step]:
    parameters = st.one_of(
        st.lists(_pairs, max_size=8).map(tuple),
        st.just(_AUTHORIZATION),
        st.just(_EXCHANGE),
        st.just((("email", "ada.lindqvist@example.com"),)),
        st.just((("password", "PASSWORD"),)),
    )
    return st.builds(
        Step,
        part=st.just(part),
        method=st.sampled_from(("GET", "POST", "POST", "POST", "POST", "POST", "HEAD", "PUT", "OPTIONS")),
        path=st.one_of(st.sampled_from(_PATHS[part]), st.just("/authorize"), st.just("/password")),
        query=st.one_of(st.just((("tx", "TX"),)), parameters),
        form=parameters,
        body=st.one_of(st.none(), st.none(), st.none(), broken_json),
        headers=st.lists(
            st.sampled_from(
                (
                    ("Content-Type", FORM), ("Content-Type", FORM), ("Content-Type", "multipart/form-data; boundary=x"),
                    ("Content-Type", "multipart/form-data"), ("Content-Type", "application/json"),
                    ("Content-Type", f"{FORM}; charset=utf-16"), ("Accept", "application/json"),
                    ("Sec-Fetch-Site", "cross-site"), ("Cookie", "deskproof_identity=; a=b; ;=;"), ("Cookie", "COOKIE"),
                    ("Accept-Language", "sv;q=9, *;q=0.x, -, en;q=0"), ("Authorization", "Bearer ID"),
                )
            ),
            max_size=4, unique_by=lambda header: header[0],
        ).map(tuple),
    )  # fmt: skip


def _fits(part: str, method: str, path: str, *, query: Pairs = (), form: Pairs = ()) -> Step:
    return Step(part=part, method=method, path=path, query=query, form=form, body=None, headers=())


_TX = (("tx", "TX"),)
_TEAMS = (("client_id", "agent-desktop-teams"), ("scope", "openid profile"), *_AUTHORIZATION[1:3], *_AUTHORIZATION[4:])
_WALKS: dict[str, tuple[Step, ...]] = {
    "id": (
        _fits("id", "GET", "/authorize", query=_AUTHORIZATION),
        _fits("id", "POST", "/sign-in", query=_TX, form=(("email", "ada.lindqvist@example.com"),)),
        _fits("id", "POST", "/password", query=_TX, form=(("password", "PASSWORD"),)),
        _fits("id", "POST", "/token", form=_EXCHANGE),
        _fits("id", "GET", "/sign-out", query=(("id_token_hint", "ID"),)),
    ),
    "recovery": (
        _fits("id", "GET", "/authorize", query=_AUTHORIZATION),
        _fits("id", "POST", "/sign-in", query=_TX, form=(("email", "ada.lindqvist@example.com"),)),
        _fits("id", "POST", "/recover", query=_TX, form=(("email", "ada.lindqvist@example.com"),)),
        _fits("id", "POST", "/recover/code", query=_TX, form=(("code", "MAILED"),)),
        _fits(
            "id", "POST", "/recover/password", query=_TX,
            form=(("password", "PASSWORD"), ("password_again", "PASSWORD")),
        ),
    ),
    "teams": (
        _fits("teams", "GET", "/authorize", query=_TEAMS),
        _fits(
            "teams", "POST", "/authorize", query=_TEAMS,
            form=(("email", "ada.lindqvist@example.com"), ("password", "PASSWORD")),
        ),
        _fits("teams", "POST", "/token", form=(("client_id", "agent-desktop-teams"), *_EXCHANGE[:1], *_EXCHANGE[2:])),
    ),
}  # fmt: skip
"""What a browser and its client send that sign in. The fuzzer leaves the way at any step."""


def _sequence(name: str) -> st.SearchStrategy[list[Step]]:
    walk = _WALKS[name]
    begin = st.integers(0, len(walk)).map(lambda length: list(walk[:length]))
    return st.tuples(begin, st.lists(_step(walk[0].part), min_size=1, max_size=4)).map(lambda both: both[0] + both[1])


steps = st.sampled_from(tuple(_WALKS)).flatmap(_sequence)
"""Requests to one of the providers, one after the other."""


@dataclass(kw_only=True)
class Browser:
    """What a browser and its client remember of a provider's answers, by the words that stand for it in a step."""

    redirect: str
    password: str
    known: dict[str, str] = field(default_factory=dict)

    def filled(self, text: str) -> str:
        """The text, or what it stands for."""
        return {"REDIRECT": self.redirect, "PASSWORD": self.password, **self.known}.get(text, text)

    def remember(self, answer: Answer) -> None:
        """Take from an answer what later steps may send."""
        location = answer.headers.get("location", "")
        if answer.body and answer.headers.get("content-type") == "application/json":
            given = json.loads(answer.body)
            location = given.get("location", location)
            for word, name in (("REFRESH", "refresh_token"), ("ID", "id_token")):
                if name in given:
                    self.known[word] = given[name]
        for name, values in parse_qs(urlsplit(location).query).items():
            self.known[name.upper()] = values[0]
        if (cookie := answer.headers.get("set-cookie")) is not None:
            self.known["COOKIE"] = cookie.partition(";")[0]


def send(target: Target, world: World, sequence: list[Step]) -> None:
    """Send the requests and check each answer: a page, a redirect, or the standard's error."""
    ada = world.tenant.people["ada"]
    part = sequence[0].part
    redirect = (
        f"{world.tenant.desktop_url}/signed-in" if part == "id" else f"{world.tenant.desktop_url}/teams-signed-in"
    )
    browser = Browser(redirect=redirect, password=ada.password if part == "id" else ada.teams_password or "")
    for step in sequence:
        headers = [(name, f"Bearer {browser.filled('ID')}" if name == "Authorization" else browser.filled(value))
                   for name, value in step.headers]  # fmt: skip
        if not any(name == "Content-Type" for name, _ in headers):
            headers.append(("Content-Type", FORM))
        body = _encoded(step.form, browser).encode() if step.body is None else step.body
        path = f"{step.path}?{_encoded(step.query, browser)}"
        answer = target.request(
            step.method, path, host=world.host(part), headers=headers, body=b"" if step.method == "GET" else body
        )
        check(answer, step.method, step.path)
        if not step.path.startswith("/static"):
            world.check_shown(answer.status)
        browser.remember(answer)
        if mails := world.tenant.mail(ada.email):
            browser.known["MAILED"] = mails[-1].code or ""
    target.check_alive(world)


def check(answer: Answer, method: str, path: str) -> None:
    """An answer of a provider is a page, a redirect or JSON, never a failure."""
    assert answer.status is not None, "the connection was cut"
    assert answer.status < HTTPStatus.INTERNAL_SERVER_ERROR, answer
    if method == "HEAD" or answer.status in (HTTPStatus.SEE_OTHER, HTTPStatus.NOT_MODIFIED):
        return
    if answer.status >= HTTPStatus.BAD_REQUEST and path in PROGRAMS and answer.status != HTTPStatus.METHOD_NOT_ALLOWED:
        refusal = answer.json()
        assert {"error", "error_description"} == set(refusal), refusal
    elif answer.status >= HTTPStatus.BAD_REQUEST:
        assert answer.headers["content-type"].startswith("text/html"), answer


def _encoded(pairs: Pairs, browser: Browser) -> str:
    return "&".join(
        f"{quote_plus(name)}={quote_plus(browser.filled(value), errors='replace')}" for name, value in pairs
    )
