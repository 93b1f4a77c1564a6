"""What a body says where it leaves something out."""

from deskproof.simulator.wire.sessions.shapes import SubscribeBody


def test_a_subscription_supersedes_where_it_says_nothing_else() -> None:
    """PROTOCOL 3.1."""
    body = SubscribeBody.model_validate({"clientType": "AgentDesktop"})
    assert (body.force, body.allow_multi_login, body.is_keep_alive_enabled) == (True, False, False)
