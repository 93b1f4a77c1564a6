"""The endpoints for programs, over the identity application: discovery, keys, tokens, userinfo, CORS."""

import httpx
import pytest

from deskproof.simulator.app import Application
from deskproof.simulator.product.services import services_of
from deskproof.simulator.runtime.tenancy import Tenancy
from tests.simulator.product.identity.conftest import Visitor

pytestmark = pytest.mark.anyio


@pytest.fixture
def visitor(application: Application, tenancy: Tenancy) -> Visitor:
    http = httpx.AsyncClient(transport=httpx.ASGITransport(app=application), base_url=tenancy.origins.identity)
    return Visitor(http=http, tenancy=tenancy)


async def test_discovery_says_what_the_provider_does(visitor: Visitor, tenancy: Tenancy) -> None:
    """OpenID Connect Discovery 3, RFC 8414 2, RFC 9207 3."""
    issuer = tenancy.origins.identity
    assert (await visitor.http.get("/.well-known/openid-configuration")).json() == {
        "issuer": issuer,
        "authorization_endpoint": f"{issuer}/authorize",
        "token_endpoint": f"{issuer}/token",
        "userinfo_endpoint": f"{issuer}/userinfo",
        "end_session_endpoint": f"{issuer}/sign-out",
        "jwks_uri": f"{issuer}/jwks",
        "scopes_supported": ["cjp:user", "email", "openid", "profile"],
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code", "refresh_token"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
        "token_endpoint_auth_methods_supported": ["none"],
        "code_challenge_methods_supported": ["S256"],
        "prompt_values_supported": ["none", "login", "consent", "select_account"],
        "ui_locales_supported": ["en", "sv"],
        "request_parameter_supported": False,
        "request_uri_parameter_supported": False,
        "authorization_response_iss_parameter_supported": True,
    }


async def test_a_code_is_exchanged_once(visitor: Visitor) -> None:
    code = (await visitor.sign_in())["code"]
    first = await visitor.exchange(code)
    assert (first.status_code, first.headers["cache-control"]) == (200, "no-store")
    assert set(first.json()) == {"access_token", "token_type", "expires_in", "scope", "refresh_token", "id_token"}
    again = await visitor.exchange(code)
    assert (again.status_code, again.json()["error"]) == (400, "invalid_grant")
    refresh = await visitor.refresh(first.json()["refresh_token"])
    assert refresh.json()["error"] == "invalid_grant"


async def userinfo(visitor: Visitor, token: str) -> int:
    return (await visitor.http.get("/userinfo", headers={"authorization": f"Bearer {token}"})).status_code


@pytest.mark.parametrize("stolen", ["code", "refresh token"])
async def test_what_is_used_twice_takes_every_access_token_that_came_from_it_along(
    visitor: Visitor, tenancy: Tenancy, stolen: str
) -> None:
    """RFC 6749 4.1.2 and 10.5, RFC 9700 4.14.2: also those that a refresh token gave, and nobody else's."""
    other = (await visitor.exchange((await visitor.sign_in())["code"])).json()["access_token"]
    visitor.http.cookies.clear()  # another browser
    code = (await visitor.sign_in())["code"]
    first = (await visitor.exchange(code)).json()
    second = (await visitor.refresh(first["refresh_token"])).json()
    tokens = [first["access_token"], second["access_token"]]
    assert [await userinfo(visitor, token) for token in tokens] == [200, 200]
    again = await (visitor.exchange(code) if stolen == "code" else visitor.refresh(first["refresh_token"]))
    assert (again.status_code, again.json()["error"]) == (400, "invalid_grant")
    assert [await userinfo(visitor, token) for token in tokens] == [401, 401]
    tenancy.advance(60_000)
    assert [await userinfo(visitor, token) for token in tokens] == [401, 401]
    assert (await visitor.refresh(second["refresh_token"])).status_code == 400
    assert await userinfo(visitor, other) == 200


@pytest.mark.parametrize("how", [{"code_verifier": "x" * 43}, {"client_id": "stranger"}, {"redirect_uri": "https://e"}])
async def test_a_second_use_counts_however_wrong_it_is_otherwise(visitor: Visitor, how: dict[str, str]) -> None:
    code = (await visitor.sign_in())["code"]
    token = (await visitor.exchange(code)).json()["access_token"]
    assert (await visitor.exchange(code, **how)).status_code == 400
    assert await userinfo(visitor, token) == (200 if "client_id" in how else 401)


GRANT_TYPES = "grant_type has to be authorization_code or refresh_token."
UNKNOWN_CODE = "code is not known for this client; sign in again."
OTHER_ADDRESS = "redirect_uri is not the one with which the code was requested."
OTHER_VERIFIER = "code_verifier does not match the code_challenge."


@pytest.mark.parametrize(
    ("changes", "error", "description"),
    [
        ({"grant_type": None}, "invalid_request", "grant_type is missing."),
        ({"grant_type": "password"}, "unsupported_grant_type", GRANT_TYPES),
        ({"client_id": None}, "invalid_request", "client_id is missing."),
        ({"client_id": "stranger"}, "invalid_client", "No client is registered as 'stranger'."),
        ({"code": None}, "invalid_request", "code is missing."),
        ({"code": "made-up"}, "invalid_grant", UNKNOWN_CODE),
        ({"redirect_uri": None}, "invalid_request", "redirect_uri is missing."),
        ({"redirect_uri": "https://elsewhere.example"}, "invalid_grant", OTHER_ADDRESS),
        ({"code_verifier": None}, "invalid_request", "code_verifier is missing."),
        ({"code_verifier": "x" * 43}, "invalid_grant", OTHER_VERIFIER),
        ({"grant_type": "refresh_token"}, "invalid_request", "refresh_token is missing."),
    ],
)
async def test_a_code_is_refused_with_the_standards_word(
    visitor: Visitor, changes: dict[str, str | None], error: str, description: str
) -> None:
    code = (await visitor.sign_in())["code"]
    response = await visitor.exchange(**{"code": code, **changes})  # type: ignore[arg-type]  # a missing code is meant
    assert response.status_code == 400
    assert response.json() == {"error": error, "error_description": description}


async def test_a_refresh_token_gives_new_tokens_and_is_rotated(visitor: Visitor, tenancy: Tenancy) -> None:
    tokens = (await visitor.exchange((await visitor.sign_in())["code"])).json()
    tenancy.advance(13 * 60 * 60 * 1000)
    renewed = (await visitor.refresh(tokens["refresh_token"])).json()
    assert renewed["refresh_token"] != tokens["refresh_token"]
    assert services_of(tenancy).tokens.verify_access(renewed["access_token"])


async def test_a_parameter_given_twice_and_a_body_that_is_not_a_form_are_refused(visitor: Visitor) -> None:
    form = {"content-type": "application/x-www-form-urlencoded"}
    twice = await visitor.http.post("/token", content="grant_type=a&grant_type=b", headers=form)
    assert (twice.status_code, twice.json()) == (
        400,
        {"error": "invalid_request", "error_description": "grant_type was given more than once."},
    )
    no_form = await visitor.http.post("/token", json={})
    assert (no_form.status_code, no_form.json()) == (
        415,
        {
            "error": "invalid_request",
            "error_description": "The body has to be application/x-www-form-urlencoded.",
        },
    )


async def test_the_type_of_a_form_may_have_parameters_and_capitals(visitor: Visitor) -> None:
    """RFC 9110 8.3.1."""
    form = {"content-type": " Application/X-WWW-Form-Urlencoded ; charset=utf-8"}
    answer = await visitor.http.post("/token", content="grant_type=a", headers=form)
    assert answer.json() == {"error": "invalid_request", "error_description": "client_id is missing."}


async def test_a_refused_form_says_how_large_one_may_be(visitor: Visitor) -> None:
    form = {"content-type": "application/x-www-form-urlencoded"}
    answer = await visitor.http.post("/token", content="a=".ljust(16_385, "x"), headers=form)
    assert answer.json()["error_description"] == "The form is larger than 16384 bytes."


async def test_answers_with_tokens_are_not_cached_anywhere(visitor: Visitor) -> None:
    """RFC 6749 5.1."""
    answer = await visitor.exchange((await visitor.sign_in())["code"])
    assert (answer.headers["cache-control"], answer.headers["pragma"]) == ("no-store", "no-cache")


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/.well-known/openid-configuration"), ("POST", "/jwks"), ("GET", "/token"), ("POST", "/userinfo")],
)
async def test_each_endpoint_takes_its_method(visitor: Visitor, method: str, path: str) -> None:
    assert (await visitor.http.request(method, path)).status_code == 405


@pytest.mark.parametrize(("size", "status"), [(16_384, 400), (16_385, 413)])
async def test_a_form_has_its_largest(visitor: Visitor, size: int, status: int) -> None:
    form = {"content-type": "application/x-www-form-urlencoded"}
    answer = await visitor.http.post("/token", content="a=".ljust(size, "x"), headers=form)
    assert answer.status_code == status


@pytest.mark.parametrize("content", [b"client_id=\xff", b"client_id=%ff", b"client_id=%c3%28"])
async def test_a_form_that_is_not_in_utf_8_is_refused(visitor: Visitor, content: bytes) -> None:
    form = {"content-type": "application/x-www-form-urlencoded"}
    answer = await visitor.http.post("/token", content=content, headers=form)
    assert (answer.status_code, answer.json()) == (
        400,
        {
            "error": "invalid_request",
            "error_description": "The form is not in UTF-8; expected application/x-www-form-urlencoded in UTF-8.",
        },
    )


async def test_only_the_desktops_origin_may_read_the_answers(visitor: Visitor, tenancy: Tenancy) -> None:
    for path in ("/token", "/userinfo", "/jwks", "/.well-known/openid-configuration"):
        for origin, allowed in (
            (tenancy.origins.desktop, tenancy.origins.desktop),
            ("https://elsewhere.example", None),
        ):
            asks = {"origin": origin, "access-control-request-method": "GET"}
            response = await visitor.http.options(path, headers=asks)
            assert response.status_code == (400 if allowed is None else 200)
            assert response.headers.get("access-control-allow-origin") == allowed
            assert "access-control-allow-credentials" not in response.headers
            assert "Origin" in response.headers["vary"]
    page = await visitor.http.get("/help", headers={"origin": tenancy.origins.desktop})
    assert "access-control-allow-origin" not in page.headers
    response = await visitor.exchange("made-up")
    assert response.headers["access-control-allow-origin"] == tenancy.origins.desktop


async def test_userinfo_has_the_claims_of_the_scopes(visitor: Visitor, tenancy: Tenancy) -> None:
    await visitor.open(scope="openid email")
    await visitor.send(email="ada.lindqvist@example.com")
    code = visitor.answer(await visitor.send(password="correct horse 7"))["code"]
    token = (await visitor.exchange(code)).json()["access_token"]
    answer = (await visitor.http.get("/userinfo", headers={"authorization": f"Bearer {token}"})).json()
    ada = tenancy.configuration.people[0]
    assert answer == {"sub": ada.agent_id, "email": ada.email, "email_verified": True}


MISSING = "An Authorization header with a Bearer token is missing; sign in to get one."


@pytest.mark.parametrize(
    ("authorization", "description"),
    [
        (None, MISSING),
        ("Basic x", MISSING),
        ("Bearer", MISSING),
        ("Bearer ", MISSING),
        ("Bearer junk", "The token is not a JWT with a realm; sign in to get one."),
        ("bearer junk", "The token is not a JWT with a realm; sign in to get one."),
    ],
)
async def test_userinfo_needs_a_good_access_token(
    visitor: Visitor, authorization: str | None, description: str
) -> None:
    headers = {} if authorization is None else {"authorization": authorization}
    response = await visitor.http.get("/userinfo", headers=headers)
    assert response.status_code == 401
    assert response.json() == {"error": "invalid_token", "error_description": description}
    assert response.headers["www-authenticate"] == 'Bearer error="invalid_token"'


async def test_each_scope_opens_its_claims_about_the_person(visitor: Visitor) -> None:
    """OpenID Connect Core 5.4."""
    token = (await visitor.exchange((await visitor.sign_in())["code"])).json()["access_token"]
    answer = await visitor.http.get("/userinfo", headers={"authorization": f"Bearer {token}"})
    assert set(answer.json()) == {
        "sub",
        "name",
        "given_name",
        "family_name",
        "preferred_username",
        "locale",
        "email",
        "email_verified",
    }


async def test_a_code_and_its_answer_belong_to_one_issuer(
    visitor: Visitor, application: Application, tenancy: Tenancy
) -> None:
    """RFC 9207: a client that knows two providers can tell which of them answered, and neither takes the other's."""
    answer = await visitor.sign_in()
    assert answer["iss"] == (await visitor.http.get("/.well-known/openid-configuration")).json()["issuer"]
    transport = httpx.ASGITransport(app=application)
    async with httpx.AsyncClient(transport=transport, base_url=tenancy.origins.teams) as http:
        teams = Visitor(http=http, tenancy=tenancy, verifier=visitor.verifier)
        assert (await http.get("/.well-known/openid-configuration")).json()["issuer"] != answer["iss"]
        assert (await teams.exchange(answer["code"])).json()["error"] == "invalid_client"
        redirect_uri = f"{tenancy.origins.desktop}/teams-signed-in"
        mixed = await teams.exchange(answer["code"], client_id="agent-desktop-teams", redirect_uri=redirect_uri)
        assert mixed.json() == {"error": "invalid_grant", "error_description": UNKNOWN_CODE}
    assert (await visitor.exchange(answer["code"])).status_code == 200  # what was tried elsewhere does not spend it


async def test_tokens_of_one_issuer_open_nothing_at_another(
    visitor: Visitor, application: Application, tenancy: Tenancy, other_tenancy: Tenancy
) -> None:
    ada = tenancy.configuration.people[0]
    scope = "openid profile email"
    of_teams = services_of(tenancy).teams.provider.tokens.issue_access(
        ada, client_id="agent-desktop-teams", scope=scope, grant_id="of-teams"
    )
    tokens = (await visitor.exchange((await visitor.sign_in())["code"])).json()
    assert await userinfo(visitor, of_teams) == 401
    for elsewhere in (tenancy.origins.teams, other_tenancy.origins.identity):
        transport = httpx.ASGITransport(app=application)
        async with httpx.AsyncClient(transport=transport, base_url=elsewhere) as http:
            other = Visitor(http=http, tenancy=tenancy)
            assert await userinfo(other, tokens["access_token"]) == 401
            assert (await other.refresh(tokens["refresh_token"])).status_code == 400
            hint = {"id_token_hint": tokens["id_token"], "post_logout_redirect_uri": f"{tenancy.origins.desktop}/"}
            assert (await http.get("/sign-out", params=hint)).status_code == 400
    assert await userinfo(visitor, tokens["access_token"]) == 200
    assert (await visitor.refresh(tokens["refresh_token"])).status_code == 200


async def test_a_code_expires(visitor: Visitor, tenancy: Tenancy) -> None:
    code = (await visitor.sign_in())["code"]
    tenancy.advance(60_000)
    assert (await visitor.exchange(code)).json()["error"] == "invalid_grant"
