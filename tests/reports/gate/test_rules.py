"""Every rule: when it says yes, when no, and when it cannot tell."""

from dataclasses import replace
from datetime import date

import pytest

from deskproof.reports.baseline.complete import gaps
from deskproof.reports.gate.case import Answer, Case, NoSettings, Outcome, Removed
from deskproof.reports.gate.quarantine import Quarantine, QuarantinedScenario
from deskproof.reports.gate.rules import (
    RULES,
    Budget,
    Claims,
    Detected,
    Enough,
    Flaky,
    complete_run,
    detected,
    duration_budget,
    enough_scenarios,
    must_have_claims_proven,
    no_claim_lost,
    no_new_accessibility_violation,
    no_scenario_lost,
    nothing_broken,
    nothing_failing,
    nothing_flaky,
    quarantine_within_limits,
)
from deskproof.reports.record.facts import ClaimInfo, Run, ScenarioStatus
from deskproof.reports.record.loading import claim_results
from deskproof.reports.record.observed import Violation
from tests.reports.runs import result, run_of, statuses, with_facts

TODAY = date(2026, 1, 15)
NONE = NoSettings()
GOOD = run_of(result("a"), result("b"))


def case(run: Run, **more: object) -> Case:
    return Case(run=run, complete=not gaps(run), today=TODAY, **more)  # type: ignore[arg-type]


def cut(run: Run) -> Run:
    return with_facts(run, ending="interrupted")


def items(answer: Answer) -> list[str]:
    return [item.en for item in answer.items]


def test_each_rule_has_a_name_of_its_own_and_settings_with_defaults() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES) == 15
    assert [rule.settings() for rule in RULES]


def test_whole_run() -> None:
    assert complete_run(case(GOOD), NONE).outcome == "passed"
    answer = complete_run(case(with_facts(GOOD, ending="the simulator ended", suite=9)), NONE)
    assert answer.outcome == "undecided"
    some = complete_run(case(run_of(*statuses("passed", "passed", "not-offered"))), NONE)
    assert some.outcome == "passed"
    assert some.reason.en == "The run is complete: 2 scenarios were run to the end, and 1 are not offered."
    assert items(complete_run(case(run_of(*statuses("not-offered"))), NONE)) == ["Nothing was executed."]
    assert items(answer) == ["The run ended early (the simulator ended).", "Only 2 of 9 scenarios were selected."]


@pytest.mark.parametrize(
    ("found", "languages", "outcome", "said"),
    [
        ({"en": "passed"}, [], "passed", []),
        ({"en": "passed", "sv": "passed"}, [], "passed", []),
        ({"en": "passed", "sv": "passed"}, ["en", "sv"], "passed", []),
        (
            {"en": "passed"},
            ["en", "sv"],
            "failed",
            ["AD-001 is unproven in Swedish: Claim 1 says what the desktop does."],
        ),
        ({"en": "failed"}, [], "failed", ["AD-001 fails in English: Claim 1 says what the desktop does."]),
        (
            {"en": "passed", "sv": "broken"},
            [],
            "failed",
            ["AD-001 fails in Swedish: Claim 1 says what the desktop does."],
        ),
        ({"en": "skipped"}, [], "undecided", ["AD-001 is unproven in English: Claim 1 says what the desktop does."]),
        (
            {"en": "not-offered"},
            [],
            "undecided",
            ["AD-001 is not offered in English: Claim 1 says what the desktop does. The desktop has no <teams>."],
        ),
        (
            {"en": "passed", "sv": "not-offered"},
            [],
            "failed",
            ["AD-001 is not offered in Swedish: Claim 1 says what the desktop does. The desktop has no <teams>."],
        ),
        ({"en": "flaky"}, [], "failed", ["AD-001 is unproven in English: Claim 1 says what the desktop does."]),
        ({"en": "quarantined"}, [], "failed", ["AD-001 is unproven in English: Claim 1 says what the desktop does."]),
    ],
)
def test_must_have_claims(
    found: dict[str, ScenarioStatus], languages: list[str], outcome: Outcome, said: list[str]
) -> None:
    run = run_of(*(result(language, status, language=language) for language, status in found.items()))
    answer = must_have_claims_proven(case(run), Claims(languages=languages))
    assert (answer.outcome, items(answer)) == (outcome, said)


def test_a_claim_that_is_not_offered_is_allowed_where_the_gate_says_so() -> None:
    allow = Claims(not_offered="allow")
    run = run_of(result("a"), result("b", "not-offered", claim="AD-002"), catalogue=2)
    assert must_have_claims_proven(case(run), Claims()).outcome == "failed"
    answer = must_have_claims_proven(case(run), allow)
    assert (answer.outcome, items(answer)) == ("passed", [])
    assert answer.reason.en == "One required claim is proven; 1 are not offered, which is allowed."
    assert [note.en for note in answer.notes] == [
        "AD-002 is not offered in English: Claim 2 says what the desktop does. The desktop has no <teams>."
    ]
    failing = run_of(result("a", "failed"), result("b", "not-offered", claim="AD-002"), catalogue=2)
    answer = must_have_claims_proven(case(failing), allow)
    assert answer.outcome == "failed"
    assert items(answer) == ["AD-001 fails in English: Claim 1 says what the desktop does."]
    nothing = run_of(result("a", "not-offered"))
    assert must_have_claims_proven(case(nothing), allow).outcome == "undecided"


def test_a_claim_that_no_edition_offers_is_one_sentence() -> None:
    run = run_of(result("a", "not-offered"), result("b", "not-offered", language="sv"), result("c", claim="AD-002"))
    answer = must_have_claims_proven(case(run), Claims())
    assert (answer.outcome, items(answer)[0]) == (
        "failed",
        ("AD-001 is not offered in either language: Claim 1 says what the desktop does. The desktop has no <teams>."),
    )


def test_scenarios_that_are_offered_decide_on_their_claim() -> None:
    run = run_of(result("a"), result("b", "not-offered"))
    assert must_have_claims_proven(case(run), Claims()).outcome == "passed"
    part = with_facts(run_of(result("a", "not-offered")), suite=9)
    assert must_have_claims_proven(case(part), Claims()).outcome == "undecided"  # others may be offered


def test_a_claim_that_stands_alike_in_both_languages_is_one_sentence() -> None:
    run = run_of(result("a", "failed"), result("b", "failed", language="sv"))
    assert items(must_have_claims_proven(case(run), Claims())) == [
        "AD-001 fails in both languages: Claim 1 says what the desktop does."
    ]


def test_an_edition_without_any_scenario_of_a_claim_leaves_it_unproven() -> None:
    run = run_of(result("a"), result("b", claim="AD-002"), result("c", language="sv"), catalogue=2)
    answer = must_have_claims_proven(case(run), Claims())
    assert answer.outcome == "failed"
    assert items(answer) == ["AD-002 is unproven in Swedish: Claim 2 says what the desktop does."]


def test_a_claim_stands_on_its_scenarios_outside_quarantine() -> None:
    run = run_of(result("a"), result("b", "quarantined"))
    answer = must_have_claims_proven(case(run), Claims())
    assert answer.outcome == "passed"
    assert [note.en for note in answer.notes] == ["AD-001 is proven without its scenarios in quarantine."]


def test_what_a_run_that_is_not_whole_lacks_is_undecided_and_what_failed_is_not() -> None:
    lacking = cut(run_of(result("a"), catalogue=2))
    assert must_have_claims_proven(case(lacking), Claims()).outcome == "undecided"
    assert must_have_claims_proven(case(cut(run_of(result("a", "failed")))), Claims()).outcome == "failed"


def test_no_catalogue_no_proof() -> None:
    assert must_have_claims_proven(case(run_of(result("a"), catalogue=0)), Claims()).outcome == "undecided"
    optional = ClaimInfo(id="AD-001", en="May", sv="Får", must=False)
    run = replace(GOOD, claims=claim_results([optional], GOOD.scenarios))
    assert must_have_claims_proven(case(run), Claims()).outcome == "undecided"


@pytest.mark.parametrize(("rule", "status"), [(nothing_failing, "failed"), (nothing_broken, "broken")])
def test_nothing_failing_and_nothing_broken(rule: object, status: ScenarioStatus) -> None:
    assert callable(rule)
    assert rule(case(GOOD), NONE).outcome == "passed"
    answer = rule(case(run_of(*statuses("passed", status, "quarantined"))), NONE)
    assert answer.outcome == "failed"
    assert items(answer) == ["Scenario s1 (features/a.feature:5)"]


def test_flaky_is_a_failure_unless_agreed() -> None:
    run = run_of(*statuses("passed", "flaky"))
    assert nothing_flaky(case(GOOD), Flaky()).outcome == "passed"
    assert nothing_flaky(case(run), Flaky()).outcome == "failed"
    answer = nothing_flaky(case(run), Flaky(at_most=1))
    assert (answer.outcome, items(answer)) == ("passed", ["Scenario s1 (features/a.feature:5)"])


def test_a_scenario_without_a_detected_defect_blocks_the_release_unless_agreed() -> None:
    assert detected(case(GOOD), Detected()).reason.en == ("All 2 scenarios detect a planted defect.")
    run = run_of(result("a"), replace(result("b"), detection=None))
    answer = detected(case(run), Detected())
    assert (answer.outcome, items(answer)) == ("failed", ["Scenario b (features/a.feature:5)"])
    assert detected(case(run), Detected(at_most=1)).outcome == "passed"


@pytest.mark.parametrize("status", ["skipped", "not-offered", "failed", "broken", "quarantined"])
def test_a_scenario_that_did_not_pass_needs_no_detected_defect(status: ScenarioStatus) -> None:
    lacking = replace(result("b", status), detection=None)
    assert detected(case(run_of(result("a"), lacking)), Detected()).outcome == "passed"
    assert detected(case(run_of(lacking)), Detected()).outcome == "undecided"


def test_enough_scenarios_counts_what_was_executed() -> None:
    assert enough_scenarios(case(GOOD), Enough(at_least=2)).outcome == "passed"
    assert enough_scenarios(case(GOOD), Enough(at_least=3)).outcome == "failed"
    assert enough_scenarios(case(run_of(*statuses("passed", "skipped"))), Enough(at_least=2)).outcome == "failed"
    assert enough_scenarios(case(run_of(*statuses("passed", "not-offered"))), Enough(at_least=2)).outcome == "failed"
    assert enough_scenarios(case(cut(GOOD)), Enough(at_least=3)).outcome == "undecided"


def test_no_scenario_lost() -> None:
    less = run_of(result("a"), number=2)
    assert no_scenario_lost(case(less, baseline=less), NONE).outcome == "passed"
    answer = no_scenario_lost(case(less, baseline=GOOD), NONE)
    assert (answer.outcome, items(answer)) == ("failed", ["No longer run: Scenario b (b)"])
    removed = (Removed(scenario="b", reason="The option is gone."),)
    assert no_scenario_lost(case(less, baseline=GOOD, removed=removed), NONE).outcome == "passed"
    assert no_scenario_lost(case(cut(less), baseline=GOOD), NONE).outcome == "undecided"


def test_a_scenario_for_another_is_none_lost_and_a_skipped_one_is() -> None:
    renamed = run_of(result("a"), result("c"), number=2)
    assert no_scenario_lost(case(renamed, baseline=GOOD), NONE).outcome == "passed"
    skipped = run_of(result("a"), result("b", "skipped"), number=2)
    assert no_scenario_lost(case(skipped, baseline=GOOD), NONE).outcome == "failed"


def test_a_scenario_that_is_no_longer_offered_is_lost_unless_that_is_on_purpose() -> None:
    run = run_of(result("a"), result("b", "not-offered"), number=2)
    answer = no_scenario_lost(case(run, baseline=GOOD), NONE)
    assert (answer.outcome, items(answer)) == (
        "failed",
        ["No longer offered: Scenario b (b). The desktop has no <teams>."],
    )
    removed = (Removed(scenario="b", reason="Teams are gone."),)
    answer = no_scenario_lost(case(run, baseline=GOOD, removed=removed), NONE)
    assert (answer.outcome, answer.notes) == ("passed", ())
    assert no_scenario_lost(case(GOOD, baseline=run), NONE).outcome == "passed"


def test_a_removed_scenario_that_is_still_there_allows_nothing() -> None:
    run = run_of(result("a"), number=2)
    answer = no_scenario_lost(case(run, baseline=GOOD, removed=(Removed(scenario="a", reason="?"),)), NONE)
    assert answer.outcome == "failed"
    assert [note.en for note in answer.notes] == ["a is listed as removed but was run; take it off the list."]


def test_no_claim_lost() -> None:
    base = run_of(result("a"), result("b", claim="AD-002"), catalogue=2)
    assert no_claim_lost(case(base, baseline=base), NONE).outcome == "passed"
    for run in (
        run_of(result("a"), number=2, catalogue=2),
        run_of(result("a"), number=2, catalogue=1),
        run_of(result("a"), result("b", "failed", claim="AD-002"), number=2, catalogue=2),
    ):
        answer = no_claim_lost(case(run, baseline=base), NONE)
        assert (answer.outcome, items(answer)) == ("failed", ["AD-002: Claim 2 says what the desktop does."])
        assert no_claim_lost(case(cut(run), baseline=base), NONE).outcome == "undecided"


@pytest.mark.parametrize("rule", [no_claim_lost, no_scenario_lost])
def test_without_a_base_run(rule: object) -> None:
    assert callable(rule)
    assert rule(case(GOOD), NONE).outcome == "left out"
    assert rule(case(GOOD, baseline_required=True), NONE).outcome == "undecided"


def violation(*targets: str) -> tuple[Violation, ...]:
    return (Violation(rule="label", impact="serious", help="Fields need labels", targets=targets),)


def test_new_accessibility_violations() -> None:
    known = run_of(result("a", violations=violation("#dn")))
    more = run_of(result("a", violations=violation("#dn", "#team")), number=2)
    assert no_new_accessibility_violation(case(GOOD), NONE).outcome == "passed"
    assert no_new_accessibility_violation(case(known, baseline=known), NONE).outcome == "passed"
    answer = no_new_accessibility_violation(case(more, baseline=known), NONE)
    assert (answer.outcome, items(answer)) == ("failed", ["label (Fields need labels) at #team, in: Scenario a"])
    assert no_new_accessibility_violation(case(known), NONE).outcome == "failed"


def test_pages_that_nobody_checked_are_not_accessible() -> None:
    unchecked = run_of(result("a", violations=None))
    assert no_new_accessibility_violation(case(unchecked), NONE).outcome == "undecided"


def test_duration_budget() -> None:
    assert duration_budget(case(GOOD), Budget(minutes=2)).outcome == "passed"
    answer = duration_budget(case(GOOD), Budget(minutes=1.5))
    assert (answer.outcome, answer.reason.en) == ("failed", "The run took 2.0 minutes; 1.5 are allowed.")


def quarantine(*ids: str, at_most: int = 2, expires: date = TODAY) -> Quarantine:
    entries = tuple(QuarantinedScenario(scenario=id, owner="Ada", reason="late", expires=expires) for id in ids)
    return Quarantine(at_most=at_most, entries=entries)


@pytest.mark.parametrize(
    ("run", "listed", "outcome", "said"),
    [
        (GOOD, quarantine(), "passed", []),
        (run_of(*statuses("quarantined")), quarantine("s0"), "passed", []),
        (
            run_of(*statuses("quarantined")),
            quarantine("s0", expires=date(2026, 1, 14)),
            "failed",
            ["s0 expired on 2026-01-14; Ada is responsible."],
        ),
        (
            run_of(*statuses("quarantined")),
            quarantine("s0", at_most=0),
            "failed",
            ["One scenario is in quarantine, at most 0 may be."],
        ),
        (
            GOOD,
            quarantine("gone"),
            "failed",
            ["gone is not a scenario of this suite; remove the entry or correct the id."],
        ),
        (
            run_of(*statuses("quarantined")),
            quarantine(),
            "failed",
            ["s0 ran as quarantined, but is not in quarantine.toml."],
        ),
    ],
)
def test_quarantine(run: Run, listed: Quarantine, outcome: Outcome, said: list[str]) -> None:
    answer = quarantine_within_limits(case(run, quarantine=listed), NONE)
    assert (answer.outcome, items(answer)) == (outcome, said)


def test_a_quarantined_scenario_that_passes_again_is_reported() -> None:
    answer = quarantine_within_limits(case(GOOD, quarantine=quarantine("a")), NONE)
    assert answer.outcome == "passed"
    assert [note.en for note in answer.notes] == ["a passes again; Ada can take it out."]


def test_a_quarantined_scenario_that_is_not_offered_is_reported() -> None:
    run = run_of(result("a"), result("b", "not-offered"))
    answer = quarantine_within_limits(case(run, quarantine=quarantine("b")), NONE)
    assert answer.outcome == "passed"
    assert [note.en for note in answer.notes] == ["b is not offered, so it needs no quarantine; Ada can take it out."]


def test_a_run_that_is_not_whole_does_not_make_an_entry_unknown() -> None:
    assert quarantine_within_limits(case(cut(GOOD), quarantine=quarantine("later")), NONE).outcome == "passed"
