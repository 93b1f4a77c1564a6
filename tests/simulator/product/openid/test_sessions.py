"""Browser sessions: whom they serve and until when."""

from dataclasses import replace

from deskproof.simulator.domain.values import SECOND, AgentId, Instant
from deskproof.simulator.product.openid.request import AuthorizationRequest, Client, Prompt
from deskproof.simulator.product.openid.sessions import Sessions

NOW = Instant(1_000_000)
SESSION_LIVES = 43_200_000
ADA = AgentId("ada")
DESK = Client(id="desk", origin="http://desk", scopes=("openid",), redirect_uris=(), post_logout_redirect_uris=())
ASKED = AuthorizationRequest(client=DESK, redirect_uri="http://desk/", state="s", scope="openid", challenge="c" * 43)


def test_a_session_is_found_by_its_secret_alone_and_lasts_twelve_hours() -> None:
    sessions = Sessions()
    secret, session = sessions.begin(ADA, NOW)
    assert secret != session.id
    assert sessions.of(secret, Instant(NOW + SESSION_LIVES - 1)) == session
    assert sessions.of(secret, Instant(NOW + SESSION_LIVES)) is None
    assert sessions.of(session.id, NOW) is None
    assert sessions.of(None, NOW) is None


def test_sessions_end_one_by_one_or_all_of_a_person() -> None:
    sessions = Sessions()
    first, _ = sessions.begin(ADA, NOW)
    second, stored = sessions.begin(ADA, NOW)
    other, _ = sessions.begin(AgentId("bo"), NOW)
    sessions.end(first)
    sessions.end(first)
    assert sessions.of(first, NOW) is None
    assert sessions.end_all_of(ADA) == (stored.id,)
    assert sessions.of(second, NOW) is None
    assert sessions.of(other, NOW) is not None


def test_a_client_may_ask_for_a_fresh_sign_in() -> None:
    _, session = Sessions().begin(ADA, NOW)
    later = Instant(NOW + 61 * SECOND)
    assert session.serves(ASKED, later)
    assert not session.serves(replace(ASKED, prompts=frozenset({Prompt.LOGIN})), later)
    assert not session.serves(replace(ASKED, prompts=frozenset({Prompt.SELECT_ACCOUNT})), later)
    assert not session.serves(replace(ASKED, max_age=60), later)
    assert session.serves(replace(ASKED, max_age=61), later)


def test_the_latest_thousand_are_found() -> None:
    sessions = Sessions()
    begun = [sessions.begin(ADA, NOW) for _ in range(1_000)]
    assert sessions.of(begun[0][0], NOW) == begun[0][1]
    sessions.begin(ADA, NOW)
    assert sessions.of(begun[0][0], NOW) is None
    assert sessions.of(begun[1][0], NOW) == begun[1][1]
