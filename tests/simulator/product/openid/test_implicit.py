"""Authorization requests of the vendor's applications: any application, at pages on this machine alone."""

from urllib.parse import parse_qs

import pytest

from deskproof.simulator.product.openid.implicit import read_implicit_request
from deskproof.simulator.product.openid.request import AuthorizationRefused, Parameters, UntrustedRequest

GOOD = {
    "response_type": "token",
    "client_id": "an-application",
    "redirect_uri": "http://localhost:3000/samples?a=b",
    "scope": "cjp:user spark:calls_read",
    "state": "s&t",
}


def parameters(**changes: str | None) -> Parameters:
    return Parameters.of([(name, value) for name, value in {**GOOD, **changes}.items() if value is not None])


def test_the_answer_is_in_the_fragment_and_repeats_the_state() -> None:
    request = read_implicit_request(parameters())
    address, _, fragment = request.answer(access_token="t").partition("#")
    assert address == GOOD["redirect_uri"]
    assert parse_qs(fragment) == {"access_token": ["t"], "state": ["s&t"]}
    assert (request.scope, request.client.origin) == (GOOD["scope"], "http://localhost:3000")


def test_a_state_is_not_needed() -> None:
    assert read_implicit_request(parameters(state=None)).answer(access_token="t").endswith("#access_token=t")


@pytest.mark.parametrize("uri", ["https://127.0.0.1:8000/", "http://[::1]:3000/", "http://app.localhost/"])
def test_every_page_on_this_machine_is_answered(uri: str) -> None:
    assert read_implicit_request(parameters(redirect_uri=uri)).redirect_uri == uri


@pytest.mark.parametrize(
    "uri",
    [
        None, "https://example.com/", "http://localhost.example.com/", "http://localhost@example.com/",
        "http://a:b@localhost/", "javascript:alert(1)", "http://localhost:3000/#x", "http://10.0.0.1/", "http://[::1",
        "http://localhost:99999/", "ftp://localhost/",
    ],
)  # fmt: skip
def test_no_token_leaves_the_machine(uri: str | None) -> None:
    with pytest.raises(UntrustedRequest, match="expected a page on this machine") as refusal:
        read_implicit_request(parameters(redirect_uri=uri))
    assert refusal.value.parameter == "redirect_uri"


def test_an_application_has_a_name() -> None:
    with pytest.raises(UntrustedRequest, match="client_id is missing"):
        read_implicit_request(parameters(client_id=None))


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"response_type": "code"}, "unsupported_response_type"),
        ({"response_type": None}, "unsupported_response_type"),
        ({"scope": "x" * 2_049}, "invalid_request"),
    ],
)
def test_what_cannot_be_read_goes_back_to_the_application(changes: dict[str, str | None], error: str) -> None:
    with pytest.raises(AuthorizationRefused) as refusal:
        read_implicit_request(parameters(**changes))
    assert refusal.value.error == error
    assert refusal.value.location.startswith(GOOD["redirect_uri"])


def test_nothing_is_given_twice() -> None:
    pairs = [*GOOD.items(), ("scope", "other")]
    with pytest.raises(AuthorizationRefused, match="scope was given more than once"):
        read_implicit_request(Parameters.of(pairs))
