"""How a run is dealt out: everything exactly once, evenly, and the same wherever the history is."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskproof.reports.baseline.history import History
from deskproof.reports.record import Shard
from deskproof.steps.gherkin.files.reader import read_features
from deskproof.steps.selection.shards import BadShard, deal, durations, fingerprint, parse, take
from tests.reports.runs import result, run_of
from tests.steps.conftest import WriteFeatures

IDS = st.lists(st.text("abcdef", min_size=1, max_size=4), min_size=1, max_size=30, unique=True)
FEATURE = """Feature: Tiny

  @AD-001
  Scenario: One
    Given a
    Then b
"""


@pytest.mark.parametrize(("text", "index", "total"), [("1/1", 1, 1), ("3/8", 3, 8), ("8/8", 8, 8)])
def test_a_shard_is_which_of_how_many(text: str, index: int, total: int) -> None:
    assert parse(text) == Shard(index=index, total=total)


@pytest.mark.parametrize(
    "text", ["9/8", "0/3", "a", "", "3", "3/", "/3", "3/0", "-1/3", "1/3/5", " 1/3", "1.5/3", "²/3"]
)
def test_wrong_text_is_one_sentence(text: str) -> None:
    with pytest.raises(BadShard) as refused:
        parse(text)
    assert repr(text) in str(refused.value)
    assert "such as 3/8" in str(refused.value)


@given(IDS, st.integers(1, 9), st.data())
def test_every_scenario_is_in_exactly_one_shard(ids: list[str], total: int, data: st.DataObject) -> None:
    known = data.draw(st.dictionaries(st.sampled_from(ids), st.floats(0, 1e6)))
    shares = deal(ids, known, total)
    assert len(shares) == total
    assert sorted(item for share in shares for item in share) == sorted(ids)
    assert deal(reversed(ids), known, total) == shares
    assert all(shares) or len(ids) < total


def test_the_longest_are_dealt_first_and_ties_go_by_id() -> None:
    known = {"a": 500.0, "b": 300.0, "c": 200.0, "d": 100.0, "e": 100.0}
    assert deal("edcba", known, 2) == (("a", "d"), ("b", "c", "e"))


def test_what_is_unknown_counts_as_the_median() -> None:
    known = {"a": 100.0, "b": 100.0, "c": 1000.0}
    assert deal(["a", "b", "c", "new"], known, 2) == (("c",), ("a", "b", "new"))
    assert deal(["a", "b", "c", "d"], {}, 2) == (("a", "c"), ("b", "d"))


def test_a_share_tells_of_what_it_is_a_part() -> None:
    ids = ["a", "b", "c", "d", "e"]
    shares = [take(Shard(index=index, total=3), ids, {}) for index in (1, 2, 3)]
    assert {share.selected for share in shares} == {5}
    assert len({share.split for share in shares}) == 1
    assert frozenset().union(*(share.ids for share in shares)) == set(ids)


def test_another_history_that_deals_otherwise_is_another_split() -> None:
    first = take(Shard(index=1, total=2), "abcd", {})
    assert take(Shard(index=1, total=2), "abcd", {"a": 1.0, "b": 1.0, "c": 1.0, "d": 1.0}).split == first.split
    assert take(Shard(index=1, total=2), "abcd", {"a": 9.0, "b": 1.0, "c": 1.0, "d": 1.0}).split != first.split


def test_more_shards_than_scenarios_are_refused() -> None:
    with pytest.raises(
        BadShard, match="4 shards of 3 scenarios would leave some with nothing to run; ask for at most 3"
    ):
        take(Shard(index=1, total=4), "abc", {})


def test_durations_are_those_of_what_passed(tmp_path: Path) -> None:
    history = tmp_path / "history.db"
    assert durations(history) == {}
    History(history).add(run_of(result("a", duration_ms=40), result("b", "failed"), number=1), tmp_path)
    History(history).add(run_of(result("a", duration_ms=60), result("b", "failed"), number=2), tmp_path)
    assert durations(history) == {"a": 50}


def test_a_history_that_cannot_be_used_is_refused(tmp_path: Path) -> None:
    (tmp_path / "history.db").write_text("no database, this")
    with pytest.raises(BadShard, match="cannot be used"):
        durations(tmp_path / "history.db")


def test_the_fingerprint_is_of_what_is_written(write_features: WriteFeatures) -> None:
    def of(text: str) -> str:
        folder = write_features(a=text)
        return fingerprint(scenario for file in read_features(folder) for scenario in file.scenarios)

    first = of(FEATURE)
    assert of("\n# a comment\n" + FEATURE) == first
    for changed in (
        FEATURE.replace("Given a", "Given c"),
        FEATURE.replace("@AD-001", "@AD-002"),
        FEATURE + FEATURE[15:].replace("One", "Two"),
    ):
        assert of(changed) != first


def test_the_order_of_the_suite_does_not_matter(write_features: WriteFeatures) -> None:
    (file,) = read_features(write_features(a=FEATURE))
    two = (file.scenarios[0], replace(file.scenarios[0], id="another"))
    assert fingerprint(two) == fingerprint(two[::-1])
