"""The live console as it is served: its policy, its hosts, its files, and no secret in it."""

import re
from collections.abc import AsyncIterator

import httpx
import pytest

from deskproof.simulator.app import Application
from deskproof.simulator.console.live import STATIC
from deskproof.simulator.domain.values import Instant
from deskproof.simulator.runtime.blueprints import blueprint
from deskproof.simulator.runtime.clock import Clock

TOKEN = "a-token-for-tests"
PAGE = {"Accept": "text/html"}


@pytest.fixture
async def browser() -> AsyncIterator[httpx.AsyncClient]:
    application = Application(port=8400, token=TOKEN, hosts=("simulator.example",))
    application.tenants.create(blueprint("standard"), clock=Clock.frozen(Instant(1_768_467_600_000)))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(application), base_url="http://127.0.0.1:8400"
    ) as client:
        yield client


async def test_the_page_runs_only_its_own_scripts_and_holds_no_token(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/_console", headers=PAGE)
    assert answer.status_code == 200
    assert answer.headers["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
    )
    assert "Set-Cookie" not in answer.headers
    assert TOKEN not in answer.text
    assert re.findall(r"<script[^>]*>(.*?)</script>", answer.text) == [""]


async def test_every_file_that_is_loaded_is_there(browser: httpx.AsyncClient) -> None:
    page = (await browser.get("/_console", headers=PAGE)).text
    names = set(re.findall(r'(?:href|src)="(/_console/[^"]+)"', page))
    for script in STATIC.rglob("*.js"):
        folder = script.relative_to(STATIC).parent.as_posix()
        for name in re.findall(r'^import [^"]*"([^"]+)";', script.read_text(), re.MULTILINE):
            names.add(str(httpx.URL(f"http://x/_console/{folder}/").join(name).path))
    assert len(names) > 20
    for name in sorted(names):
        answer = await browser.get(name, headers={"Sec-Fetch-Dest": "script"})
        assert answer.status_code == 200, name
        assert answer.headers["Content-Type"].startswith(("text/javascript", "text/css", "image/svg+xml"))


async def test_a_file_that_did_not_change_is_not_sent_again(browser: httpx.AsyncClient) -> None:
    etag = (await browser.get("/_console/main.js")).headers["ETag"]
    again = await browser.get("/_console/main.js", headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("host", ["127.0.0.1:8400", "localhost:8400", "[::1]:8400"])
async def test_it_is_on_the_hosts_of_the_machine(browser: httpx.AsyncClient, host: str) -> None:
    assert (await browser.get("/_console", headers={**PAGE, "Host": host})).status_code == 200


@pytest.mark.parametrize("path", ["/_console", "/_console/main.js", "/_console/vendor/lit-3.3.3.js"])
@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("simulator.example", 404),
        ("t-0001.localhost:8400", 404),
        ("id.t-0001.localhost:8400", 404),
        ("t-0404.localhost:8400", 421),
        ("evil.example", 421),
    ],
)
async def test_it_is_on_no_other_host(browser: httpx.AsyncClient, host: str, status: int, path: str) -> None:
    answer = await browser.get(path, headers={**PAGE, "Host": host})
    assert answer.status_code == status
    assert "main.js" not in answer.text or "script" not in answer.text


@pytest.mark.parametrize("path", ["/_console/", "/_console/none.js", "/_console/../pages.py", "/_console/index.html"])
async def test_a_path_with_nothing_has_a_page(browser: httpx.AsyncClient, path: str) -> None:
    request = browser.build_request("GET", "/", headers=PAGE)
    request.url = request.url.copy_with(raw_path=path.encode())
    answer = await browser.send(request)
    assert answer.status_code == 404
    assert "There is no such page" in answer.text


@pytest.mark.parametrize(
    ("headers", "language"),
    [
        ({"Accept-Language": "sv-SE"}, "sv"),
        ({"Accept-Language": "de"}, "en"),
        ({"Accept-Language": "sv", "Cookie": "deskproof_language=en"}, "en"),
    ],
)
async def test_the_page_begins_in_the_language_of_the_browser(
    browser: httpx.AsyncClient, headers: dict[str, str], language: str
) -> None:
    assert f'<html lang="{language}">' in (await browser.get("/_console", headers=headers)).text
