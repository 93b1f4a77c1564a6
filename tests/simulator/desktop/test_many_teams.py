"""An agent in a thousand teams: what is requested and how often, in a real browser and a real simulator.

Counts are held and not times: a machine may be slow, but it asks as often as any other.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from deskproof.simulator.control.client import Control
from deskproof.simulator.server import Server
from tests.conftest import PATIENCE_MILLISECONDS

PAGE = 100


@pytest.fixture(scope="module")
def control(simulator: Server) -> Iterator[Control]:
    with simulator.control() as control:
        yield control


@pytest.mark.parametrize("count", [1, 99, 100, 101, 1_000, 2_500])
def test_each_team_is_requested_once(control: Control, browser: Browser, count: int) -> None:
    keys = [f"new-{number}" for number in range(count, 0, -1)]
    tenant = control.create_tenant(
        changes={
            "teams": [{"key": key, "name": key.replace("new-", "Team ")} for key in sorted(keys)],
            "people": [{"key": "ada", "teams": keys}],
        }
    )
    page = browser.new_page()
    page.set_default_timeout(PATIENCE_MILLISECONDS)
    requested: list[list[str]] = []
    longest = 0

    def note(address: str) -> None:
        nonlocal longest
        if "/v2/team?" in address:
            query = parse_qs(urlsplit(address).query)
            assert query["page"] == ["0"]
            requested.append(query["filter"][0].removeprefix("id=in=(").removesuffix(")").split(","))
            longest = max(longest, len(address))

    page.on("request", lambda request: note(request.url))
    ada = tenant.people["ada"]
    page.goto(tenant.desktop_url)
    page.get_by_label("Email address").fill(ada.email)
    page.get_by_role("button", name="Sign In").click()
    page.get_by_label("Password").fill(ada.password)
    page.get_by_role("button", name="Sign In").click()
    team = page.get_by_role("combobox", name="Team")
    if count > 1:
        team.click()
        expect(page.get_by_role("listbox", name="Team").get_by_role("option")).to_have_count(count)
        # In the order of the agent's own teams, however the requests that brought them were answered.
        expect(page.get_by_role("option").first).to_have_text(f"Team {count}")
        expect(page.get_by_role("option").last).to_have_text("Team 1")
    else:
        expect(team).to_have_value("Team 1")
    page.close()
    assert [len(ids) for ids in requested] == [PAGE] * (count // PAGE) + ([count % PAGE] if count % PAGE else [])
    assert len({id_ for ids in requested for id_ in ids}) == count
    assert longest < 8_192  # what many servers take as an address
