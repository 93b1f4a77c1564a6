"""The changelog has the form of Keep a Changelog, and its newest release is the version of the package."""

import re
import tomllib
from datetime import date

from tests.docs.pages import ROOT

TEXT = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
PARAMETER_TYPES = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
WIDEST = 100


def releases() -> list[tuple[str, str]]:
    """The numbered releases with their dates, as the page has them."""
    return re.findall(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)$", TEXT, flags=re.MULTILINE)


def test_what_is_not_released_comes_first_and_then_the_releases() -> None:
    headings = re.findall(r"^## (.+)$", TEXT, flags=re.MULTILINE)
    assert headings == ["[Unreleased]", *(f"[{version}] - {day}" for version, day in releases())]
    days = [date.fromisoformat(day) for _, day in releases()]
    assert days == sorted(days, reverse=True)


def test_the_newest_release_is_the_version_of_the_package() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert releases()[0][0] == version


def test_changes_are_sorted_by_their_kind() -> None:
    kinds = re.findall(r"^### (.+)$", TEXT, flags=re.MULTILINE)
    assert kinds
    assert set(kinds) <= PARAMETER_TYPES


def test_no_line_is_wider_than_a_hundred_columns() -> None:
    assert [number for number, line in enumerate(TEXT.splitlines(), start=1) if len(line) > WIDEST] == []
