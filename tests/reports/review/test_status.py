"""How claims and scenarios stand: what lapses a decision and what does not."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PIL import Image

from deskproof.reports.record.facts import Run, ScenarioResult
from deskproof.reports.record.observed import Evidence, Picture
from deskproof.reports.review.approvals import Approvals, ReviewDecision, Word
from deskproof.reports.review.fingerprint import fingerprint
from deskproof.reports.review.status import Lapse, ReviewStatus, approvable, bound_to, review_statuses
from tests.reports.runs import result, run_of, with_facts

PICTURES: Mapping[str, str] = {
    name: fingerprint(Image.new("RGB", (64, 64), name)) for name in ("white", "black", "#fefefe")
}


def fingerprint_of(picture: Picture) -> str:
    return PICTURES[picture.path]


def scenario(id: str, colour: str = "white", *, claim: str = "AD-001") -> ScenarioResult:
    one = result(id, claim=claim)
    evidence = Evidence(pictures=(Picture(path=colour),))
    return replace(one, steps=(replace(one.steps[0], evidence=evidence),))


def decided(run: Run, word: Word = "approved") -> Approvals:
    """Everything in the run decided on as it is."""

    def decision(item: object) -> ReviewDecision:
        bound, scenarios = bound_to(item, run, fingerprint_of)  # type: ignore[arg-type]
        return ReviewDecision(
            word=word, by="Maria", at=datetime(2026, 1, 15, tzinfo=UTC), bound=bound, scenarios=scenarios
        )

    return Approvals(
        claims={claim.id: decision(claim) for claim in run.claims},
        scenarios={scenario.id: decision(scenario) for scenario in run.scenarios},
    )


RUN = run_of(scenario("a"), scenario("b"), catalogue=3)


def test_nothing_decided_stands_nowhere_and_looks_at_no_picture() -> None:
    def never(picture: Picture) -> str:
        raise AssertionError(picture)

    found = review_statuses(RUN, Approvals(), never)
    assert set(found.scenarios.values()) == set(found.claims.values()) == {ReviewStatus()}
    assert list(found.scenarios) == ["a", "b"]


@pytest.mark.parametrize("word", ["approved", "change asked"])
def test_what_is_as_it_was_stands(word: Word) -> None:
    found = review_statuses(RUN, decided(RUN, word), fingerprint_of)
    assert {claim.status for claim in (*found.scenarios.values(), *found.claims.values())} == {word}


def test_another_text_lapses_the_scenario_and_its_claim() -> None:
    reworded = replace(scenario("a"), rule="Another rule")
    found = review_statuses(run_of(reworded, scenario("b"), catalogue=3), decided(RUN), fingerprint_of)
    assert found.scenarios["a"].status == "lapsed"
    assert found.scenarios["a"].lapses == (Lapse(what="text"),)
    assert found.scenarios["b"].status == "approved"
    assert found.claims["AD-001"].lapses == (Lapse(what="text", scenario="a"),)
    assert found.claims["AD-002"].status == "approved"


def test_another_picture_lapses_and_noise_does_not() -> None:
    found = review_statuses(
        run_of(scenario("a", "black"), scenario("b", "#fefefe"), catalogue=3), decided(RUN), fingerprint_of
    )
    assert found.scenarios["a"].lapses == (Lapse(what="pictures"),)
    assert found.scenarios["b"].status == "approved"
    assert found.claims["AD-001"].lapses == (Lapse(what="pictures", scenario="a"),)


def test_a_change_that_was_asked_for_lapses_when_something_changed() -> None:
    found = review_statuses(run_of(scenario("a", "black"), scenario("b")), decided(RUN, "change asked"), fingerprint_of)
    assert found.scenarios["a"].status == "lapsed"
    assert found.scenarios["a"].decision is not None
    assert found.scenarios["a"].decision.word == "change asked"


def test_a_claim_lapses_by_its_own_words_and_by_its_scenarios_coming_and_going() -> None:
    run = run_of(scenario("a"), scenario("c"), catalogue=3)
    claims = (replace(run.claims[0], en="Other words."), *run.claims[1:])
    found = review_statuses(replace(run, claims=claims), decided(RUN), fingerprint_of)
    assert found.claims["AD-001"].lapses == (
        Lapse(what="text"),
        Lapse(what="added", scenario="c"),
        Lapse(what="removed", scenario="b"),
    )


def test_what_a_run_left_out_lapses_nothing() -> None:
    part = with_facts(run_of(scenario("a"), replace(result("b", "skipped")), catalogue=3), suite=9)
    found = review_statuses(part, decided(RUN), fingerprint_of)
    assert found.scenarios["b"].status == "approved"
    assert found.claims["AD-001"].status == "approved"
    alone = review_statuses(with_facts(run_of(scenario("a"), catalogue=3), suite=9), decided(RUN), fingerprint_of)
    assert alone.claims["AD-001"].status == "approved"


def test_what_is_no_longer_offered_lapses_nothing_and_can_be_approved_once_it_is_again() -> None:
    lacking = replace(
        scenario("b"), status="not-offered", steps=tuple(replace(s, evidence=None) for s in RUN.scenarios[1].steps)
    )
    run = run_of(scenario("a"), lacking, catalogue=3)
    found = review_statuses(run, decided(RUN), fingerprint_of)
    assert (found.scenarios["b"].status, found.claims["AD-001"].status) == ("approved", "approved")
    assert not approvable(lacking)
    alone = run_of(lacking, catalogue=1)
    assert (alone.claims[0].status, approvable(alone.claims[0])) == ("not-offered", False)
    again = review_statuses(RUN, decided(run), fingerprint_of)
    assert again.scenarios["b"].lapses == (Lapse(what="pictures"),)


def test_only_what_passed_and_what_is_proven_can_be_approved() -> None:
    assert [approvable(result("a", status)) for status in ("passed", "flaky", "failed", "broken", "skipped")] == [
        True, True, False, False, False,
    ]  # fmt: skip
    proven, unproven = RUN.claims[:2]
    definition = replace(unproven, kind="definition")
    assert [approvable(item) for item in (proven, definition, unproven)] == [True, True, False]
