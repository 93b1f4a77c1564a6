"""Which of the two languages a browser's wishes lead to."""

import pytest

from deskproof.simulator.runtime.language import Language, choose_language, language_of


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("sv", "sv"),
        ("sv-FI", "sv"),
        ("SV-se", "sv"),
        ("en-GB,en;q=0.9,sv;q=0.8", "en"),
        ("en;q=0.5, sv", "sv"),
        ("en ; q=0.5 , sv ; q=0.6", "sv"),
        ("en;Q=0.5,sv;Q=0.6", "sv"),
        ("sv;q=0, en", "en"),
        ("sv;q=0", "en"),
        ("fr, sv;q=0.1", "sv"),
        ("de-AT, fi;q=0.9", "en"),
        ("sv;q=0.5, en;q=0.5", "sv"),
        ("*", "en"),
        ("*, sv;q=0.1", "sv"),
        ("sv;q=x, en", "en"),
        ("sv;q=nan, en;q=0.1", "en"),
        ("sv;q=inf, en;q=0.1", "en"),
        ("sv;q=2, en;q=0.1", "en"),
        ("sv;level=1, en;q=0.1", "en"),
        ("svx, enx, sv", "sv"),
        (";;;,,,=,q", "en"),
    ],
)
def test_the_preferred_language_wins(header: str, language: str) -> None:
    assert choose_language((), header) == language


def test_a_wish_goes_before_the_browser() -> None:
    assert choose_language(("de", "sv-SE", "en"), "en") is Language.SWEDISH
    assert choose_language(("de", "nonsense", ""), "sv") is Language.SWEDISH


@pytest.mark.parametrize("tag", ["", "-", "-sv", "s", "svenska", "swe", "e n"])
def test_a_tag_of_another_language_is_none_of_ours(tag: str) -> None:
    assert language_of(tag) is None
