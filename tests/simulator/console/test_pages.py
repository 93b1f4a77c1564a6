"""The console's pages: languages, links, strict policy, hostile input."""

import base64
import hashlib
import re
from collections.abc import AsyncIterator

import httpx
import pytest

from simulator.app import Application
from simulator.console.text import ENGLISH, SWEDISH, text_for
from simulator.domain.values import Instant
from simulator.runtime.blueprints import blueprint
from simulator.runtime.clock import Clock


@pytest.fixture
def application() -> Application:
    return Application(port=8400, token="a-token-for-tests")


@pytest.fixture
async def browser(application: Application) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(application)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8400") as client:
        yield client


async def test_the_landing_page_lists_open_tenants_and_their_clocks(
    application: Application, browser: httpx.AsyncClient
) -> None:
    assert "No tenant is open." in (await browser.get("/")).text
    application.world.create(blueprint("standard"), clock=Clock.real())
    application.world.create(blueprint("standard"), clock=Clock.frozen(Instant(1_768_467_600_000)))
    page = (await browser.get("/")).text
    assert 'href="http://t-0001.localhost:8400/"' in page
    assert "real time" in page
    assert "stands at 2026-01-15 09:00:00 UTC" in page
    assert "a-token-for-tests" not in page
    assert all(person.password.reveal() not in page for person in blueprint("standard").people)


async def test_pages_run_no_script_and_only_their_own_style(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/")
    style = re.search(r"<style>(.*?)</style>", answer.text, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = answer.headers["Content-Security-Policy"]
    assert f"'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "<script" not in answer.text


@pytest.mark.parametrize(
    ("language", "title"),
    [("sv-SE,sv;q=0.9", SWEDISH["absent.title"]), ("en-GB", ENGLISH["absent.title"]), ("de", ENGLISH["absent.title"])],
)
async def test_an_address_without_a_tenant_says_so(browser: httpx.AsyncClient, language: str, title: str) -> None:
    answer = await browser.get("/", headers={"Host": "t-0404.localhost:8400", "Accept-Language": language})
    assert answer.status_code == 421
    assert title in answer.text
    assert "t-0404.localhost" in answer.text
    assert "t-0404.localhost:8400" not in answer.text  # another port each time, and so another picture
    assert answer.headers["Vary"] == "Accept-Language"


async def test_a_hostile_host_is_shown_as_text(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/", headers={"Host": "<script>alert(1)</script>"})
    assert answer.status_code == 421
    assert "<script>" not in answer.text


def test_both_languages_say_everything() -> None:
    assert ENGLISH.keys() == SWEDISH.keys()
    for key, sentence in ENGLISH.items():
        assert re.findall(r"{\w+}", sentence) == re.findall(r"{\w+}", SWEDISH[key])


@pytest.mark.parametrize(
    ("header", "language"),
    [("", "en"), ("sv", "sv"), ("en;q=0.5, sv", "sv"), ("sv;q=0, en", "en"), ("fr, sv;q=0.1", "sv"), ("sv;q=x", "en")],
)
def test_the_preferred_language_wins(header: str, language: str) -> None:
    assert text_for(header)["language"] == language
