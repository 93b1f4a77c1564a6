"""`docs/members.py`: the page of members, from results of derived defects."""

from __future__ import annotations

import runpy
from typing import Any

import pytest

from tests.docs.pages import ROOT
from tests.reports.checks import defect

TABLE = "domain/access.py:WRONG"


@pytest.fixture(scope="module")
def members() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "docs" / "members.py"))


def test_the_page_has_every_member_of_the_source(members: dict[str, Any]) -> None:
    page = (ROOT / "docs" / "members.md").read_text(encoding="utf-8")
    assert list(members["stale"](page, members["members"](members["equivalents"]()))) == []


def test_a_row_says_what_noticed_the_members_of_a_table(members: dict[str, Any]) -> None:
    found = [
        defect(f"{TABLE}.Reason.NO_TEAM:drop-row:1", "tested", test="tests/a.py::test_team"),
        defect(f"{TABLE}.Reason.INACTIVE:drop-row:1", "detected", scenario="x"),
        defect(f"{TABLE}.Reason.NO_SKILL:drop-row:1", "unnoticed"),
        defect("domain/access.py:refused:negate-condition:1", "unnoticed"),
        defect("wire/catalogue.py:SERVICES.X:drop-row:1", "unnoticed"),
    ]
    [(table, row)] = members["rows"](found)
    assert (table.file, table.name) == ("domain/access.py", "WRONG")
    assert row == "| `domain/access.py` | WRONG | 3 | 1 | 1 | 1: WRONG.Reason.NO_SKILL | tests/a.py::test_team |"


def test_results_renew_their_rows_and_leave_the_others(members: dict[str, Any]) -> None:
    empty = "<!-- members: written by docs/members.py -->\n<!-- end of members -->\n"
    wrong = members["Table"]("domain/access.py", "WRONG")
    other = members["Table"]("domain/station.py", "CHECKS")
    first = [defect(f"{TABLE}.A:drop-row:1", "unnoticed"), defect("domain/station.py:CHECKS.B:drop-row:1", "void")]
    page = members["written"](empty, first, {wrong: 1, other: 1})
    again = members["written"](page, [defect(f"{TABLE}.A:drop-row:1", "tested", test="t")], {wrong: 1, other: 1})
    assert [row.split(" | ")[2:6] for row in members["table_rows"](again).values()] == [["1", "1", "0", "0"]] * 2
    assert list(members["stale"](again, {wrong: 2})) == [
        "`domain/access.py` WRONG has 2 members; the page says 1.",
        "`domain/station.py` CHECKS has 0 members; the page says 1.",
    ]


def test_a_table_that_nobody_has_tried_is_named(members: dict[str, Any]) -> None:
    empty = "<!-- members: written by docs/members.py -->\n<!-- end of members -->\n"
    now = {members["Table"]("domain/access.py", "WRONG"): 1}
    assert list(members["stale"](empty, now)) == ["`domain/access.py` WRONG is not on the page."]
    page = members["written"](empty, [], now)
    assert "Not tried yet:\n\n- `domain/access.py` WRONG\n" in page
    assert list(members["stale"](page, now)) == []
