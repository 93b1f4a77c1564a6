"""The catalogue of claims: ours is whole, and a wrong one is refused with the place named."""

from pathlib import Path

import pytest

from deskproof.steps.gherkin.claims import ClaimsError, load_claims

_CATALOGUE = Path(__file__).parents[3] / "features" / "claims.toml"

_OF_CALLS = tuple(f"CALL-{number}" for number in range(1, 9))
"""What the vendor's client lets an agent do with a call, in a section of its own."""

_OF_THE_PAGE = tuple(f"AD-{number:03}" for number in range(1, 101))
"""What the help page claims. Further claims take the next ids, each in its section."""

_SOUND = """
[sections]
A = { en = "Layout", sv = "Layout" }

[claims.AD-001]
section = "A"
kind = "explicit"
must = true
source = "introduction"
en = "One."
sv = "Ett."
"""


def test_ours_has_the_hundred_claims_of_the_page_in_order() -> None:
    ids = [claim.id for claim in load_claims(_CATALOGUE)]
    assert [id_ for id_ in ids if id_ in _OF_THE_PAGE] == list(_OF_THE_PAGE)
    assert sorted(ids) == [f"AD-{number:03}" for number in range(1, len(ids) - len(_OF_CALLS) + 1)] + list(_OF_CALLS)


def test_no_release_has_to_prove_a_claim_of_shared_calls() -> None:
    """They are not of the page, so that a desktop on which only signing in is tested loses nothing."""
    of_calls = load_claims(_CATALOGUE).of_section("K")
    assert [(claim.id, claim.must) for claim in of_calls] == [(id_, False) for id_ in _OF_CALLS]


def test_of_the_page_only_the_definition_is_not_a_must() -> None:
    claims = (claim for claim in load_claims(_CATALOGUE) if claim.id in _OF_THE_PAGE)
    assert [(claim.id, claim.kind) for claim in claims if not claim.must] == [("AD-067", "definition")]


def test_sections_follow_each_other_and_none_is_empty() -> None:
    claims = load_claims(_CATALOGUE)
    assert [section.key for section in claims.sections] == list("ABCDEFGHIJK")
    assert all(claims.of_section(section.key) for section in claims.sections)
    assert [claim.section for claim in claims] == sorted(claim.section for claim in claims)


def test_no_sentence_is_used_twice() -> None:
    claims = load_claims(_CATALOGUE)
    for language in ("en", "sv"):
        assert len({getattr(claim, language) for claim in claims}) == len(claims)


def test_a_claim_is_found_by_its_id() -> None:
    claims = load_claims(_CATALOGUE)
    assert claims["AD-025"].section == "C"
    assert "AD-025" in claims
    assert "AD-999" not in claims
    with pytest.raises(KeyError, match="there is no claim AD-999; there are AD-001 to AD-100 and CALL-1 to CALL-8"):
        claims["AD-999"]


@pytest.mark.parametrize(
    ("was", "becomes", "sentence"),
    [
        ('kind = "explicit"', 'kind = "sure"', "claim AD-001: has the kind 'sure'; the kinds are explicit, implied"),
        ('kind = "explicit"\n', "", "claim AD-001: has no kind; add it"),
        ("must = true", 'must = "yes"', "claim AD-001: has must = 'yes'; write true or false"),
        ("must = true", "must = true\nowner = 1", "claim AD-001: has the unknown field owner; the fields are"),
        ('section = "A"', 'section = "Z"', "claim AD-001: names section 'Z'; the sections are A"),
        ('sv = "Ett."', 'sv = " "', "claim AD-001: has sv = ' '; write a sentence"),
        ("claims.AD-001", "claims.ad-1", "claim ad-1: the id is not of the form WORD-number"),
        ("[claims.AD-001]", "[claim.AD-001]", r"has the table \[claim\]; only"),
        (
            'A = { en = "Layout", sv = "Layout" }',
            'A = "Layout"',
            "section A is not a title in each language; write A =",
        ),
        ("[sections]", "[sections", "is not TOML in UTF-8"),
    ],
)
def test_a_wrong_catalogue_is_refused_with_the_place_named(
    tmp_path: Path, was: str, becomes: str, sentence: str
) -> None:
    path = tmp_path / "claims.toml"
    assert was in _SOUND
    path.write_text(_SOUND.replace(was, becomes), encoding="utf-8")
    with pytest.raises(ClaimsError, match=sentence):
        load_claims(path)


def test_a_catalogue_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ClaimsError, match="cannot be read"):
        load_claims(tmp_path / "claims.toml")


def test_an_empty_catalogue_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "claims.toml"
    path.write_text("", encoding="utf-8")
    with pytest.raises(ClaimsError, match=r"has nothing under \[sections\]"):
        load_claims(path)
