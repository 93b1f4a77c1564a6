"""The bind check on folders and definitions of its own."""

from collections.abc import Callable

import pytest
from pytest_bdd import parsers

from deskproof.steps.gherkin.bind_check.check import Definition, check, snippet
from deskproof.steps.gherkin.files.reader import WrittenStep
from tests.steps.conftest import WriteFeatures

GOOD = "Feature: F\n\n  @AD-001\n  Scenario: S\n    Given a\n    When b\n    Then c\n"


def define(kind: str | None, sentence: str, function: Callable[..., object] | None = None, line: int = 1) -> Definition:
    def nothing() -> None: ...

    parser = parsers.parse(sentence)
    return Definition(
        kind=kind,
        sentence=sentence,
        function=function or nothing,
        parser=parser,
        path="steps/definitions/x.py",
        line=line,
    )


GIVEN, WHEN, THEN = define("given", "a", line=1), define("when", "b", line=2), define("then", "c", line=3)


def test_what_binds_is_silent_and_counted(write_features: WriteFeatures) -> None:
    checked = check(write_features(a=GOOD), [GIVEN, WHEN, THEN])
    assert checked.findings == ()
    assert [scenario.name for scenario in checked.scenarios] == ["S"]
    assert checked.claims is not None


def test_a_missing_step_is_reported_with_a_snippet(write_features: WriteFeatures) -> None:
    (finding,) = check(write_features(a=GOOD), [GIVEN, THEN]).findings
    assert str(finding).startswith("features/a.feature:6: no definition fits the when step 'b'")
    assert '@when("b", sv="…")' in str(finding)


def test_a_definition_of_another_kind_does_not_fit(write_features: WriteFeatures) -> None:
    findings = check(write_features(a=GOOD), [GIVEN, define("then", "b"), THEN]).findings
    assert ["no definition fits" in str(findings[0]), "no feature uses the definition" in str(findings[1])] == [
        True,
        True,
    ]


def test_an_ambiguous_step_is_reported_with_both_places(write_features: WriteFeatures) -> None:
    (finding,) = check(
        write_features(a=GOOD), [GIVEN, WHEN, THEN, define(None, "{what}b", line=9), define("when", "{x}", line=8)]
    ).findings[:1]
    assert "fits 2 definitions, steps/definitions/x.py:2 ('b') and steps/definitions/x.py:8 ('{x}')" in str(finding)


def test_an_unused_definition_is_reported(write_features: WriteFeatures) -> None:
    (finding,) = check(write_features(a=GOOD), [GIVEN, WHEN, THEN, define("then", "d", line=7)]).findings
    assert str(finding).startswith("steps/definitions/x.py:7: no feature uses the definition 'd'")


def test_the_other_language_of_a_used_function_is_not_unused(write_features: WriteFeatures) -> None:
    swedish = define("then", "se", THEN.function)
    assert check(write_features(a=GOOD), [GIVEN, WHEN, THEN, swedish]).findings == ()


def test_nothing_is_called_unused_while_a_file_cannot_be_read(write_features: WriteFeatures) -> None:
    findings = check(write_features(a="nonsense"), [GIVEN]).findings
    assert [finding.path for finding in findings] == ["features/a.feature"]


def test_an_async_definition_is_reported(write_features: WriteFeatures) -> None:
    async def later() -> None: ...

    (finding,) = check(write_features(a=GOOD), [GIVEN, WHEN, define("then", "c", later)]).findings
    assert "is async and would pass without running" in str(finding)


@pytest.mark.parametrize(
    ("before", "after", "finding"),
    [
        ("  @AD-001\n", "", "features/a.feature:3: the scenario 'S' proves no claim"),
        ("@AD-001", "@AD-001 @AD-999", "@AD-999 is not a claim; there are AD-001 to AD-002."),
        ("@AD-001", "@AD-001 @ad2", "@ad2 is not a claim"),
        ("    Given a\n", "    And a\n", "a.feature:5: 'And' continues the step before it"),
    ],
)
def test_what_else_is_wrong_is_reported(write_features: WriteFeatures, before: str, after: str, finding: str) -> None:
    findings = check(write_features(a=GOOD.replace(before, after)), [GIVEN, WHEN, THEN]).findings
    assert [found for found in findings if finding in str(found)]


def test_a_claim_of_a_rule_or_feature_counts(write_features: WriteFeatures) -> None:
    text = "@AD-002\nFeature: F\n  @AD-001\n  Rule: R\n    Scenario: S\n      Given a\n      When b\n      Then c\n"
    checked = check(write_features(a=text), [GIVEN, WHEN, THEN])
    assert checked.findings == ()
    assert set(checked.scenarios[0].claims) == {"AD-001", "AD-002"}


def test_a_bad_catalogue_is_reported(write_features: WriteFeatures) -> None:
    (finding,) = check(write_features(a=GOOD, claims="nonsense"), [GIVEN, WHEN, THEN]).findings
    assert str(finding).startswith("features/claims.toml:1: is not TOML")


def test_an_empty_folder_is_reported(write_features: WriteFeatures) -> None:
    assert "has no *.feature file" in str(check(write_features(), []).findings[0])


def test_findings_come_in_the_order_of_files_and_lines(write_features: WriteFeatures) -> None:
    places = [(finding.path, finding.line) for finding in check(write_features(b=GOOD, a=GOOD), []).findings]
    assert places == sorted(places)
    assert len(places) == 3


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        (
            'Ada calls Bo with "1"',
            "en",
            '@when("{person} calls {other} with {text}", sv="…")\ndef _(cast: Cast, person: str, other: str, text',
        ),
        (
            'Ada väljer "Support"',
            "sv",
            '@when("…", sv="{person} väljer {text}")\ndef _(cast: Cast, person: str, text: s',
        ),
    ],
)
def test_a_snippet_takes_people_and_values_as_parameters(text: str, language: str, code: str) -> None:
    assert snippet(WrittenStep(kind="when", keyword="When", text=text, line=1), language).startswith(code)
