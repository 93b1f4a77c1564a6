"""What the page says first, for each verdict of the gate and without one."""

from dataclasses import replace

from deskproof.reports.gate.case import Answer, Outcome, Words
from deskproof.reports.gate.verdict import Decision, Ruling, Verdict
from deskproof.reports.html.opening import Opening, opening
from deskproof.reports.record.facts import Failure, ScenarioStatus
from deskproof.reports.tally import tally
from tests.reports.runs import result, run_of, with_facts

REASON = Words(en="2 scenarios took too long.", sv="2 scenarier tog för lång tid.")


def verdict(decision: Decision, outcome: Outcome = "failed") -> Verdict:
    headline = Words(en=f"Release: {decision}.", sv=f"Utgåva: {decision}.")
    answer = Answer(outcome=outcome, reason=REASON)
    return Verdict(decision=decision, headline=headline, rulings=(Ruling(rule="duration", answer=answer),))


def opened(
    *statuses: ScenarioStatus, evaluation: Verdict | None = None, catalogue: int = 1, claim: str = "AD-001"
) -> Opening:
    run = run_of(*(result(f"s{n}", one, claim=claim) for n, one in enumerate(statuses)), catalogue=catalogue)
    return opening(run, tally(run), evaluation)


def test_a_blocked_release_names_the_failing_claim() -> None:
    one = opened("failed", evaluation=verdict("blocked"))
    assert one.headline.en == "Release blocked: “Claim 1 says what the desktop does” is not true."
    assert one.headline.sv == "Versionen kan inte släppas: ”Påstående 1 säger vad skrivbordet gör” uppfylls inte."
    assert (one.level, one.reasons) == ("bad", (REASON,))


def test_what_no_step_asks_about_does_not_make_a_claim_untrue() -> None:
    failed = result("a", "failed")
    seen = replace(failed, error=Failure(message="The page differs from its snapshot.", unasked=True))
    run = run_of(seen, result("b", claim="AD-002"), catalogue=2)
    one = opening(run, tally(run), verdict("blocked"))
    claim = "Claim 1 says what the desktop does"
    assert one.headline.en == f"Release blocked: what “{claim}” says was seen, and something that nobody expects."
    assert (
        one.headline.sv == "Versionen kan inte släppas: det som ”Påstående 1 säger vad skrivbordet gör” säger syntes, "
        "men även något oväntat."
    )
    both = run_of(seen, replace(failed, id="c"), catalogue=2)
    assert opening(both, tally(both), verdict("blocked")).headline.en == f"Release blocked: “{claim}” is not true."


def test_what_the_harness_could_not_tell_is_not_held_against_the_product() -> None:
    one = opened("broken", evaluation=verdict("blocked"))
    assert one.headline.en == "Release blocked: “Claim 1 says what the desktop does” could not be evaluated."
    assert opened("broken").headline.en == "One scenario could not be evaluated."


def test_a_claim_that_nothing_proves_blocks_in_its_own_words() -> None:
    one = opened("passed", evaluation=verdict("blocked"), catalogue=3)
    assert one.headline.en == "Release blocked: nothing proves “Claim 2 says what the desktop does” or one more claim."


def test_a_claim_that_is_not_offered_blocks_only_where_it_is_needed() -> None:
    run = run_of(result("a"), result("b", "not-offered", claim="AD-002"), catalogue=2)
    needed = Ruling(rule="must-have-claims-proven", answer=Answer(outcome="failed", reason=REASON))
    blocked = replace(verdict("blocked"), rulings=(needed,))
    one = opening(run, tally(run), blocked)
    assert one.headline.en == "Release blocked: “Claim 2 says what the desktop does” is not offered."
    assert one.headline.sv == "Versionen kan inte släppas: ”Påstående 2 säger vad skrivbordet gör” erbjuds inte."
    assert opening(run, tally(run), verdict("blocked")).headline.en == "Release: blocked."


def test_a_gate_that_says_no_for_another_reason_says_so() -> None:
    one = opened("passed", evaluation=verdict("blocked"))
    assert (one.level, one.headline.en, one.reasons) == ("bad", "Release: blocked.", (REASON,))


def test_an_open_gate_is_good_news() -> None:
    one = opened("passed", evaluation=verdict("open", "passed"))
    assert (one.level, one.headline.en) == ("good", "Ready to release: the one documented claim is proven.")
    assert one.reasons == ()


def test_an_open_gate_with_claims_left_unproven_says_what_the_gate_says() -> None:
    one = opened("passed", evaluation=verdict("open", "passed"), catalogue=3)
    assert (one.level, one.headline.en) == ("good", "Release: open.")
    assert one.reasons != ()


def test_a_selection_of_scenarios_is_reported_with_its_result() -> None:
    run = with_facts(run_of(result("a")), suite=20)
    one = opening(run, tally(run), verdict("undecided", "undecided"))
    assert one.headline.en.startswith("Everything passed.")
    assert REASON in one.reasons


def test_without_a_gate_the_claim_still_comes_first() -> None:
    one = opened("failed")
    assert one.headline.en == "Not as documented: “Claim 1 says what the desktop does”."
    assert one.reasons[0].en == "The product failed one scenario."
    assert opened("passed").headline.en.startswith("Everything passed.")


def test_a_long_claim_is_cut_between_words_and_set_smaller() -> None:
    run = run_of(result("a", "failed"))
    sentence = "The desktop tells " + "and tells " * 30 + "why."
    run = replace(run, claims=(replace(run.claims[0], en=sentence, sv=sentence),))
    one = opening(run, tally(run), verdict("blocked"))
    assert one.headline.en.endswith("tells …” is not true.")
    assert one.long
