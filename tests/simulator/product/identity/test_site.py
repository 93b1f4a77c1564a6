"""The application around the pages: authorization, single sign-on, sign-out, languages, headers, refusals."""

from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from deskproof.simulator.app import Application
from deskproof.simulator.domain.values import MINUTE, SECOND
from deskproof.simulator.product.identity.service import COOKIE
from deskproof.simulator.product.services import services_of
from deskproof.simulator.runtime.faults import FaultKind
from deskproof.simulator.runtime.tenancy import Tenancy
from tests.simulator.product.identity.conftest import Visitor

pytestmark = pytest.mark.anyio


async def test_an_untrusted_request_gets_a_page_and_never_a_redirect(visitor: Visitor) -> None:
    for changes in ({"client_id": "<i>x"}, {"redirect_uri": "https://elsewhere.example/"}):
        page = await visitor.open(**changes)
        assert (page.status_code, visitor.heading) == (400, "This sign-in link does not work")
        assert "location" not in page.headers
        assert "<i>x" not in page.text


async def test_a_wrong_request_goes_back_to_the_desktop_with_its_error(visitor: Visitor) -> None:
    answer = visitor.answer(await visitor.open(code_challenge_method="plain"))
    assert (answer["error"], answer["state"]) == ("invalid_request", "a-state")


async def test_authorization_may_be_requested_by_post(visitor: Visitor) -> None:
    response = await visitor.http.post("/authorize", data=visitor.asks())
    assert response.headers["location"].startswith("/sign-in?tx=")


async def test_a_further_tab_is_signed_in_without_asking(visitor: Visitor, tenancy: Tenancy) -> None:
    await visitor.sign_in()
    tenancy.advance(MINUTE)
    tokens = (await visitor.exchange(visitor.answer(await visitor.open())["code"])).json()
    agent_id, claims = services_of(tenancy).tokens.access_claims(tokens["access_token"])
    assert agent_id == tenancy.configuration.people[0].agent_id
    assert claims["iat"] == tenancy.clock.now() // SECOND


async def test_single_sign_on_ends_with_time_and_where_the_client_wants_a_fresh_sign_in(
    visitor: Visitor, tenancy: Tenancy
) -> None:
    await visitor.sign_in()
    for changes in ({"prompt": "login"}, {"prompt": "select_account"}):
        await visitor.open(**changes)
        assert visitor.page.url.path == "/sign-in"
    tenancy.advance(61 * SECOND)
    await visitor.open(max_age="60")
    assert visitor.page.url.path == "/sign-in"
    tenancy.advance(12 * 60 * MINUTE)
    await visitor.open()
    assert visitor.page.url.path == "/sign-in"


async def test_no_page_is_shown_when_the_client_wants_none(visitor: Visitor) -> None:
    assert visitor.answer(await visitor.open(prompt="none"))["error"] == "login_required"
    await visitor.sign_in()
    assert visitor.answer(await visitor.open(prompt="none"))["code"]


async def test_the_cookie_is_for_this_host_and_out_of_reach_of_scripts(visitor: Visitor) -> None:
    await visitor.open()
    await visitor.send(email="ada.lindqvist@example.com")
    assert visitor.http.cookies.get(COOKIE) is None
    response = await visitor.send(password="correct horse 7")
    cookie = response.headers["set-cookie"]
    flags = {flag.strip().lower() for flag in cookie.split(";")[1:]}
    assert flags == {"httponly", "samesite=lax", "path=/"}


async def test_signing_in_gives_a_new_cookie_and_ends_the_old_session(visitor: Visitor) -> None:
    await visitor.sign_in()
    old = visitor.http.cookies[COOKIE]
    await visitor.open(prompt="login")
    await visitor.send(email="bo.ek@example.com")
    await visitor.send(password="battery staple 9")
    assert visitor.http.cookies[COOKIE] != old
    visitor.http.cookies.clear()
    visitor.http.cookies.set(COOKIE, old)
    await visitor.open()
    assert visitor.page.url.path == "/sign-in"


async def test_a_page_of_an_expired_or_unknown_sign_in_lets_one_start_again(visitor: Visitor, tenancy: Tenancy) -> None:
    await visitor.open()
    tenancy.advance(60 * MINUTE)
    for path in ("/sign-in", "/password", "/recover", "/recover/code", "/recover/password", "/help"):
        await visitor.get(path)
        assert (visitor.page.status_code, visitor.heading) == (410, "This page has expired")
        assert f'href="{tenancy.origins.desktop}/"' in visitor.page.text
    assert (await visitor.http.get("/sign-in?tx=made-up")).status_code == 410
    assert (await visitor.http.post("/sign-in", data={"email": "x"})).status_code == 410


async def test_sign_out_with_a_hint_ends_the_session_and_goes_where_it_may(visitor: Visitor, tenancy: Tenancy) -> None:
    tokens = (await visitor.exchange((await visitor.sign_in())["code"])).json()
    asked = {
        "id_token_hint": tokens["id_token"],
        "post_logout_redirect_uri": tenancy.origins.desktop,
        "state": "s",
    }
    response = await visitor.http.get("/sign-out", params=asked)
    assert response.headers["location"] == f"{tenancy.origins.desktop}?state=s"
    assert 'deskproof_identity=""' in response.headers["set-cookie"]
    await visitor.open()
    assert visitor.page.url.path == "/sign-in"
    refused = await visitor.refresh(tokens["refresh_token"])
    assert refused.json()["error"] == "invalid_grant"


async def test_sign_out_without_a_hint_is_confirmed_on_a_page(visitor: Visitor, tenancy: Tenancy) -> None:
    await visitor.sign_in()
    asked = {"client_id": "agent-desktop", "post_logout_redirect_uri": tenancy.origins.desktop}
    page = await visitor.http.get("/sign-out", params=asked)
    assert "Sign out?" in page.text
    assert visitor.answer(await visitor.open())["code"]
    forged = {"sec-fetch-site": "cross-site"}
    confirmed = {**asked, "confirmed": "yes"}
    assert (await visitor.http.post("/sign-out", data=confirmed, headers=forged)).status_code == 403
    response = await visitor.http.post("/sign-out", data=confirmed)
    assert response.headers["location"] == tenancy.origins.desktop
    await visitor.open()
    assert visitor.page.url.path == "/sign-in"


async def test_sign_out_with_another_persons_hint_is_confirmed_too(visitor: Visitor, tenancy: Tenancy) -> None:
    await visitor.sign_in()
    bo = tenancy.configuration.people[1]
    hint = services_of(tenancy).tokens.issue_id_token(
        bo, client_id="agent-desktop", nonce=None, signed_in_at=tenancy.clock.now()
    )
    assert "Sign out?" in (await visitor.http.get("/sign-out", params={"id_token_hint": hint})).text


async def test_sign_out_goes_nowhere_it_may_not(visitor: Visitor, tenancy: Tenancy) -> None:
    origin = tenancy.origins.desktop
    for asked in (
        {"client_id": "agent-desktop", "post_logout_redirect_uri": "https://elsewhere.example"},
        {"client_id": "agent-desktop", "post_logout_redirect_uri": f"{origin}/other"},
        {"post_logout_redirect_uri": origin},
        {"id_token_hint": "junk", "post_logout_redirect_uri": origin},
    ):
        page = await visitor.http.get("/sign-out", params=asked)
        assert page.status_code == 400
        assert "This sign-out link does not work" in page.text


async def test_sign_out_without_an_address_ends_on_a_page(visitor: Visitor) -> None:
    page = await visitor.http.get("/sign-out")
    assert (page.status_code, "You are signed out" in page.text) == (200, True)


@pytest.mark.parametrize(
    ("wish", "browser", "heading"),
    [
        (None, "sv-SE,sv;q=0.9,en;q=0.5", "Välkommen till Deskproof"),
        (None, "de, en;q=0.5", "Welcome to Deskproof"),
        (None, "en;q=0.1, sv;q=0.8", "Välkommen till Deskproof"),
        (None, "", "Welcome to Deskproof"),
        ("sv", "en", "Välkommen till Deskproof"),
        ("fi sv-FI", "en", "Välkommen till Deskproof"),
    ],
)
async def test_the_client_and_then_the_browser_choose_the_language(
    visitor: Visitor, wish: str | None, browser: str, heading: str
) -> None:
    visitor.http.headers["accept-language"] = browser
    await visitor.open(ui_locales=wish)
    assert visitor.heading == heading


async def test_the_language_can_be_switched_without_losing_the_typed_address(visitor: Visitor) -> None:
    await visitor.open()
    await visitor.send(language="sv", email="ada.lindqvist@example.com")
    assert visitor.heading == "Välkommen till Deskproof"
    assert 'lang="sv"' in visitor.page.text
    assert 'value="ada.lindqvist@example.com"' in visitor.page.text
    await visitor.send(email="ada.lindqvist@example.com")
    assert "Alt+vänsterpil (Windows) eller Command+vänsterpil (Mac)" in visitor.page.text
    await visitor.send(language="en")
    assert "Alt+Left arrow (Windows) or Command+Left arrow (Mac)" in visitor.page.text


async def test_the_chosen_language_goes_along_on_the_whole_site(visitor: Visitor, tenancy: Tenancy) -> None:
    visitor.http.headers["accept-language"] = "en-GB"
    await visitor.open()
    sent = await visitor.http.post("/sign-in", params={"tx": visitor.transaction}, data={"language": "sv"})
    stored = sent.headers["set-cookie"]
    assert stored.startswith("deskproof_language=sv; Domain=t-0001.localhost; Max-Age=31536000; Path=/; SameSite=lax")
    await visitor.open()
    assert visitor.heading == "Välkommen till Deskproof"
    for path, words in (
        ("/nowhere", "Sidan finns inte"),
        ("/password?tx=unknown", "Sidan har gått ut"),
        ("/authorize?client_id=x", "Inloggningslänken fungerar inte"),
        ("/sign-out", "Du är utloggad"),
        ("/sign-out?post_logout_redirect_uri=x", "Utloggningslänken fungerar inte"),
    ):
        assert words in (await visitor.http.get(path)).text


@pytest.mark.parametrize(
    ("wish", "stored", "browser", "heading"),
    [
        ("en", "sv", "sv", "Welcome to Deskproof"),
        ("de", "sv", "en", "Välkommen till Deskproof"),
        (None, "sv", "en-GB", "Välkommen till Deskproof"),
        (None, "de", "sv-FI", "Välkommen till Deskproof"),
        (None, '"><b>', "en", "Welcome to Deskproof"),
    ],
)
async def test_a_wish_goes_before_what_was_chosen_and_that_before_the_browser(
    visitor: Visitor, wish: str | None, stored: str, browser: str, heading: str
) -> None:
    visitor.http.headers.update({"accept-language": browser, "cookie": f"deskproof_language={stored}"})
    await visitor.open(ui_locales=wish)
    assert visitor.heading == heading


async def test_sign_out_is_in_the_language_of_the_client(visitor: Visitor) -> None:
    await visitor.sign_in()
    asked = {"ui_locales": "sv"}
    page = await visitor.http.get("/sign-out", params=asked)
    assert "Vill du logga ut?" in page.text
    page = await visitor.http.post("/sign-out", data={**asked, "confirmed": "yes"})
    assert "Du är utloggad" in page.text


async def test_every_page_is_locked_down(visitor: Visitor, tenancy: Tenancy) -> None:
    for page in (await visitor.open(), await visitor.http.get("/nowhere"), await visitor.open(client_id="x")):
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert policy.endswith(f"form-action 'self' {tenancy.origins.desktop}")
        assert page.headers["cache-control"] == "no-store"
        assert page.headers["referrer-policy"] == "no-referrer"
        assert page.headers["x-content-type-options"] == "nosniff"
        assert " style=" not in page.text
        assert "<style" not in page.text


@pytest.mark.parametrize("name", ["identity.css", "identity.js", "mark.svg"])
async def test_static_files_are_served(visitor: Visitor, name: str) -> None:
    response = await visitor.http.get(f"/static/{name}")
    assert (response.status_code, response.headers["cache-control"]) == (200, "no-cache")


async def test_a_form_from_another_site_is_refused(visitor: Visitor) -> None:
    await visitor.open()
    for site in ("cross-site", "same-site"):
        response = await visitor.http.post(
            visitor.page.url.path, params={"tx": visitor.transaction}, data={"email": "x"},
            headers={"sec-fetch-site": site},
        )  # fmt: skip
        assert (response.status_code, "came from another site" in response.text) == (403, True)


async def test_a_body_that_is_not_a_form_or_is_too_large_is_refused(visitor: Visitor) -> None:
    await visitor.open()
    path = f"/sign-in?tx={visitor.transaction}"
    assert (await visitor.http.post(path, json={"email": "x"})).status_code == 415
    assert (await visitor.http.post(path, data={"email": "x" * 20_000})).status_code == 413


async def test_the_pages_script_gets_the_next_address(visitor: Visitor) -> None:
    await visitor.open()
    asks = {"accept": "application/json"}
    parameters = {"tx": visitor.transaction}
    response = await visitor.http.post(
        "/sign-in", params=parameters, data={"email": "ada.lindqvist@example.com"}, headers=asks
    )
    assert response.json() == {"location": f"/password?tx={visitor.transaction}"}
    response = await visitor.http.post(
        "/password", params=parameters, data={"password": "correct horse 7"}, headers=asks
    )
    assert parse_qs(urlsplit(response.json()["location"]).query)["state"] == ["a-state"]
    assert visitor.http.cookies.get(COOKIE)


async def test_sign_ins_of_one_tenant_are_unknown_to_another(
    visitor: Visitor, application: Application, other_tenancy: Tenancy
) -> None:
    answer = await visitor.sign_in()
    transport = httpx.ASGITransport(app=application)
    async with httpx.AsyncClient(transport=transport, base_url=other_tenancy.origins.identity) as http:
        http.cookies.set(COOKIE, visitor.http.cookies[COOKIE])
        stranger = Visitor(http=http, tenancy=other_tenancy, verifier=visitor.verifier)
        assert (await http.get("/password", params={"tx": visitor.transaction})).status_code == 410
        assert (await stranger.exchange(answer["code"])).json()["error"] == "invalid_grant"
        await stranger.open()
        assert stranger.page.url.path == "/sign-in"


async def test_the_traffic_has_paths_and_unknown_requests(visitor: Visitor, tenancy: Tenancy) -> None:
    await visitor.http.get("/.well-known/openid-configuration")
    await visitor.http.get("/nowhere?secret=x")
    await visitor.http.get("/static/identity.css")
    assert [(line.name, line.path, line.status, line.verdict.value) for line in tenancy.traffic.after()] == [
        ("identity configuration", "/.well-known/openid-configuration", 200, "ok"),
        ("identity", "/nowhere", 404, "unknown request"),
    ]


async def test_faults_of_requests_act_on_the_identity_pages(visitor: Visitor, tenancy: Tenancy) -> None:
    await visitor.open()
    tenancy.faults.arm(kind=FaultKind.ANSWERS_AN_ERROR, where="identity sign-in", status=503)
    page = await visitor.http.get("/sign-in", params={"tx": visitor.transaction})
    assert (page.status_code, page.headers["cache-control"]) == (503, "no-store")
    assert "This service is not available right now" in page.text
    assert (await visitor.http.get("/sign-in", params={"tx": visitor.transaction})).status_code == 200
    tenancy.faults.arm(kind=FaultKind.ANSWERS_AN_ERROR, where="identity", status=502)
    keys = await visitor.http.get("/jwks", headers={"origin": tenancy.origins.desktop})
    assert (keys.status_code, keys.json()["error"]) == (502, "temporarily_unavailable")
    assert keys.headers["access-control-allow-origin"] == tenancy.origins.desktop
    for status, error in ((429, "temporarily_unavailable"), (500, "temporarily_unavailable"), (499, "invalid_request")):
        tenancy.faults.arm(kind=FaultKind.ANSWERS_AN_ERROR, where="identity", status=status)
        keys = await visitor.http.get("/jwks")
        assert (keys.status_code, keys.json()["error"]) == (status, error)
    tenancy.faults.arm(kind=FaultKind.CUTS_EVERYTHING, where="identity password")
    with pytest.raises(ConnectionAbortedError):
        await visitor.http.get("/password", params={"tx": visitor.transaction})
    assert [line.status for line in tenancy.traffic.after()][-7:] == [503, 200, 502, 429, 500, 499, None]
