"""A refusal as people read it."""

from deskproof.simulator.domain.rejection import Reason, Rejection


def test_a_refusal_reads_as_its_sentence() -> None:
    refusal = Rejection(Reason.NOT_SIGNED_IN, "The agent is not signed in to a station.")
    assert str(refusal) == refusal.message == "The agent is not signed in to a station."
    assert (refusal.field, refusal.events) == (None, ())
