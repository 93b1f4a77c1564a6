"""What the desktop finds in the browser's storage: a value that cannot be wrong, or nothing."""

import json
import re
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from deskproof.simulator.control.client import TenantControl
from deskproof.simulator.desktop.files import STATIC
from deskproof.simulator.server import Server
from tests.simulator.desktop.conftest import ORIGIN

GOOD: dict[str, dict[str, object]] = {
    "choices": {"appearance": "dark", "language": "sv"},
    "station.a1": {
        "option": "AGENT_DN",
        "number": "2015532447",
        "extension": "1001",
        "international": True,
        "region": "SE",
        "teamId": "t1",
        "role": "agent",
    },
    "sign-in": {"state": "s", "nonce": "n", "verifier": "v"},
    "tokens": {"accessToken": "a.b.c", "idToken": "d.e.f", "agentId": "a1", "orgId": "o1"},
    "teams": {"agentId": "a1", "status": "success", "why": "", "expires": 1},
    "signed-out": {"agentId": "a1"},
}
"""A valid value of each stored item, by its key."""

READ = """async ([name, text]) => {
  const storage = await import('/desktop/browser/storage.js');
  const {firstDraft, problemsOf} = await import('/desktop/services/credentials.js');
  localStorage.clear();
  sessionStorage.clear();
  for (const area of [localStorage, sessionStorage]) area.setItem('deskproof-desk.' + name, text);
  const regions = (await (await fetch('/desktop/numbering.json')).json()).regions;
  const person = {defaultNumber: '', numberLocked: false, options: ['AGENT_DN'], teams: [], roles: ['agent']};
  const draft = firstDraft(person, storage.remembered('a1'), regions);
  problemsOf(draft, person, regions);
  return {
    'choices': storage.readChoices(), 'station.a1': storage.remembered('a1'), 'sign-in': storage.pendingSignIn.read(),
    'tokens': storage.tabTokens.read(), 'teams': storage.tabTeams.read(), 'signed-out': storage.leaving.read(),
  }[name];
}"""

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def page(blank_page: Page) -> Page:
    return blank_page


def read(page: Page, name: str, text: str) -> Any:
    return page.evaluate(READ, [name, text])


@pytest.mark.parametrize("name", GOOD)
def test_what_the_desktop_wrote_is_read(page: Page, name: str) -> None:
    assert read(page, name, json.dumps(GOOD[name])) == GOOD[name]


@pytest.mark.parametrize("name", GOOD)
@given(data=st.data())
def test_whatever_else_is_there_is_a_sound_value_or_nothing(page: Page, name: str, data: st.DataObject) -> None:
    """Any text, any JSON, and what was written with one field of another kind."""
    field = data.draw(st.sampled_from(sorted(GOOD[name])))
    damaged = GOOD[name] | {field: data.draw(JSON)}
    text = data.draw(st.text(max_size=12) | JSON.map(json.dumps) | st.just(json.dumps(damaged)))
    found = read(page, name, text)
    if name == "choices":
        assert found.get("appearance") in (None, "light", "dark", "system")
        assert found.get("language") in (None, "en", "sv")
    elif found is not None:
        assert {key: type(value) for key, value in found.items()} == {key: type(v) for key, v in GOOD[name].items()}


@pytest.mark.parametrize("name", GOOD)
def test_a_lacking_field_is_nothing(page: Page, name: str) -> None:
    for field in GOOD[name]:
        less = {key: value for key, value in GOOD[name].items() if key != field}
        found = read(page, name, json.dumps(less))
        optional = name == "choices" or (name, field) == ("teams", "expires")
        assert (found is not None) is optional


@pytest.mark.parametrize("damage", ["", "a b", "a\\nb", "å"])
@pytest.mark.parametrize(("name", "field"), [("sign-in", "verifier"), ("tokens", "accessToken"), ("tokens", "orgId")])
def test_what_cannot_be_part_of_a_header_or_an_address_is_no_token(
    page: Page, name: str, field: str, damage: str
) -> None:
    assert read(page, name, json.dumps(GOOD[name] | {field: damage})) is None


def test_only_one_module_touches_the_storage() -> None:
    """Apart from boot.js, which comes before any module and reads the choices of language and light by itself."""
    found = {
        file.relative_to(STATIC).as_posix()
        for file in STATIC.rglob("*.js")
        if "vendor" not in file.parts
        and re.search(r"\b(localStorage|sessionStorage|indexedDB|document\.cookie)\b", file.read_text(encoding="utf-8"))
    }
    assert found == {"browser/storage.js", "boot.js"}


@pytest.mark.parametrize(
    ("cookie", "stored", "language"),
    [
        ("sv", {}, "sv"),
        ("sv", {"language": "en"}, "sv"),
        ("de", {"language": "en"}, "en"),
        ("", {"language": "sv"}, "sv"),
        ("sven", {}, None),
        ("%73v", {}, None),
    ],
)
def test_the_language_of_the_site_goes_before_an_older_choice(
    page: Page, cookie: str, stored: dict[str, str], language: str | None
) -> None:
    page.context.add_cookies([{"name": "deskproof_language", "value": cookie, "url": ORIGIN}])
    try:
        assert read(page, "choices", json.dumps(stored)).get("language") == language
    finally:
        page.context.clear_cookies()


def test_a_language_that_is_chosen_goes_to_the_whole_site(page: Page) -> None:
    page.evaluate("async () => (await import('/desktop/browser/storage.js')).writeChoices({ language: 'sv' })")
    (cookie,) = page.context.cookies()
    page.context.clear_cookies()
    assert (cookie["name"], cookie["value"], cookie["domain"]) == ("deskproof_language", "sv", ".desktop.localhost")


# ---- the whole desktop

JUNK = [
    "",
    "nonsense",
    "null",
    "5",
    '"text"',
    "[]",
    "{}",
    '{"__proto__": {"option": "AGENT_DN"}}',
    '{"option": "AGENT_DN", "number": null, "language": 5, "appearance": {}, "status": "success", "agentId": 7}',
    json.dumps({**{key: value for good in GOOD.values() for key, value in good.items()}, "number": 5, "language": []}),
    json.dumps(GOOD["station.a1"] | {"region": "XX", "teamId": "nowhere", "role": "supervisor", "language": "de"}),
    json.dumps(GOOD["tokens"]),
    "[" * 4000 + "]" * 4000,
    "\ud800",
]

SEED = """([origin, junk, agent]) => {
  if (location.origin !== origin || sessionStorage.getItem('seeded')) return;
  sessionStorage.setItem('seeded', 'yes');
  for (const area of [localStorage, sessionStorage])
    for (const name of ['choices', 'station.' + agent, 'sign-in', 'tokens', 'teams', 'signed-out'])
      area.setItem('deskproof-desk.' + name, junk);
}"""


@pytest.fixture(scope="module")
def tenant(simulator: Server) -> Iterator[TenantControl]:
    with closing(simulator.control()) as control:
        yield control.create_tenant("standard", frozen_at="2026-01-15T09:00:00Z")


def sign_in(page: Page, tenant: TenantControl) -> None:
    """Sign Ada in, as far as Station Credentials."""
    ada = tenant.people["ada"]
    page.goto(tenant.desktop_url)
    page.get_by_label("Email address").fill(ada.email)
    page.get_by_role("button", name="Sign In").click()
    page.get_by_label("Password", exact=True).fill(ada.password)
    page.get_by_role("button", name="Sign In").click()
    expect(page.get_by_role("dialog", name="Station Credentials")).to_be_visible()


@pytest.mark.parametrize(("chosen", "shown"), [("light", "light"), ("dark", "dark"), ("system", None)])
def test_a_chosen_appearance_stays_when_the_desktop_is_drawn(
    browser: Browser, tenant: TenantControl, chosen: str, shown: str | None
) -> None:
    page = browser.new_page(locale="en-US")
    page.clock.set_fixed_time("2026-01-15T09:00:00Z")
    page.add_init_script(f"localStorage.setItem('deskproof-desk.choices', '{json.dumps({'appearance': chosen})}')")
    sign_in(page, tenant)
    assert page.locator("html").get_attribute("data-appearance") == shown
    page.context.close()


@pytest.mark.parametrize("junk", JUNK, ids=range(len(JUNK)))
def test_the_desktop_opens_whatever_the_browser_has_stored(browser: Browser, tenant: TenantControl, junk: str) -> None:
    ada = tenant.people["ada"]
    origin = tenant.desktop_url.rstrip("/")
    page = browser.new_page(locale="en-US")
    page.clock.set_fixed_time("2026-01-15T09:00:00Z")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(f"({SEED})({json.dumps([origin, junk, ada.agent_id])})")
    sign_in(page, tenant)
    page.reload()
    expect(page.get_by_role("dialog", name="Station Credentials")).to_be_visible()
    assert errors == []
    page.context.close()
