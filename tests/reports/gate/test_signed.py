"""The rule that product has signed off: when it says yes, when no, and when it cannot tell."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from deskproof.reports.baseline.complete import gaps
from deskproof.reports.gate.case import Answer, Case
from deskproof.reports.gate.settings import all_rules
from deskproof.reports.gate.signed import SIGNED, Signed, approvals_current
from deskproof.reports.review.approvals import ReviewDecision, Word
from deskproof.reports.review.binding import Binding
from deskproof.reports.review.status import Lapse, ReviewStatus, ReviewStatuses
from tests.reports.runs import result, run_of, with_facts

RUN = run_of(result("a"), result("b", claim="AD-002"), catalogue=2)
RUN = replace(RUN, claims=(RUN.claims[0], replace(RUN.claims[1], must=False)))


def stands(word: Word = "approved", *lapses: Lapse, comment: str = "") -> ReviewStatus:
    at = datetime(2026, 1, 15, tzinfo=UTC)
    decision = ReviewDecision(word=word, by="Maria", at=at, comment=comment, bound=Binding(text="00"))
    return ReviewStatus(status="lapsed" if lapses else word, decision=decision, lapses=lapses)


YES = stands()


def judged(settings: Signed, claims: Iterable[ReviewStatus] = (), scenarios: Iterable[ReviewStatus] = ()) -> Answer:
    found = ReviewStatuses(
        claims=dict(zip(("AD-001", "AD-002"), claims, strict=False)), scenarios=dict(zip("ab", scenarios, strict=False))
    )
    case = Case(run=RUN, complete=not gaps(RUN), today=date(2026, 1, 15), review_statuses=lambda: found)
    return approvals_current(case, settings)


def items(answer: Answer) -> list[str]:
    return [item.en for item in answer.items]


@pytest.mark.parametrize(
    ("settings", "claims", "scenarios", "said"),
    [
        (Signed(), [], [], ["AD-001 (Claim 1 says what the desktop does.) is not approved."]),
        (Signed(), [YES], [], []),
        (Signed(claims="all"), [YES], [], ["AD-002 (Claim 2 says what the desktop does.) is not approved."]),
        (Signed(claims="all"), [YES, YES], [], []),
        (Signed(claims="none"), [], [], []),
        (Signed(scenarios="all"), [YES], [YES], ["Scenario b (features/a.feature:5) is not approved."]),
        (Signed(scenarios="all"), [YES], [YES, YES], []),
    ],
)
def test_what_must_be_approved_is(
    settings: Signed, claims: list[ReviewStatus], scenarios: list[ReviewStatus], said: list[str]
) -> None:
    answer = judged(settings, claims, scenarios)
    assert answer.outcome == ("failed" if said else "passed")
    assert items(answer) == said


@pytest.mark.parametrize(
    ("lapse", "said"),
    [
        (Lapse(what="text"), "the text has changed since Maria decided."),
        (Lapse(what="text", scenario="a"), "the text of a has changed since Maria decided."),
        (Lapse(what="pictures", scenario="a"), "the pictures of a have changed since Maria decided."),
        (Lapse(what="added", scenario="a"), "a was added after Maria decided."),
        (Lapse(what="removed", scenario="a"), "a was removed after Maria decided."),
    ],
)
def test_an_approval_that_lapsed_is_none(lapse: Lapse, said: str) -> None:
    answer = judged(Signed(), [stands("approved", lapse)])
    assert answer.reason.en == "One approval is missing or has lapsed."
    assert items(answer) == [f"AD-001 (Claim 1 says what the desktop does.): {said}"]
    lapsed = judged(Signed(claims="none", scenarios="all"), [], [stands("approved", Lapse(what="pictures")), YES])
    assert items(lapsed) == ["Scenario a (features/a.feature:5): the pictures have changed since Maria decided."]


def test_what_is_not_offered_has_nothing_to_approve() -> None:
    run = run_of(result("a"), result("b", "not-offered", claim="AD-002"), catalogue=2)
    found = ReviewStatuses(claims={"AD-001": YES}, scenarios={"a": YES})
    case = Case(run=run, complete=True, today=date(2026, 1, 15), review_statuses=lambda: found)
    assert approvals_current(case, Signed(claims="all", scenarios="all")).outcome == "passed"


def test_a_change_that_is_asked_for_blocks_unless_so_many_may_be() -> None:
    asked = stands("change asked", comment="Too pale.")
    answer = judged(Signed(), [YES], [asked, stands("change asked")])
    assert answer.outcome == "failed"
    assert answer.reason.en == "2 changes are requested; at most 0 may be."
    assert items(answer) == [
        "Maria requests a change: Too pale. Scenario a (features/a.feature:5)",
        "Maria requests a change: Scenario b (features/a.feature:5)",
    ]
    borne = judged(Signed(changes_asked=2), [YES], [asked, asked])
    assert borne.outcome == "passed"
    assert len(borne.notes) == 2


def test_a_run_that_is_not_whole_is_not_signed_off_by_and_nobody_looks_at_its_pictures() -> None:
    def never() -> ReviewStatuses:
        raise AssertionError

    part = with_facts(RUN, suite=9)
    answer = approvals_current(Case(run=part, complete=False, today=date(2026, 1, 15), review_statuses=never), Signed())
    assert answer.outcome == "undecided"


def test_the_rule_is_one_of_the_gates() -> None:
    assert SIGNED in all_rules(())
