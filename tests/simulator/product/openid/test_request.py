"""Authorization requests: what is read, what goes back to the client, what is only shown on a page."""

from urllib.parse import parse_qs

import pytest

from deskproof.simulator.product.openid.request import (
    AuthorizationRefused,
    AuthorizationRequest,
    Client,
    Parameters,
    Prompt,
    UntrustedRequest,
    read_authorization_request,
    with_query,
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
    pairs = pairs_with(
        prompt="login consent", max_age="60", ui_locales="sv en", login_hint="ada@example.com", nonce="n",
        scope="email openid", response_mode="query",
    )  # fmt: skip
    request = read_authorization_request(Parameters.of(pairs), {CLIENT.id: CLIENT})
    assert request == AuthorizationRequest(
        client=CLIENT,
        redirect_uri=f"{DESK}/signed-in",
        state="s&t=ä",
        scope="openid email",
        challenge="c" * 43,
        nonce="n",
        prompts=frozenset({Prompt.LOGIN, Prompt.CONSENT}),
        max_age=60,
        login_hint="ada@example.com",
        ui_locales=("sv", "en"),
    )
    assert request.answer(code="c") == f"{DESK}/signed-in?code=c&state=s%26t%3D%C3%A4"


def test_what_a_request_leaves_out_stays_open() -> None:
    assert read(pairs_with(scope="openid", nonce="", prompt="")) == AuthorizationRequest(
        client=CLIENT, redirect_uri=f"{DESK}/signed-in", state="s&t=ä", scope="openid", challenge="c" * 43
    )


@pytest.mark.parametrize("prompt", list(Prompt))
def test_every_prompt_of_the_standard_is_read(prompt: Prompt) -> None:
    """OpenID Connect Core 3.1.2.1."""
    assert [str(each) for each in Prompt] == ["none", "login", "consent", "select_account"]
    request = read_authorization_request(Parameters.of(pairs_with(prompt=str(prompt))), {CLIENT.id: CLIENT})
    assert request.prompts == {prompt}


def test_an_answer_goes_along_with_what_the_address_has_already() -> None:
    assert with_query("http://desk/?page=1", {"code": "a b"}) == "http://desk/?page=1&code=a+b"
    assert with_query("http://desk/", {"code": "a b"}) == "http://desk/?code=a+b"


@pytest.mark.parametrize(
    ("changes", "parameter", "sentence"),
    [
        ({"client_id": None}, "client_id", "No client is registered as None."),
        ({"client_id": "stranger"}, "client_id", "No client is registered as 'stranger'."),
        *(
            ({"redirect_uri": address}, "redirect_uri", f"agent-desktop may not be answered at {address!r}.")
            for address in (
                None,
                f"{DESK}/signed-in/",
                f"{DESK}/signed-in?x=1",
                "https://elsewhere.example/signed-in",
                "javascript:alert(1)",
            )
        ),
    ],
)
def test_an_unknown_client_or_return_address_is_never_sent_anywhere(
    changes: dict[str, str | None], parameter: str, sentence: str
) -> None:
    with pytest.raises(UntrustedRequest) as refusal:
        read(pairs_with(**changes))
    assert (refusal.value.parameter, str(refusal.value)) == (parameter, sentence)


@pytest.mark.parametrize("name", ["client_id", "redirect_uri"])
def test_a_second_client_or_return_address_is_never_sent_anywhere(name: str) -> None:
    with pytest.raises(UntrustedRequest) as refusal:
        read([*pairs_with(), (name, GOOD[name])])
    assert refusal.value.parameter == name


BY_ONE = "is not read; give the parameters one by one."
SCOPES = "scope has to include openid and nothing but openid email."
CHALLENGE = "code_challenge has to be 43 base64url characters (PKCE)."
METHOD = "code_challenge_method has to be S256."
PROMPTS = "prompt has to be none alone, or any of login, consent and select_account."
AGE = "max_age has to be a number of seconds."


@pytest.mark.parametrize(
    ("changes", "error", "description"),
    [
        ({"state": None}, "invalid_request", "state is missing."),
        ({"response_type": None}, "invalid_request", "response_type has to be code."),
        ({"response_type": "token"}, "unsupported_response_type", "response_type has to be code."),
        ({"response_type": "code id_token"}, "unsupported_response_type", "response_type has to be code."),
        ({"response_mode": "fragment"}, "invalid_request", "response_mode has to be query."),
        ({"scope": None}, "invalid_scope", SCOPES),
        ({"scope": "email"}, "invalid_scope", SCOPES),
        ({"scope": "openid everything"}, "invalid_scope", SCOPES),
        ({"code_challenge": None}, "invalid_request", CHALLENGE),
        ({"code_challenge": "short"}, "invalid_request", CHALLENGE),
        ({"code_challenge": "c" * 42 + "="}, "invalid_request", CHALLENGE),
        ({"code_challenge": "c" * 42}, "invalid_request", CHALLENGE),
        ({"code_challenge": "c" * 44}, "invalid_request", CHALLENGE),
        ({"code_challenge_method": None}, "invalid_request", METHOD),
        ({"code_challenge_method": "plain"}, "invalid_request", METHOD),
        ({"prompt": "none login"}, "invalid_request", PROMPTS),
        ({"prompt": "dance"}, "invalid_request", PROMPTS),
        ({"max_age": "1" * 10}, "invalid_request", AGE),
        ({"max_age": "-1"}, "invalid_request", AGE),
        ({"max_age": "²"}, "invalid_request", AGE),
        ({"max_age": "١"}, "invalid_request", AGE),
        ({"nonce": "n" * 2_049}, "invalid_request", "nonce has 2049 characters; at most 2048 are read."),
        ({"request": "jwt"}, "request_not_supported", f"request {BY_ONE}"),
        ({"request_uri": "https://elsewhere.example"}, "request_uri_not_supported", f"request_uri {BY_ONE}"),
    ],
)
def test_what_else_is_wrong_goes_back_to_the_client_with_its_state(
    changes: dict[str, str | None], error: str, description: str
) -> None:
    with pytest.raises(AuthorizationRefused) as refusal:
        read(pairs_with(**changes))
    assert (refusal.value.error, str(refusal.value)) == (error, description)
    address, _, query = refusal.value.location.partition("?")
    assert address == f"{DESK}/signed-in"
    state = {} if "state" in changes else {"state": ["s&t=ä"]}
    assert parse_qs(query) == {"error": [error], "error_description": [description], **state}


@pytest.mark.parametrize(
    ("changes", "first"),
    [
        ({"state": None, "nonce": "n" * 2_049}, "nonce has 2049 characters; at most 2048 are read."),
        ({"state": None, "request": "jwt"}, "state is missing."),
        ({"request": "jwt", "request_uri": "x", "response_type": None}, f"request {BY_ONE}"),
        ({"response_type": None, "response_mode": "x"}, "response_type has to be code."),
        ({"response_mode": "x", "scope": None}, "response_mode has to be query."),
        ({"scope": None, "code_challenge": None}, SCOPES),
        ({"code_challenge": None, "code_challenge_method": None}, CHALLENGE),
        ({"code_challenge_method": None, "prompt": "x"}, METHOD),
        ({"prompt": "x", "max_age": "x"}, PROMPTS),
    ],
)
def test_the_first_fault_is_told(changes: dict[str, str | None], first: str) -> None:
    with pytest.raises(AuthorizationRefused) as refusal:
        read(pairs_with(**changes))
    assert str(refusal.value) == first


def test_the_longest_is_read() -> None:
    request = read_authorization_request(
        Parameters.of(pairs_with(nonce="n" * 2_048, max_age="1" * 9)), {CLIENT.id: CLIENT}
    )
    assert (request.nonce, request.max_age) == ("n" * 2_048, 111_111_111)


def test_parameters_given_twice_are_refused_the_first_by_name() -> None:
    with pytest.raises(AuthorizationRefused) as refusal:
        read([*pairs_with(), ("state", "other"), ("scope", "openid")])
    assert (refusal.value.error, str(refusal.value)) == ("invalid_request", "scope was given more than once.")


def test_empty_values_count_as_not_given() -> None:
    """RFC 6749 3.1."""
    read_in = Parameters.of([("a", ""), ("a", "1"), ("b", "2"), ("b", ""), ("c", "")])
    assert read_in == Parameters(values={"a": "1", "b": "2"}, twice=frozenset({"b"}))
    assert (read_in.get("a"), read_in.get("c")) == ("1", None)
