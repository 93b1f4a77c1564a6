"""The console's pages: languages, links, strict policy, hostile input."""

import base64
import hashlib
import re
from collections.abc import AsyncIterator

import httpx
import pytest

from deskproof.simulator.app import Application
from deskproof.simulator.console.text import ENGLISH, SWEDISH
from deskproof.simulator.domain.values import Instant
from deskproof.simulator.runtime.blueprints import blueprint
from deskproof.simulator.runtime.clock import Clock


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
    application.tenants.create(blueprint("standard"), clock=Clock.real())
    application.tenants.create(blueprint("standard"), clock=Clock.frozen(Instant(1_768_467_600_000)))
    page = (await browser.get("/")).text
    assert 'href="http://t-0001.localhost:8400/"' in page
    assert "real time" in page
    assert "stopped at 2026-01-15 09:00:00 UTC" in page
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
async def test_an_address_without_a_tenant_has_a_page(browser: httpx.AsyncClient, language: str, title: str) -> None:
    answer = await browser.get("/", headers={"Host": "t-0404.localhost:8400", "Accept-Language": language})
    assert answer.status_code == 421
    assert title in answer.text
    assert "t-0404.localhost" in answer.text
    assert "t-0404.localhost:8400" not in answer.text  # another port each time, and so another picture
    assert "Accept-Language" in answer.headers["Vary"]


async def test_a_hostile_host_is_shown_as_text(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/", headers={"Host": "<script>alert(1)</script>"})
    assert answer.status_code == 421
    assert "<script>" not in answer.text


def test_both_languages_have_every_text() -> None:
    assert ENGLISH.keys() == SWEDISH.keys()
    for key, sentence in ENGLISH.items():
        assert re.findall(r"{\w+}", sentence) == re.findall(r"{\w+}", SWEDISH[key])


DESKTOP = {"Host": "t-0001.localhost:8400", "Accept": "text/html"}
ODD_PATHS = [
    "/TASK",
    "//",
    "/index.html",
    "/foo/bar",
    "/desktop",
    "/desktop/none.js",
    "/%00",
    "/%ff",
    "/" + "x" * 5_000,
]


@pytest.fixture
def tenant(application: Application) -> None:
    application.tenants.create(blueprint("standard"), clock=Clock.real())


@pytest.mark.usefixtures("tenant")
@pytest.mark.parametrize("path", ODD_PATHS)
@pytest.mark.parametrize(
    ("host", "link"),
    [("t-0001.localhost:8400", "http://t-0001.localhost:8400/"), ("127.0.0.1:8400", "http://127.0.0.1:8400/")],
)
async def test_a_path_with_nothing_has_a_page_with_a_link(
    browser: httpx.AsyncClient, host: str, link: str, path: str
) -> None:
    request = browser.build_request("GET", "http://127.0.0.1:8400", headers={**DESKTOP, "Host": host})
    request.url = request.url.copy_with(raw_path=path.encode())
    answer = await browser.send(request, follow_redirects=True)
    assert answer.status_code == 404
    assert ENGLISH["missing.title"] in answer.text
    assert f'<a href="{link}">' in answer.text
    assert "<script" not in answer.text
    assert len(answer.text) < 10_000
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'sha256-")


@pytest.mark.usefixtures("tenant")
@pytest.mark.parametrize(
    ("headers", "title"),
    [
        ({"Accept-Language": "sv-FI, en;q=0.5"}, SWEDISH["missing.title"]),
        ({"Accept-Language": "sv", "Cookie": "deskproof_language=en"}, ENGLISH["missing.title"]),
        ({"Accept-Language": "en", "Cookie": "deskproof_language=sv"}, SWEDISH["missing.title"]),
        ({"Accept-Language": "en", "Cookie": "deskproof_language=<b>"}, ENGLISH["missing.title"]),
    ],
)
async def test_it_is_in_the_language_that_was_chosen(
    browser: httpx.AsyncClient, headers: dict[str, str], title: str
) -> None:
    assert title in (await browser.get("/TASK", headers={**DESKTOP, **headers})).text


@pytest.mark.usefixtures("tenant")
async def test_a_hostile_path_is_shown_as_text(browser: httpx.AsyncClient) -> None:
    page = (await browser.get("/<script>alert(1)</script>\u202eabc", headers=DESKTOP)).text
    assert "<script>" not in page
    assert "\u202e" not in page


@pytest.mark.usefixtures("tenant")
async def test_a_method_that_a_page_does_not_take_has_a_page_too(browser: httpx.AsyncClient) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        answer = await browser.request(method, "/task", headers=DESKTOP)
        assert answer.status_code == 405
        assert "GET" in answer.headers["Allow"]
        assert ENGLISH["unusable.title"] in answer.text
        assert '<a href="http://t-0001.localhost:8400/">' in answer.text


@pytest.mark.usefixtures("tenant")
async def test_a_program_gets_the_refusal_of_the_product(browser: httpx.AsyncClient) -> None:
    program = {**DESKTOP, "Accept": "application/json, text/plain, */*"}
    for path in ("/nothing", "/wcc/nothing"):
        answer = await browser.get(path, headers=program)
        assert answer.status_code == 404
        assert answer.json()["error"]["reason"] == "NOT_FOUND"
    assert (await browser.get("/nothing", headers={"Accept": "application/json"})).status_code == 401


@pytest.mark.usefixtures("tenant")
async def test_a_request_for_a_file_does_not_get_a_page(browser: httpx.AsyncClient) -> None:
    headers = {**DESKTOP, "Accept": "*/*", "Sec-Fetch-Dest": "script"}
    answer = await browser.get("/desktop/none.js", headers=headers)
    assert (answer.status_code, answer.text) == (404, "The desktop has no such file.\n")


@pytest.mark.usefixtures("tenant")
@pytest.mark.parametrize(("length", "cut"), [(119, False), (120, True)])
async def test_a_long_path_is_cut(browser: httpx.AsyncClient, length: int, cut: bool) -> None:
    answer = await browser.get(f"http://127.0.0.1:8400/{'x' * length}", headers=DESKTOP)
    assert ("x" * 119 in answer.text, "x…" in answer.text) == (True, cut)
    assert "x" * 120 not in answer.text
