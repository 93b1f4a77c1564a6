"""The desktop's routes: what is served, its type, its caching and its policy."""

import asyncio
import re
import shutil
from pathlib import Path

import httpx
import pytest

from deskproof.simulator.app import Application
from deskproof.simulator.desktop.files import STATIC, _paths, files
from deskproof.simulator.desktop.site import place_names, policy
from deskproof.simulator.runtime.blueprints import blueprint
from deskproof.simulator.runtime.clock import Clock

APPLICATION = Application(port=8400, token="a-control-token-of-tests")
TENANT = APPLICATION.tenants.create(blueprint("standard"), clock=Clock.real())


def get(path: str, headers: dict[str, str] | None = None) -> httpx.Response:
    """What the tenant's desktop origin answers, called in-process."""

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=APPLICATION)
        async with httpx.AsyncClient(transport=transport, base_url=TENANT.origins.desktop) as client:
            return await client.get(path, headers=headers)

    return asyncio.run(ask())


@pytest.mark.parametrize("path", ["/", "/task", "/pages/scripts", "/signed-in"])
def test_the_page_is_at_each_of_its_addresses(path: str) -> None:
    reply = get(path)
    assert reply.status_code == 200
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    assert "<title>Deskproof Desk</title>" in reply.text


def test_the_policy_allows_the_tenant_and_nothing_else() -> None:
    rules = dict(rule.split(" ", 1) for rule in get("/").headers["content-security-policy"].split("; "))
    assert rules == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data: https:",
        "connect-src": "'self' ws://t-0001.localhost:8400 http://id.t-0001.localhost:8400 "
        "http://teams.t-0001.localhost:8400",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
    }


def test_the_policy_names_exactly_the_hosts_of_the_widgets() -> None:
    plain, widened = (
        policy(TENANT.origins).split("; "),
        policy(TENANT.origins, ("https://cdn.example.com",)).split("; "),
    )
    changed = {
        rule.split(" ")[0]: rule.removeprefix(was) for was, rule in zip(plain, widened, strict=True) if was != rule
    }
    assert changed == dict.fromkeys(("script-src", "style-src", "connect-src"), " https://cdn.example.com")


def test_the_page_has_nothing_that_its_policy_forbids() -> None:
    page = get("/").text
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", page)


def test_everything_the_page_names_is_served() -> None:
    named = re.findall(r'(?:src|href)="(/[^"]+)"', get("/").text)
    assert len(named) > 5
    assert [path for path in named if get(path).status_code != 200] == []


def test_every_module_is_in_the_bundle_or_named_by_a_page() -> None:
    pages = get("/").text + get("/teams-signed-in").text
    sources = set(get("/desktop/desk.js.map").json()["sources"])
    modules = {file.relative_to(STATIC).as_posix() for file in STATIC.rglob("*.js")}
    named = {name for name in modules if f'"/desktop/{files().hashed.get(name, name)}"' in pages}
    assert modules - sources == named == {"boot.js", "teams-answer.js", "vendor/lit-3.3.3.js"}


def test_faults_act_on_each_file_that_the_page_loads() -> None:
    named = re.findall(r'(?:src|href)="/desktop/([^"]+)"', (STATIC / "index.html").read_text(encoding="utf-8"))
    assert set(place_names()) == {"desktop page", "desktop file", "numbering.json", *named}


def test_every_sheet_is_named_by_a_page_or_in_the_styles() -> None:
    styles = get(f"/desktop/{files().hashed['desk.css']}").text
    sheets = {file for file in STATIC.rglob("*.css") if file.name != "boot.css"}
    assert [sheet.name for sheet in sheets if sheet.read_text(encoding="utf-8") not in styles] == []


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/desktop/main.js", "text/javascript; charset=utf-8"),
        ("/desktop/styles/style.css", "text/css; charset=utf-8"),
        ("/desktop/mark.svg", "image/svg+xml"),
        ("/desktop/numbering.json", "application/json"),
        ("/desktop/vendor/LICENSE-lit.txt", "text/plain; charset=utf-8"),
    ],
)
def test_files_have_their_types(path: str, media_type: str) -> None:
    reply = get(path)
    assert reply.headers["content-type"] == media_type
    assert reply.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/", "/desktop/main.js", "/desktop/numbering.json"])
def test_what_may_change_is_revalidated_and_answered_briefly(path: str) -> None:
    first = get(path)
    again = get(path, headers={"If-None-Match": first.headers["etag"]})
    assert first.headers["cache-control"] == "no-cache"
    assert (again.status_code, again.content) == (304, b"")


def test_what_the_page_loads_has_its_content_in_its_name_and_is_cached_for_good() -> None:
    named = re.findall(r'(?:src|href)="(/[^"]+)"', get("/").text)
    assert [path for path in named if "immutable" not in get(path).headers["cache-control"]] == []
    assert sum(bool(re.search(r"-[0-9a-f]{12}\.\w+$", path)) for path in named) == len(named) - 1, "all but Lit"


def test_a_changed_file_is_served_with_the_next_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = shutil.copytree(STATIC, tmp_path / "static")
    monkeypatch.setattr("deskproof.simulator.desktop.files.STATIC", copy)
    _paths.cache_clear()
    try:
        before = files().hashed
        (copy / "styles" / "calls.css").write_text("main { color: red }\n", encoding="utf-8")
        after = files().hashed
    finally:
        monkeypatch.undo()
        _paths.cache_clear()
    assert {name for name in before if before[name] != after[name]} == {"desk.css"}


@pytest.mark.parametrize(
    "path", ["/desktop/none.js", "/desktop/../routes.py", "/desktop/%2e%2e/routes.py", "/desktop/vendor/lit-3.3.3.d.ts"]
)
def test_nothing_else_is_served(path: str) -> None:
    assert get(path).status_code == 404


def test_the_answer_page_keeps_its_opener() -> None:
    page = get("/teams-signed-in")
    assert "cross-origin-opener-policy" not in page.headers
    assert page.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
    assert get("/").headers["cross-origin-opener-policy"] == "same-origin-allow-popups"
