"""What the first screen says of the past."""

from pathlib import Path

from deskproof.reports.baseline.compare import compare
from deskproof.reports.baseline.history import past_run
from deskproof.reports.baseline.past import Past
from deskproof.reports.html import render
from deskproof.reports.html.changes import Line, bars, kinds
from tests.reports.invented import HOSTILE
from tests.reports.runs import result, run_of

BASE = run_of(result("a"), result("b", claim="AD-002"), result("c", "failed", claim="AD-003"), catalogue=3)
RUN = run_of(result("a", "failed"), result("c", claim="AD-003"), result("d", claim="AD-003"), number=2, catalogue=3)


def test_kinds_come_with_bad_news_first() -> None:
    found = kinds(compare(BASE, RUN), RUN.claims)
    assert {item.key: [line.name for line in item.lines] for item in found} == {
        "claimsLost": ["AD-001", "AD-002"],
        "claimsWon": ["AD-003"],
        "broke": ["Scenario a"],
        "fixed": ["Scenario c"],
        "gone": ["Scenario b"],
        "new": ["Scenario d"],
    }
    assert found[0].lines[0] == Line(
        name="AD-001",
        link="AD-001",
        en="Claim 1 says what the desktop does.",
        sv="Påstående 1 säger vad skrivbordet gör.",
    )


def test_what_is_no_longer_offered_says_why_and_is_not_counted_as_broken() -> None:
    base = run_of(result("a"), result("b", "not-offered", claim="AD-002"), catalogue=2)
    run = run_of(result("a", "not-offered"), result("b", claim="AD-002"), number=2, catalogue=2)
    found = {
        kind.key: [(line.name, line.note) for line in kind.lines] for kind in kinds(compare(base, run), run.claims)
    }
    assert found == {
        "claimsLost": [("AD-001", "")],
        "claimsWon": [("AD-002", "")],
        "withdrawn": [("Scenario a", "The desktop has no <teams>.")],
        "offered": [("Scenario b", "")],
    }
    html = render(run, {}, Past(baseline=base, changes=compare(base, run)))
    assert 'data-changed="withdrawn"' in html
    assert "scenario erbjuds inte längre" in html


def test_what_is_gone_leads_nowhere() -> None:
    fewer = run_of(result("a"), catalogue=1)
    lines = [line for kind in kinds(compare(BASE, fewer), fewer.claims) for line in kind.lines]
    assert {line.link for line in lines} == {None}


def test_bars_count_claims_or_else_scenarios() -> None:
    folder = Path("out")
    trend = (past_run(BASE, folder), past_run(run_of(result("a"), result("b", "failed"), catalogue=0), folder))
    assert [(bar.done, bar.total, bar.height) for bar in bars(trend)] == [
        (2, 3, 66.7),
        (1, 2, 50.0),
    ]
    assert [scenario.height for scenario in bars([past_run(run_of(catalogue=0), folder)])] == [0.0]


def test_the_page_shows_changes_and_trend_in_both_languages() -> None:
    trend = (past_run(BASE, Path("out")), past_run(RUN, Path("out")))
    html = render(RUN, {}, Past(baseline=BASE, changes=compare(BASE, RUN), trend=trend))
    assert "Since the baseline run of 2026-01-15 10:00:00 UTC" in html
    assert "påståenden är inte längre bevisade" in html
    assert 'aria-label="Claims proven in the last 2 runs: 2, 1"' in html
    assert " style=" not in html


def test_the_past_takes_the_place_of_problems_where_there_are_none() -> None:
    good = run_of(result("a"), catalogue=1)
    assert 'class="overview good short"' in render(good, {}, Past(baseline=BASE, changes=compare(BASE, good)))
    assert 'class="overview bad"' in render(RUN, {}, Past(baseline=BASE, changes=compare(BASE, RUN)))


def test_without_a_past_nothing_is_said_of_it() -> None:
    html = render(RUN, {}, Past(trend=(past_run(RUN, Path("out")),)))
    assert 'class="past"' not in html
    assert render(RUN, {}) == html


def test_hostile_names_are_text() -> None:
    hostile = run_of(result(HOSTILE), number=2)
    assert "<script>alert(1)" not in render(hostile, {}, Past(baseline=BASE, changes=compare(BASE, hostile)))
