"""summary.md: a golden file, and nothing in it that Markdown or HTML would act on."""

from pathlib import Path

from deskproof.reports.formats import summary
from tests.reports.expected import check_golden
from tests.reports.formats.made import made_by
from tests.reports.invented import write_run


def test_the_page(tmp_path: Path) -> None:
    write_run(tmp_path)
    check_golden("summary.md", made_by(summary.FORMAT, tmp_path).read_text())


def test_text_from_outside_is_only_text() -> None:
    assert summary.escape("<img> @all [a](b)\n# x | y") == r"&lt;img&gt; \@all \[a\]\(b\) \# x \| y"
