"""Codes and refresh tokens: once, in time, for the one they were made for."""

from dataclasses import replace

import pytest
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from deskproof.simulator.domain.values import AgentId, Instant
from deskproof.simulator.product.openid.grants import Grant, GrantRefused, Grants, keep_latest

VERIFIER = "v" * 43
NOW = Instant(1_000_000)
CODE_LIVES, REFRESH_LIVES = 60_000, 86_400_000
GRANT = Grant(
    id="g", client_id="desk", redirect_uri="http://desk/signed-in", challenge=create_s256_code_challenge(VERIFIER),
    scope="openid", nonce=None, agent_id=AgentId("a"), session_id="s", signed_in_at=NOW,
)  # fmt: skip
VERIFIER_FORM = "code_verifier has to be 43 to 128 unreserved characters (PKCE)."


def redeem(
    grants: Grants,
    code: str,
    *,
    client_id: str = "desk",
    redirect_uri: str = GRANT.redirect_uri,
    verifier: str = VERIFIER,
    now: Instant = NOW,
) -> Grant:
    return grants.redeem_code(code, client_id=client_id, redirect_uri=redirect_uri, verifier=verifier, now=now)


def test_a_code_is_good_once_until_the_last_millisecond() -> None:
    grants = Grants()
    code = grants.issue_code(GRANT, NOW)
    assert redeem(grants, code, now=Instant(NOW + CODE_LIVES - 1)) == GRANT


def test_a_code_is_no_longer_good_after_a_minute() -> None:
    grants = Grants()
    code = grants.issue_code(GRANT, NOW)
    with pytest.raises(GrantRefused, match=r"^code has expired; sign in again\.$"):
        redeem(grants, code, now=Instant(NOW + CODE_LIVES))


def test_a_replayed_code_is_refused_and_takes_the_refresh_token_with_it() -> None:
    grants = Grants()
    code = grants.issue_code(GRANT, NOW)
    refresh = grants.issue_refresh(redeem(grants, code), NOW)
    with pytest.raises(GrantRefused, match=r"^code was used before; sign in again\.$"):
        redeem(grants, code)
    with pytest.raises(GrantRefused, match="not known"):
        grants.redeem_refresh(refresh, client_id="desk", now=NOW)


@pytest.mark.parametrize(
    ("changes", "error", "sentence"),
    [
        ({"client_id": "other"}, "invalid_grant", "code is not known for this client; sign in again."),
        (
            {"redirect_uri": "http://desk/elsewhere"},
            "invalid_grant",
            "redirect_uri is not the one with which the code was requested.",
        ),
        ({"verifier": "w" * 43}, "invalid_grant", "code_verifier does not match the code_challenge."),
        ({"verifier": "short"}, "invalid_request", VERIFIER_FORM),
        ({"verifier": "ä" * 43}, "invalid_request", VERIFIER_FORM),
        ({"verifier": GRANT.challenge}, "invalid_grant", "code_verifier does not match the code_challenge."),
    ],
)
def test_a_code_is_bound_to_client_return_address_and_verifier(
    changes: dict[str, str], error: str, sentence: str
) -> None:
    grants = Grants()
    with pytest.raises(GrantRefused) as refusal:
        redeem(grants, grants.issue_code(GRANT, NOW), **changes)  # type: ignore[arg-type]  # only text is changed
    assert (refusal.value.error, str(refusal.value)) == (error, sentence)


def test_a_code_is_used_up_by_a_wrong_verifier() -> None:
    grants = Grants()
    code = grants.issue_code(GRANT, NOW)
    with pytest.raises(GrantRefused):
        redeem(grants, code, verifier="w" * 43)
    with pytest.raises(GrantRefused, match="used before"):
        redeem(grants, code)


def test_a_refresh_token_is_good_once_and_a_stolen_one_ends_the_line() -> None:
    grants = Grants()
    first = grants.issue_refresh(GRANT, NOW)
    second = grants.issue_refresh(grants.redeem_refresh(first, client_id="desk", now=NOW), NOW)
    with pytest.raises(GrantRefused, match=r"^refresh_token was used before; sign in again\.$"):
        grants.redeem_refresh(first, client_id="desk", now=NOW)
    with pytest.raises(GrantRefused, match="not known"):
        grants.redeem_refresh(second, client_id="desk", now=NOW)


def test_a_refresh_token_ends_after_a_day_and_serves_no_other_client() -> None:
    grants = Grants()
    with pytest.raises(GrantRefused, match=r"^refresh_token is not known for this client; sign in again\.$"):
        grants.redeem_refresh(grants.issue_refresh(GRANT, NOW), client_id="other", now=NOW)
    with pytest.raises(GrantRefused, match=r"^refresh_token has expired; sign in again\.$"):
        grants.redeem_refresh(grants.issue_refresh(GRANT, NOW), client_id="desk", now=Instant(NOW + REFRESH_LIVES))


def test_a_refresh_token_is_good_until_the_last_millisecond() -> None:
    grants = Grants()
    refresh = grants.issue_refresh(GRANT, NOW)
    assert grants.redeem_refresh(refresh, client_id="desk", now=Instant(NOW + REFRESH_LIVES - 1)) == GRANT


def test_nothing_comes_from_a_session_that_was_ended() -> None:
    grants = Grants()
    code, refresh = grants.issue_code(GRANT, NOW), grants.issue_refresh(GRANT, NOW)
    other = replace(GRANT, id="h", session_id="another")
    theirs = grants.issue_code(other, NOW)
    grants.withdraw_sessions(["s", "third"])
    with pytest.raises(GrantRefused):
        redeem(grants, code)
    with pytest.raises(GrantRefused):
        grants.redeem_refresh(refresh, client_id="desk", now=NOW)
    assert redeem(grants, theirs) == other


def test_a_second_use_revokes_what_came_of_the_grant_and_of_no_other() -> None:
    revoked: list[str] = []
    grants = Grants(revoke=revoked.append)
    other = replace(GRANT, id="h")
    theirs, code = grants.issue_code(other, NOW), grants.issue_code(GRANT, NOW)
    redeem(grants, code)
    assert revoked == []
    with pytest.raises(GrantRefused):
        redeem(grants, code)
    assert revoked == ["g"]
    assert redeem(grants, theirs) == other


def test_only_the_latest_are_stored() -> None:
    entries = {number: number for number in range(5)}
    keep_latest(entries, 2)
    assert list(entries) == [3, 4]
    keep_latest(entries, 2)
    assert list(entries) == [3, 4]


@pytest.mark.parametrize(("issued", "good"), [(2_000, True), (2_001, False)])
def test_the_latest_two_thousand_codes_are_good(issued: int, good: bool) -> None:
    grants = Grants()
    first, *_ = [grants.issue_code(GRANT, NOW) for _ in range(issued)]
    if good:
        assert redeem(grants, first) == GRANT
    else:
        with pytest.raises(GrantRefused):
            redeem(grants, first)
