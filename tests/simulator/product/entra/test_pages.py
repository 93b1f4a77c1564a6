"""Every page and every message of the Teams sign-in in both languages, as a person meets them (AD-035)."""

import re
from pathlib import Path

import httpx
import pytest

from deskproof.simulator.product.openid.endpoints import FORM
from deskproof.simulator.runtime.faults import FaultKind
from deskproof.simulator.runtime.tenancy import Tenancy
from tests.reports.expected import check_golden
from tests.simulator.product.entra.conftest import EMAIL, RIGHT, asks, send
from tests.simulator.product.outline import outline

pytestmark = pytest.mark.anyio

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("language", ["en", "sv"])
async def test_every_page(http: httpx.AsyncClient, teams: Tenancy, language: str) -> None:
    http.headers["accept-language"] = language
    cross_site = {"content-type": FORM, "sec-fetch-site": "cross-site"}
    met = {
        "the window": await http.get("/authorize", params=asks(teams)),
        "no address": await send(http, teams, email="", password=RIGHT),
        "an unknown address": await send(http, teams, email="nobody@example.com", password=RIGHT),
        "no password": await send(http, teams, email=EMAIL, password=""),
        "a wrong password": await send(http, teams, email=EMAIL, password="wrong"),
        "an unknown client": await http.get("/authorize", params=asks(teams, client_id="x")),
        "signed out": await http.get("/sign-out"),
        "a sign-out to nowhere": await http.get("/sign-out", params={"post_logout_redirect_uri": "x"}),
        "nowhere": await http.get("/nowhere"),
        "a method that is not taken": await http.post("/sign-out"),
        "a form of another site": await http.post("/authorize", params=asks(teams), data={}, headers=cross_site),
        "a body that is no form": await http.post("/authorize", params=asks(teams), json={}),
    }
    teams.faults.arm(kind=FaultKind.ANSWERS_AN_ERROR, where="entra authorize", status=503)
    met["an error of the service"] = await http.get("/authorize", params=asks(teams))
    made = "\n".join(f"== {heading}\n{outline(page)}" for heading, page in met.items())
    check_golden(f"pages.{language}.txt", made, GOLDEN)


@pytest.mark.parametrize(("chosen", "language"), [("sv", "sv"), ("en", "en"), ("de", "en")])
async def test_a_language_chosen_in_the_window_is_kept_for_the_site(
    http: httpx.AsyncClient, teams: Tenancy, chosen: str, language: str
) -> None:
    page = await http.get("/authorize", params={**asks(teams), "language": chosen})
    kept = f"deskproof_language={language}; Domain=t-0001.localhost; Max-Age=31536000; Path=/; SameSite=lax"
    assert page.headers["content-language"] == language
    assert page.headers.get("set-cookie") == (kept if chosen == language else None)
    assert page.headers["vary"] == "Accept-Language, Cookie"


async def test_the_language_can_be_changed_back(http: httpx.AsyncClient, teams: Tenancy) -> None:
    page = await http.get("/authorize", params={**asks(teams), "language": "sv"})
    links = [href.replace("&amp;", "&") for href in re.findall(r'href="(/authorize[^"]*)"', page.text)]
    back = await http.get(next(link for link in links if link.endswith("language=en")))
    assert (back.status_code, back.headers["content-language"]) == (200, "en")


async def test_the_policy_lets_in_nothing_but_its_own_style_and_picture(
    http: httpx.AsyncClient, teams: Tenancy
) -> None:
    page = await http.get("/authorize", params=asks(teams))
    assert page.headers["content-security-policy"] == (
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
        f"form-action 'self' {teams.origins.desktop}"
    )
