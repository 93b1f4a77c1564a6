"""The verdict: what is good, partial and bad, and in which words."""

from dataclasses import replace
from pathlib import Path

import pytest

from deskproof.reports.record.facts import NotOfferedVerb, Run, ScenarioStatus
from deskproof.reports.record.loading import claim_results, load
from deskproof.reports.tally import Level, lacks, tally
from deskproof.reports.text.translation import say
from tests.reports.invented import claims, write_run


@pytest.fixture
def run(tmp_path: Path) -> Run:
    write_run(tmp_path)
    return load(tmp_path)


def outcome(run: Run, *statuses: ScenarioStatus, catalogue: int = 0) -> Run:
    scenarios = tuple(
        replace(run.scenarios[0], id=f"s{number}", status=status) for number, status in enumerate(statuses)
    )
    return replace(run, scenarios=scenarios, claims=claim_results(claims()[:catalogue], scenarios))


@pytest.mark.parametrize(
    ("statuses", "catalogue", "level", "headline"),
    [
        (("passed",), 0, "good", "Everything passed."),
        (("passed",), 1, "good", "Everything passed. All 1 claims are proven."),
        (("passed",), 2, "partial", "Nothing failed. 1 of 2 claims are proven."),
        (("passed", "skipped"), 0, "partial", "Nothing failed, but not everything passed."),
        (("passed", "flaky"), 0, "partial", "Nothing failed, but not everything passed."),
        (("passed", "quarantined"), 0, "partial", "Nothing failed, but not everything passed."),
        (("passed", "failed"), 1, "bad", "The product failed one scenario."),
        (("failed", "failed", "broken"), 1, "bad", "The product failed 2 scenarios."),
        (("broken",), 1, "bad", "One scenario could not be evaluated."),
        (("passed", "not-offered"), 0, "partial", "Nothing failed, but not everything passed."),
        (("passed", "not-offered"), 1, "partial", "Nothing failed. 1 of 1 claims are proven."),
        (
            ("not-offered", "not-offered"),
            1,
            "bad",
            "The desktop offers nothing that the scenarios need, so nothing is proven.",
        ),
        (("not-offered", "skipped"), 1, "bad", "Nothing was run, so nothing is proven."),
        ((), 1, "bad", "Nothing was run, so nothing is proven."),
        (("skipped", "skipped"), 1, "bad", "Nothing was run, so nothing is proven."),
    ],
)
def test_the_verdict(
    run: Run, statuses: tuple[ScenarioStatus, ...], catalogue: int, level: Level, headline: str
) -> None:
    judged = tally(outcome(run, *statuses, catalogue=catalogue))
    assert judged.level == level
    assert say(judged.headline.key, "en", **judged.headline.values) == headline
    for sentence in (judged.headline, *judged.reasons):
        assert say(sentence.key, "sv", **sentence.values)


def test_a_run_that_was_cut_short_is_never_good(run: Run) -> None:
    good = outcome(run, "passed")
    assert tally(good).level == "good"
    cut = replace(good, run=replace(good.run, ending="cut short", not_run=("a", "b")))
    assert tally(cut).level == "bad"
    assert "2 selected scenarios never started" in say(tally(cut).reasons[0].key, "en", **tally(cut).reasons[0].values)
    assert tally(replace(good, run=replace(good.run, not_run=("a",)))).level == "bad"


def test_what_is_not_offered_is_neither_executed_nor_open(run: Run) -> None:
    judged = tally(outcome(run, "not-offered", "passed"))
    assert (judged.executed, judged.scenarios["not-offered"]) == (1, 1)
    passed = replace(run.scenarios[0], id="a", status="passed", claims=("AD-001",))
    lacking = replace(passed, id="b", status="not-offered", claims=("AD-002",))
    one = replace(run, scenarios=(passed, lacking), claims=claim_results(claims()[:2], (passed, lacking)))
    assert [(reason.key, reason.values["n"]) for reason in tally(one).reasons] == [
        ("reason.notOffered", 1),
        ("reason.claimsNotOffered", 1),
    ]
    assert tally(one).claims == {"proven": 1, "failing": 0, "unproven": 0, "not-offered": 1}


def test_a_reason_stands_for_everything_that_it_explains(run: Run) -> None:
    teams = NotOfferedVerb(verb="station.shows_teams", reason="There are no teams.")
    chats = [NotOfferedVerb(verb=f"task.{verb}", reason="There is no chat.") for verb in ("opens", "closes", "opens")]
    lacking = [
        replace(run.scenarios[0], id=f"s{number}", status="not-offered", not_offered=one)
        for number, one in enumerate((teams, *chats))
    ]
    found = lacks([*lacking, replace(run.scenarios[0], status="passed", not_offered=None)])
    assert [(lack.reason, lack.verbs, len(lack.scenarios)) for lack in found] == [
        ("There is no chat.", ("task.opens", "task.closes"), 3),
        ("There are no teams.", ("station.shows_teams",), 1),
    ]


def test_a_damaged_record_is_never_good(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "events-gw0.ndjson"
    file.write_bytes(b"garbage\n" + file.read_bytes())
    good = replace(outcome(run, "passed"), damage=load(tmp_path).damage)
    assert tally(good).level == "bad"


def test_a_definition_is_not_counted(run: Run) -> None:
    assert tally(run).claims_total == 8


def test_a_claim_that_only_one_edition_proves_keeps_a_run_from_being_good(run: Run) -> None:
    english = replace(run.scenarios[0], id="en", language="en", status="passed", claims=("AD-001",))
    swedish = replace(english, id="sv", language="sv")
    catalogue = claims()[:1]
    both = replace(run, scenarios=(english, swedish), claims=claim_results(catalogue, (english, swedish)))
    assert (tally(both).level, tally(both).proven_in) == ("good", {"en": 1, "sv": 1})
    elsewhere = replace(swedish, claims=())
    one = replace(run, scenarios=(english, elsewhere), claims=claim_results(catalogue, (english, elsewhere)))
    assert (tally(one).level, tally(one).proven_in) == ("partial", {"en": 1, "sv": 0})
    assert [reason.key for reason in tally(one).reasons] == ["reason.oneLanguage"]


def test_a_language_in_which_a_scenario_failed_does_not_prove_the_claim(run: Run) -> None:
    english = replace(run.scenarios[0], id="en", language="en", status="passed", claims=("AD-001",))
    swedish = replace(english, id="sv", language="sv", status="failed")
    (claim,) = claim_results(claims()[:1], (english, swedish))
    assert (claim.status, claim.proven_in) == ("failing", ("en",))
