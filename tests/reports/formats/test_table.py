"""The table of formats: the page first, the summary last, and what packages add, found as installed ones are."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from deskproof.reports.formats import Format
from deskproof.reports.formats.failures import sentences
from deskproof.reports.formats.table import FORMATS, BadFormat, chosen, members
from deskproof.reports.outputs import write
from tests.reports.invented import write_run

ACME = """
import csv
from pathlib import Path

from deskproof.reports.formats import Format, Source


def write(source: Source, target: Path) -> None:
    with target.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows((one.path, one.line, one.status) for one in source.run.scenarios)


def fail(source: Source, target: Path) -> None:
    target.write_text("half")
    raise ValueError("no comma left")


scenarios = Format(name="scenarios", path="scenarios.csv", write=write)
asked_for = Format(name="asked-for", path="asked.csv", write=write, by_default=False)
failing = Format(name="failing", path="failing.csv", write=fail)
"""

Install = Callable[[dict[str, str]], Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Puts the package `acme-reports` with these entry points on the path, as an installer lays it out."""
    site = tmp_path / "site"

    def installed(points: dict[str, str]) -> Path:
        info = site / "acme_reports-1.0.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-reports\nVersion: 1.0\n")
        lines = "".join(f"{name} = {value}\n" for name, value in points.items())
        (info / "entry_points.txt").write_text(f"[deskproof.formats]\n{lines}")
        (site / "acme_reports.py").write_text(ACME)
        monkeypatch.syspath_prepend(str(site))
        return site

    yield installed
    sys.modules.pop("acme_reports", None)


def test_the_page_is_first_and_the_summary_last() -> None:
    assert FORMATS[0].path == "report.html"
    assert FORMATS[-1].path == "summary.md"
    assert len({format.name for format in FORMATS}) == len({format.path for format in FORMATS}) == len(FORMATS)


def test_without_packages_there_are_our_formats() -> None:
    joined, failed = members([])
    assert [member.format for member in joined] == [*FORMATS]
    assert failed == ()
    assert [member.format.name for member in chosen(joined, ())] == [
        format.name for format in FORMATS if format.by_default
    ]


def test_a_package_adds_its_formats(tmp_path: Path, install: Install) -> None:
    install({"scenarios": "acme_reports:scenarios", "asked-for": "acme_reports:asked_for"})
    write_run(tmp_path / "run")
    summary = write(tmp_path / "run")
    assert summary.complete
    rows = (tmp_path / "run" / "scenarios.csv").read_text().splitlines()
    assert len(rows) == len(summary.run.scenarios)
    assert not (tmp_path / "run" / "asked.csv").exists()
    write(tmp_path / "run", also=["asked-for"])
    assert (tmp_path / "run" / "asked.csv").is_file()


def test_a_format_of_a_package_that_fails_is_named_with_it_and_costs_nothing_else(
    tmp_path: Path, install: Install
) -> None:
    install({"failing": "acme_reports:failing"})
    write_run(tmp_path / "run")
    summary = write(tmp_path / "run")
    assert not summary.complete
    assert summary.lines[-1].startswith(
        "failing.csv was not written: ValueError: no comma left (acme_reports.py, line "
    )
    assert "the package acme-reports" in summary.lines[-1]
    made = {file.name for file in (tmp_path / "run").iterdir()}
    assert made >= {format.path for format in FORMATS if format.by_default}
    assert not any(name.startswith((".part", "failing")) for name in made)
    assert "failing\\.csv was not written" in (tmp_path / "run" / "summary.md").read_text()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("acme_gone:scenarios", "ModuleNotFoundError: No module named 'acme_gone'"),
        ("acme_reports:gone", "AttributeError: module 'acme_reports' has no attribute 'gone'"),
        ("acme_reports:write", "it is a function, and a deskproof.reports.formats.Format was expected"),
    ],
)
def test_a_broken_entry_point_is_one_sentence(tmp_path: Path, install: Install, value: str, said: str) -> None:
    install({"broken": value, "scenarios": "acme_reports:scenarios"})
    write_run(tmp_path / "run")
    summary = write(tmp_path / "run")
    assert not summary.complete
    (line,) = (line for line in summary.lines if "The format broken" in line)
    assert line.startswith(f"The format broken ({value}) cannot be used: ")
    assert said in line
    assert "fix or uninstall the package acme-reports" in line
    assert (tmp_path / "run" / "scenarios.csv").is_file()
    assert summary.report.is_file()


@pytest.mark.parametrize(
    ("name", "path", "said"),
    [
        ("junit", "other.xml", "another format has the name junit too"),
        ("summary", "other.md", "another format has the name summary too"),
        ("other", "Report.HTML", "the format page writes Report.HTML too"),
        ("other", "../other.csv", "its path is '../other.csv'"),
        ("other", "/etc/other", "its path is '/etc/other'"),
        ("other", "", "its path is ''"),
        ("other", ".hidden", "its path is '.hidden'"),
        ("other", "evidence", "its path is 'evidence'"),
        ("other", "events-gw0.ndjson", "its path is 'events-gw0.ndjson'"),
        ("other", "gate.json", "its path is 'gate.json'"),
    ],
)
def test_a_format_that_would_take_another_s_place_does_not_join(
    monkeypatch: pytest.MonkeyPatch, name: str, path: str, said: str
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "other", Format(name=name, path=path, write=print), raising=False)
    joined, failed = members([EntryPoint(name="x", value=f"{__name__}:other", group="deskproof.formats")])
    assert [member.format for member in joined] == [*FORMATS]
    (sentence,) = sentences(failed, Path("run"))
    assert said in sentence


def test_an_unknown_name_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    write_run(tmp_path / "run")
    before = {file.name for file in (tmp_path / "run").iterdir()}
    with pytest.raises(BadFormat, match=r'There is no format "alure"; the formats are allure, ctrf, '):
        write(tmp_path / "run", also=["alure"])
    assert {file.name for file in (tmp_path / "run").iterdir()} == before


def test_the_command_line_asks_for_a_format_and_says_with_its_status_what_failed(
    tmp_path: Path, install: Install
) -> None:
    site = install({"asked-for": "acme_reports:asked_for", "failing": "acme_reports:failing"})
    write_run(tmp_path / "run")
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys; sys.path.insert(0, {str(site)!r}); from deskproof.steps.cli import main; main()",
            "report",
            "run",
            "--format",
            "asked-for",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert "failing.csv was not written: ValueError: no comma left" in done.stdout
    assert "then 'deskproof report run' writes" in done.stdout
    assert done.stderr == ""
    assert (tmp_path / "run" / "asked.csv").is_file()
