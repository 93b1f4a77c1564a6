"""The figures of the bench: ratios, what has become slower, and the page."""

from __future__ import annotations

from tests.bench.machine import Machine
from tests.bench.results import PAGE, Results, Table, merged, page, stored, table, worse

ON = Machine(
    processor="A processor", cores=2, memory_gib=8, python="3.11.7", browser="156.0", loop_ms=80.0, launch_ms=300.0
)


def results(**rounds: list[float]) -> Results:
    pairs = {name: [(wall, wall / 2) for wall in walls] for name, walls in rounds.items()}
    measured = table("speed", "Speed", pairs, unit="s", note="A note.", goals={"ours": 1.25})
    return Results(commit="abcdef0", date="2026-01-15", machine=ON, tables=(measured,))


def test_a_ratio_compares_the_best_rounds_with_the_first_row() -> None:
    floor, ours = results(floor=[2.0, 1.0, 4.0], ours=[1.5, 3.0]).tables[0].rows
    assert (floor.best, floor.ratio, floor.quartiles) == (1.0, 1.0, (1.5, 2.0, 3.0))
    assert (ours.best, ours.ratio, ours.cpu) == (1.5, 1.5, (0.75, 1.5))


def test_a_row_is_slower_from_a_fifth_on() -> None:
    before = results(floor=[1.0], ours=[1.0], theirs=[2.0])
    now = results(floor=[2.0], ours=[2.4], theirs=[4.7])
    assert [str(row) for row in worse(before, now)] == ["Speed, ours: 1.20, before 1.00"]
    assert list(worse(None, now)) == []


def test_tables_that_were_not_measured_again_stay() -> None:
    before, now = results(floor=[1.0]), results(floor=[3.0])
    other = Results(commit="1234567", date="2026-01-14", machine=ON, tables=(*before.tables, _renamed(before)))
    assert [(each.name, each.rows[0].best) for each in merged(other, now).tables] == [("speed", 3.0), ("other", 1.0)]


def test_the_page_has_every_row_with_its_goal() -> None:
    shown = page(results(floor=[1.0], ours=[1.1, 1.3]))
    assert "| floor | 1 | 1 / 1 / 1 | 0.5 | 1.00 |  |" in shown
    assert "| ours | 1.1 | 1.15 / 1.2 / 1.25 | 0.55 | 1.10 | ≤ 1.25 |" in shown


def test_a_goal_may_be_an_amount_in_the_unit_of_the_table() -> None:
    measured = table("pace", "Pace", {"late": [(4.0, 0.0)]}, unit="ms", note="A note.", most={"late": 20})
    shown = page(Results(commit="abcdef0", date="2026-01-15", machine=ON, tables=(measured,)))
    assert "| late | 4 | 4 / 4 / 4 |  | 1.00 | ≤ 20 ms |" in shown


def test_the_page_is_the_one_of_the_stored_results() -> None:
    newest = stored()
    assert newest is not None
    assert PAGE.read_text(encoding="utf-8") == page(newest), "run: make bench"


def _renamed(of: Results) -> Table:
    first = of.tables[0]
    return Table(name="other", title="Other", unit=first.unit, note=first.note, rows=first.rows, goals=first.goals)
