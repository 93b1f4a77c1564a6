"""Words that source and scenarios share: names are taken apart, common words say nothing."""

from deskproof.steps.mutation.derived.relevance import Relevance, words

TEXTS = {
    "number": "Given Ada is at Station Credentials\nThen the message is The number is too short",
    "team": "Given Ada is at Station Credentials\nThen she is in the team Sales",
    "call": "Given Ada is at Station Credentials\nThen the call is held",
}


def test_names_are_taken_apart() -> None:
    assert set(words("refuse_numbersTooShort(LONGEST_LABEL, 64)")) == {
        "refus",
        "numbe",
        "too",
        "short",
        "longe",
        "label",
        "64",
    }


def test_forms_of_a_word_are_the_same_word() -> None:
    assert words("loggar ut Logga")["logga"] == 2


def test_the_scenario_with_the_most_words_in_common_has_the_highest_score() -> None:
    scores = Relevance(TEXTS).scores('"number.short": "The number is too short"', ())
    assert max(scores, key=lambda id_: scores[id_]) == "number"


def test_what_all_scenarios_say_counts_nothing() -> None:
    assert set(Relevance(TEXTS).scores("stationCredentials", ()).values()) == {0.0}


def test_the_place_counts_more_than_what_is_around_it() -> None:
    scores = Relevance(TEXTS).scores("call", ["team"])
    assert scores["call"] > scores["team"] > scores["number"]
