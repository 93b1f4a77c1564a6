"""Authorization requests: what is read, what goes back to the client, what is only shown on a page."""

from urllib.parse import parse_qs, urlsplit

import pytest

from deskproof.simulator.product.openid.request import (
    AuthorizationRefused,
    Client,
    Parameters,
    Prompt,
    UntrustedRequest,
    read_authorization_request,
)

DESK = "http://t-0001.localhost:8400"
CLIENT = Client(
    id="agent-desktop",
    origin=DESK,
    scopes=("openid", "email"),
    redirect_uris=(f"{DESK}/signed-in",),
    post_logout_redirect_uris=(DESK,),
)
GOOD = {
    "response_type": "code",
    "client_id": "agent-desktop",
    "redirect_uri": f"{DESK}/signed-in",
    "scope": "openid email",
    "state": "s&t=ä",
    "code_challenge": "c" * 43,
    "code_challenge_method": "S256",
}
Pairs = list[tuple[str, str]]


def read(pairs: Pairs) -> object:
    return read_authorization_request(Parameters.of(pairs), {CLIENT.id: CLIENT})


def pairs_with(**changes: str | None) -> Pairs:
    return [(name, value) for name, value in {**GOOD, **changes}.items() if value is not None]


def test_a_good_request_is_read_and_its_state_comes_back_unharmed() -> None:
    pairs = pairs_with(prompt="login consent", max_age="60", ui_locales="sv en", login_hint="ada@example.com")
    request = read_authorization_request(Parameters.of(pairs), {CLIENT.id: CLIENT})
    assert (set(request.prompts), request.max_age) == ({Prompt.LOGIN, Prompt.CONSENT}, 60)
    assert (request.ui_locales, request.login_hint) == (("sv", "en"), "ada@example.com")
    answered = parse_qs(urlsplit(request.answer(code="c")).query)
    assert answered == {"code": ["c"], "state": ["s&t=ä"]}


@pytest.mark.parametrize(
    ("changes", "parameter"),
    [
        ({"client_id": None}, "client_id"),
        ({"client_id": "stranger"}, "client_id"),
        ({"redirect_uri": None}, "redirect_uri"),
        ({"redirect_uri": f"{DESK}/signed-in/"}, "redirect_uri"),
        ({"redirect_uri": f"{DESK}/signed-in?x=1"}, "redirect_uri"),
        ({"redirect_uri": "https://elsewhere.example/signed-in"}, "redirect_uri"),
        ({"redirect_uri": "javascript:alert(1)"}, "redirect_uri"),
    ],
)
def test_an_unknown_client_or_return_address_is_never_sent_anywhere(
    changes: dict[str, str | None], parameter: str
) -> None:
    with pytest.raises(UntrustedRequest) as refusal:
        read(pairs_with(**changes))
    assert refusal.value.parameter == parameter


@pytest.mark.parametrize("name", ["client_id", "redirect_uri"])
def test_a_second_client_or_return_address_is_never_sent_anywhere(name: str) -> None:
    with pytest.raises(UntrustedRequest):
        read([*pairs_with(), (name, GOOD[name])])


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"state": None}, "invalid_request"),
        ({"response_type": None}, "invalid_request"),
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"response_type": "code id_token"}, "unsupported_response_type"),
        ({"response_mode": "fragment"}, "invalid_request"),
        ({"scope": None}, "invalid_scope"),
        ({"scope": "email"}, "invalid_scope"),
        ({"scope": "openid everything"}, "invalid_scope"),
        ({"code_challenge": None}, "invalid_request"),
        ({"code_challenge": "short"}, "invalid_request"),
        ({"code_challenge": "c" * 42 + "="}, "invalid_request"),
        ({"code_challenge": "c" * 42}, "invalid_request"),
        ({"code_challenge": "c" * 44}, "invalid_request"),
        ({"max_age": "1" * 10}, "invalid_request"),
        ({"code_challenge_method": None}, "invalid_request"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"prompt": "none login"}, "invalid_request"),
        ({"prompt": "dance"}, "invalid_request"),
        ({"max_age": "-1"}, "invalid_request"),
        ({"max_age": "²"}, "invalid_request"),
        ({"nonce": "n" * 2_049}, "invalid_request"),
        ({"request": "jwt"}, "request_not_supported"),
        ({"request_uri": "https://elsewhere.example"}, "request_uri_not_supported"),
    ],
)
def test_what_else_is_wrong_goes_back_to_the_client_with_its_state(changes: dict[str, str | None], error: str) -> None:
    with pytest.raises(AuthorizationRefused) as refusal:
        read(pairs_with(**changes))
    assert refusal.value.location.startswith(f"{DESK}/signed-in?")
    answered = parse_qs(urlsplit(refusal.value.location).query)
    assert answered["error"] == [error]
    assert answered["error_description"]
    assert answered.get("state") == (None if "state" in changes else ["s&t=ä"])


@pytest.mark.parametrize("changes", [{"nonce": "n" * 2_048}, {"max_age": "1" * 9}])
def test_the_longest_is_read(changes: dict[str, str | None]) -> None:
    read(pairs_with(**changes))


def test_a_parameter_given_twice_is_refused() -> None:
    with pytest.raises(AuthorizationRefused, match="state was given more than once"):
        read([*pairs_with(), ("state", "other")])
