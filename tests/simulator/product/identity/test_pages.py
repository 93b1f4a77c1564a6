"""Every page and every message of a sign-in in both languages, as a person meets them (AD-020 to AD-027)."""

from pathlib import Path

import httpx
import pytest

from deskproof.simulator.domain.values import MINUTE
from deskproof.simulator.runtime.faults import FaultKind
from deskproof.simulator.runtime.tenancy import Tenancy
from tests.reports.expected import check_golden
from tests.simulator.product.identity.conftest import Visitor
from tests.simulator.product.outline import outline

pytestmark = pytest.mark.anyio

GOLDEN = Path(__file__).parent / "golden"
ADA = "ada.lindqvist@example.com"
FORM_FROM_ELSEWHERE = {"sec-fetch-site": "cross-site"}


class Walk:
    """A walk through the pages; `met` are their outlines, each under its heading."""

    def __init__(self, visitor: Visitor, tenancy: Tenancy) -> None:
        self.visitor = visitor
        self.tenancy = tenancy
        self.met: list[str] = []

    def meets(self, heading: str, page: httpx.Response) -> None:
        self.met.append(f"== {heading}\n{outline(page)}")

    async def sends(self, heading: str, *, to: str | None = None, **form: str) -> None:
        self.meets(heading, await self.visitor.send(to=to, **form))

    @property
    def code(self) -> str:
        return self.tenancy.mailboxes.of(ADA)[-1].code or ""


@pytest.fixture(params=["en", "sv"])
def language(request: pytest.FixtureRequest) -> str:
    """A language of the browser."""
    return str(request.param)


@pytest.fixture
def walk(visitor: Visitor, tenancy: Tenancy, language: str) -> Walk:
    """A walk of somebody whose browser has this language."""
    visitor.http.headers["accept-language"] = language
    return Walk(visitor, tenancy)


def check(walk: Walk, part: str, language: str) -> None:
    check_golden(f"{part}.{language}.txt", "\n".join(walk.met), GOLDEN)


async def test_the_pages_of_a_sign_in(walk: Walk, language: str) -> None:
    visitor = walk.visitor
    walk.meets("the e-mail page", await visitor.open())
    walk.meets("help", await visitor.get("/help"))
    await visitor.get("/sign-in")
    await walk.sends("no address", email="")
    await walk.sends("half an address", email="ada@")
    await walk.sends("an unknown address", email="nobody@example.com")
    await walk.sends("the password page", email=ADA)
    await walk.sends("no password", password="")
    for count in ("first", "second", "third", "fourth", "fifth"):
        await walk.sends(f"a wrong password, the {count}", password="wrong")
    walk.tenancy.advance(14 * MINUTE)
    await walk.sends("a locked account, a minute before it opens", password="correct horse 7")
    walk.tenancy.advance(1 * MINUTE)
    visitor.answer(await visitor.send(password="correct horse 7"))
    walk.meets("Back to a finished sign-in", await visitor.http.get("/password", params={"tx": visitor.transaction}))
    check(walk, "sign_in", language)


async def test_the_pages_of_a_forgotten_password(walk: Walk, language: str) -> None:
    visitor = walk.visitor
    await visitor.open()
    await visitor.send(email=ADA)
    await walk.sends("the page for the code", to="/recover")
    for typed in ("", "12345", "1234567", "12a456"):
        await walk.sends(f"what is not a code, {typed or 'nothing'}", code=typed)
    wrong = f"{(int(walk.code) + 1) % 1_000_000:06}"
    for count in ("first", "second", "third", "fourth"):
        await walk.sends(f"a wrong code, the {count}", code=wrong)
    await walk.sends("a new code", to="/recover")
    walk.tenancy.advance(10 * MINUTE)
    await walk.sends("an expired code", code=walk.code)
    await visitor.send(to="/recover")
    await walk.sends("the page for the new password", code=walk.code)
    await walk.sends("no new password", password="", password_again="")
    await walk.sends("a short new password", password="short", password_again="short")
    await walk.sends("a long new password", password="a" * 257, password_again="a" * 257)
    await walk.sends("two new passwords", password="a new password", password_again="another one")
    chosen = {"password": "a new password", "password_again": "a new password"}
    await walk.sends("the password is changed", **chosen)
    check(walk, "recovery", language)


async def test_the_messages_about_a_code_that_another_window_used(walk: Walk, language: str) -> None:
    visitor = walk.visitor
    await visitor.open()
    await visitor.send(email=ADA)
    await visitor.send(to="/recover")
    waiting = visitor.page
    await visitor.open()
    await visitor.send(email=ADA)
    await visitor.send(to="/recover")
    await visitor.send(code=walk.code)
    choosing = visitor.page
    visitor.page = waiting
    await visitor.send(to="/recover")
    visitor.page = choosing
    await walk.sends("a code that was replaced", password="a new password", password_again="a new password")
    await visitor.send(code=walk.code)
    await visitor.send(password="a new password", password_again="a new password")
    visitor.page = waiting
    await walk.sends("no code is waiting", code="123456")
    check(walk, "recovery_elsewhere", language)


async def test_the_pages_without_a_sign_in(walk: Walk, language: str) -> None:
    http = walk.visitor.http
    walk.meets("an expired page", await http.get("/password", params={"tx": "made-up"}))
    walk.meets("nowhere", await http.get("/nowhere"))
    walk.meets("an unknown client", await walk.visitor.open(client_id="x"))
    walk.meets("an unknown return address", await walk.visitor.open(redirect_uri="http://elsewhere.example/"))
    await walk.visitor.open()
    path = f"/sign-in?tx={walk.visitor.transaction}"
    walk.meets("a form of another site", await http.post(path, data={"email": "x"}, headers=FORM_FROM_ELSEWHERE))
    walk.meets("a body that is no form", await http.post(path, json={"email": "x"}))
    walk.tenancy.faults.arm(kind=FaultKind.ANSWERS_AN_ERROR, where="identity sign-in", status=503)
    walk.meets("an error of the service", await http.get(path))
    walk.meets("signed out", await http.get("/sign-out"))
    walk.meets("a sign-out to nowhere", await http.get("/sign-out", params={"post_logout_redirect_uri": "x"}))
    await walk.visitor.sign_in()
    asked = {"client_id": "agent-desktop", "post_logout_redirect_uri": walk.tenancy.origins.desktop}
    walk.meets("sign out?", await http.get("/sign-out", params=asked))
    check(walk, "notices", language)
