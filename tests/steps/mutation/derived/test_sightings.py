"""Which scenarios have seen what a piece of source says."""

from deskproof.steps.mutation.derived.sightings import Sightings

SEEN = Sightings(
    {
        "held": 'status: On Hold\nevent ConversationHeld {"state": "held", "recording": "on"}',
        "wrapped": 'status: Wrap Up\nevent WrappedUp {"state": "wrapUp", "recording": "on"}',
        "refused": "alert: The call could not be put on hold. Try again.",
    }
)


def best(place: str) -> str:
    scores = SEEN.scores(place)
    return max(scores, key=lambda id_: scores[id_])


def test_a_name_is_compared_without_capitals_and_underscores() -> None:
    assert set(SEEN.scores("State.WRAP_UP")) >= {"wrapped"}
    assert best("(State.WRAP_UP, Act.NOTHING)") == "wrapped"


def test_a_text_counts_more_than_its_words() -> None:
    text = '"refused.hold": "The call could not be put on hold. Try again.", // On Hold, held, status'
    assert best(text) == "refused"


def test_what_is_put_into_a_text_does_not_count() -> None:
    assert best('"{who} call could not be put on hold. Try {times}."') == "refused"


def test_what_fewer_have_seen_counts_more() -> None:
    scores = SEEN.scores("held recording")
    assert scores["held"] > scores["wrapped"]


def test_nobody_has_seen_what_is_nowhere() -> None:
    assert not SEEN.scores("Reason.UNKNOWN_PROFILE")
