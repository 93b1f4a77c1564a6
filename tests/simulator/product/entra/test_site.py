"""The Teams sign-in as a browser and the desktop see it: its page, its answers, its edge."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest

from deskproof.simulator.product.openid.endpoints import FORM
from deskproof.simulator.runtime.faults import FaultKind
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.runtime.traffic import Verdict
from tests.simulator.product.entra.conftest import EMAIL, RIGHT, VERIFIER, asks, send


def answer(response: httpx.Response, teams: Tenancy) -> dict[str, str]:
    """The parameters that the desktop's answer page gets."""
    location = response.headers["location"]
    assert response.status_code == 303
    assert location.startswith(f"{teams.origins.desktop}/teams-signed-in?")
    return dict(parse_qsl(urlsplit(location).query))


def problem(response: httpx.Response) -> str:
    found = re.search(r'role="alert">(.*?)</p>', response.text, re.DOTALL)
    return unescape(found[1]) if found else ""


def event_names(teams: Tenancy) -> list[str]:
    """The events about Teams, in order."""
    return [entry.name for entry in teams.journal.after() if entry.kind == "event" and entry.name.startswith("Teams")]


async def test_the_right_account_brings_the_desktop_its_tokens(http: httpx.AsyncClient, teams: Tenancy) -> None:
    unseen = {"email": f" \ufeff{EMAIL.upper()}\u200b ", "password": f"{RIGHT}\u200b"}
    given = answer(await send(http, teams, **unseen), teams)
    assert (given["state"], given["iss"]) == ("a-state", teams.origins.teams)
    assert event_names(teams) == ["TeamsPasswordAccepted"]
    exchange = {
        "grant_type": "authorization_code", "client_id": "agent-desktop-teams", "code": given["code"],
        "redirect_uri": f"{teams.origins.desktop}/teams-signed-in", "code_verifier": VERIFIER,
    }  # fmt: skip
    origin = {"origin": teams.origins.desktop}
    reply = await http.post("/token", data=exchange, headers=origin)
    assert reply.status_code == 200
    assert reply.headers["access-control-allow-origin"] == teams.origins.desktop
    assert {"access_token", "id_token"} <= set(reply.json())
    assert event_names(teams) == ["TeamsPasswordAccepted", "TeamsSignedIn"]
    again = await http.post("/token", data=exchange, headers=origin)
    assert (again.status_code, again.json()["error"]) == (400, "invalid_grant")
    assert event_names(teams) == ["TeamsPasswordAccepted", "TeamsSignedIn"]


async def test_no_window_is_let_through_without_the_password(http: httpx.AsyncClient, teams: Tenancy) -> None:
    first = await send(http, teams, email=EMAIL, password=RIGHT)
    assert "set-cookie" not in first.headers
    page = await http.get("/authorize", params=asks(teams, prompt=None))
    assert page.status_code == 200
    silent = answer(await http.get("/authorize", params=asks(teams, prompt="none")), teams)
    assert silent["error"] == "login_required"


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"email": "", "password": RIGHT}, "Enter the email address"),
        ({"email": "nobody@example.com", "password": RIGHT}, "There is no Teams account"),
        ({"email": EMAIL, "password": ""}, "Enter the password"),
        ({"email": EMAIL, "password": "\u200b"}, "Enter the password"),
        ({"email": EMAIL, "password": "correct horse 7"}, "The password is not right"),
    ],
)
async def test_what_can_be_put_right_stays_in_the_window(
    http: httpx.AsyncClient, teams: Tenancy, form: dict[str, str], sentence: str
) -> None:
    page = await send(http, teams, **form)
    assert page.status_code == 200
    assert problem(page).startswith(sentence)
    assert f'value="{form["email"]}"' in page.text
    assert form["password"] not in page.text or not form["password"]


async def test_cancelling_and_being_refused_have_different_answers(http: httpx.AsyncClient, teams: Tenancy) -> None:
    cancelled = answer(await send(http, teams, email=EMAIL, cancel="yes"), teams)
    refused = answer(await send(http, teams, email="bo.ek@example.com", password=RIGHT), teams)
    denied = {"error": "access_denied", "iss": teams.origins.teams, "state": "a-state"}
    assert cancelled == {**denied, "error_description": "The person cancelled.", "error_subcode": "cancel"}
    description = "The organisation does not let this account connect to Microsoft Teams."
    assert refused == {**denied, "error_description": description}
    assert event_names(teams) == ["TeamsSignInCancelled", "TeamsAccessRefused"]


@pytest.mark.parametrize(
    "changes",
    [{"client_id": "agent-desktop"}, {"redirect_uri": "http://elsewhere.example/teams-signed-in"}],
)
async def test_a_request_that_cannot_be_trusted_stays_here(
    http: httpx.AsyncClient, teams: Tenancy, changes: dict[str, str]
) -> None:
    page = await http.get("/authorize", params=asks(teams, **changes))
    assert page.status_code == 400
    assert "This sign-in link does not work" in page.text


async def test_a_request_without_proof_goes_back_refused(http: httpx.AsyncClient, teams: Tenancy) -> None:
    given = answer(await http.get("/authorize", params=asks(teams, code_challenge=None)), teams)
    assert given["error"] == "invalid_request"


async def test_a_form_of_another_site_is_refused(http: httpx.AsyncClient, teams: Tenancy) -> None:
    headers = {"content-type": FORM, "sec-fetch-site": "cross-site"}
    page = await http.post("/authorize", params=asks(teams), data={"email": EMAIL, "password": RIGHT}, headers=headers)
    assert page.status_code == 403
    assert event_names(teams) == []


async def test_the_page_speaks_swedish_and_offers_the_other_language(http: httpx.AsyncClient, teams: Tenancy) -> None:
    page = await http.get("/authorize", params=asks(teams, ui_locales="sv"))
    assert page.headers["content-language"] == "sv"
    assert "Logga in på ditt Microsoft Teams-konto" in page.text
    link = re.search(r'<a href="(.*?)" lang="en">', page.text)
    assert link is not None
    assert "set-cookie" not in page.headers
    other = await http.get(unescape(link[1]))
    assert other.headers["content-language"] == "en"
    assert other.headers["set-cookie"].startswith("deskproof_language=en; Domain=t-0001.localhost;")
    assert (await http.get("/authorize", params=asks(teams))).headers["content-language"] == "en"


async def test_what_was_chosen_elsewhere_goes_before_the_browser(http: httpx.AsyncClient, teams: Tenancy) -> None:
    headers = {"accept-language": "en", "cookie": "deskproof_language=sv"}
    page = await http.get("/authorize", params=asks(teams), headers=headers)
    assert page.headers["content-language"] == "sv"


@pytest.mark.parametrize("path", ["/TASK", "//", "/index.html", "/static/none.css"])
async def test_a_path_with_nothing_leads_on_to_the_desktop(http: httpx.AsyncClient, teams: Tenancy, path: str) -> None:
    request = http.build_request("GET", teams.origins.teams)
    request.url = request.url.copy_with(raw_path=path.encode())
    page = await http.send(request)
    assert page.status_code == 404
    assert f'href="{teams.origins.desktop}/">Open the Desktop</a>' in page.text


async def test_every_answer_carries_a_strict_policy(http: httpx.AsyncClient, teams: Tenancy) -> None:
    page = await http.get("/authorize", params=asks(teams))
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'none';")
    assert policy.endswith(f"form-action 'self' {teams.origins.desktop}")
    assert "script-src" not in policy
    assert "<script" not in page.text
    assert page.headers["cache-control"] == "no-store"
    style = await http.get("/static/entra.css")
    assert (style.status_code, style.headers["cache-control"]) == (200, "no-cache")


async def test_sign_out_ends_what_came_of_a_sign_in(http: httpx.AsyncClient, teams: Tenancy) -> None:
    desktop = teams.origins.desktop
    given = answer(await send(http, teams, email=EMAIL, password=RIGHT), teams)
    exchange = {
        "grant_type": "authorization_code", "client_id": "agent-desktop-teams", "code": given["code"],
        "redirect_uri": f"{desktop}/teams-signed-in", "code_verifier": VERIFIER,
    }  # fmt: skip
    tokens = (await http.post("/token", data=exchange)).json()
    asked = {"id_token_hint": tokens["id_token"], "post_logout_redirect_uri": desktop, "state": "s"}
    left = await http.get("/sign-out", params=asked)
    assert (left.status_code, left.headers["location"]) == (303, f"{desktop}?state=s")
    renewal = {
        "grant_type": "refresh_token", "client_id": "agent-desktop-teams", "refresh_token": tokens["refresh_token"]
    }  # fmt: skip
    assert (await http.post("/token", data=renewal)).json()["error"] == "invalid_grant"


async def test_sign_out_goes_where_it_may(http: httpx.AsyncClient, teams: Tenancy) -> None:
    desktop = teams.origins.desktop
    asked = {"client_id": "agent-desktop-teams", "post_logout_redirect_uri": desktop}
    assert (await http.get("/sign-out", params=asked)).headers["location"] == desktop
    elsewhere = await http.get("/sign-out", params={**asked, "post_logout_redirect_uri": "http://elsewhere.example/"})
    assert elsewhere.status_code == 400


async def test_a_long_address_is_cut_and_invisible_characters_are_dropped(
    http: httpx.AsyncClient, teams: Tenancy
) -> None:
    hint = f" \u200b{'a' * 300}"
    assert f'value="{"a" * 254}"' in (await http.get("/authorize", params=asks(teams, login_hint=hint))).text
    assert f'value="{"a" * 254}"' in (await send(http, teams, email=hint, password=RIGHT)).text


async def test_the_traffic_names_each_address(http: httpx.AsyncClient, teams: Tenancy) -> None:
    for path in ("/authorize", "/sign-out", "/jwks", "/static/entra.css"):
        await http.get(path)
    assert [(line.name, line.path, line.status) for line in teams.traffic.after()] == [
        ("entra authorize", "/authorize", 400), ("entra sign-out", "/sign-out", 200), ("entra keys", "/jwks", 200)
    ]  # fmt: skip


@pytest.mark.parametrize(("site", "status"), [("same-origin", 200), ("none", 200), ("same-site", 403), ("x", 403)])
async def test_only_a_form_of_this_page_is_taken(
    http: httpx.AsyncClient, teams: Tenancy, site: str, status: int
) -> None:
    headers = {"content-type": FORM, "sec-fetch-site": site}
    page = await http.post("/authorize", params=asks(teams), data={"email": ""}, headers=headers)
    assert page.status_code == status


async def test_every_step_in_the_window_is_in_the_journal_with_its_cause(
    http: httpx.AsyncClient, teams: Tenancy
) -> None:
    await send(http, teams, email=EMAIL, cancel="yes")
    await send(http, teams, email=EMAIL, password=RIGHT)
    assert [(entry.name, entry.cause) for entry in teams.journal.after() if entry.kind == "command"][1:] == [
        ("CancelTeamsSignIn", "entra authorize"), ("EnterTeamsPassword", "entra authorize")
    ]  # fmt: skip


async def test_a_page_that_is_not_there_is_recorded_as_unknown(http: httpx.AsyncClient, teams: Tenancy) -> None:
    assert (await http.get("/elsewhere")).status_code == 404
    assert [line.verdict for line in teams.traffic.after()] == [Verdict.UNKNOWN_REQUEST]


@pytest.mark.parametrize("where", ["entra", "entra configuration"])
async def test_a_fault_answers_an_error_that_the_desktop_may_read(
    http: httpx.AsyncClient, teams: Tenancy, where: str
) -> None:
    teams.faults.arm(kind=FaultKind.ANSWERS_AN_ERROR, where=where, status=503)
    sorry = await http.get("/.well-known/openid-configuration", headers={"origin": teams.origins.desktop})
    assert (sorry.status_code, sorry.headers["access-control-allow-origin"]) == (503, teams.origins.desktop)
    well = await http.get("/.well-known/openid-configuration")
    assert well.json()["issuer"] == teams.origins.teams


async def test_a_cut_ends_the_connection_until_it_is_cleared(http: httpx.AsyncClient, teams: Tenancy) -> None:
    fault = teams.faults.arm(kind=FaultKind.CUTS_EVERYTHING, where="entra")
    with pytest.raises(ConnectionAbortedError):
        await http.get("/.well-known/openid-configuration")
    teams.faults.clear(fault.id)
    assert (await http.get("/.well-known/openid-configuration")).status_code == 200
    assert [line.status for line in teams.traffic.after()] == [None, 200]


async def test_an_error_at_the_page_is_a_page_that_leads_on(http: httpx.AsyncClient, teams: Tenancy) -> None:
    teams.faults.arm(kind=FaultKind.ANSWERS_AN_ERROR, where="entra authorize", status=503)
    page = await http.get("/authorize", params=asks(teams))
    assert (page.status_code, page.headers["cache-control"]) == (503, "no-store")
    assert "This service is not available right now" in page.text
    assert f'href="{teams.origins.desktop}/">Open the Desktop</a>' in page.text


async def test_no_secret_is_in_journal_or_traffic(http: httpx.AsyncClient, teams: Tenancy) -> None:
    given = answer(await send(http, teams, email=EMAIL, password=RIGHT), teams)
    recorded = repr(teams.journal.after()) + repr(teams.traffic.after())
    assert RIGHT not in recorded
    assert given["code"] not in recorded
