"""The door: every file is made, `latest` follows, what cannot be rendered says so, and no secret goes through it."""

import errno
import re
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from deskproof.reports.baseline.history import History
from deskproof.reports.formats import Format, Source, table, terminal
from deskproof.reports.formats.summary import escape
from deskproof.reports.formats.table import FORMATS
from deskproof.reports.gate import Evaluation
from deskproof.reports.outputs import DamagedRecord, write
from deskproof.reports.record import (
    ConsoleLine,
    Evidence,
    Failure,
    JournalLine,
    Mask,
    Picture,
    Recorder,
    RunInfo,
    Step,
    TrafficLine,
    Violation,
)
from deskproof.reports.record.loading import load
from tests.reports.html.unpacked import unpacked
from tests.reports.invented import Clock, picture, scenario, write_run


def test_every_output_is_made_and_latest_follows(tmp_path: Path) -> None:
    for name in ("first", "second"):
        write_run(tmp_path / name)
        summary = write(tmp_path / name, shown_as="reports/out/latest/report.html")
        assert (tmp_path / "latest").readlink() == Path(name)
    made = {file.name for file in (tmp_path / "latest").iterdir()}
    assert {
        "run.json",
        "report.html",
        "junit.xml",
        "ctrf.json",
        "messages.ndjson",
        "summary.md",
        "events-main.ndjson",
        "evidence",
    } <= made
    assert summary.report == tmp_path / "second" / "report.html"
    assert summary.lines[-1] == "report     reports/out/latest/report.html"
    assert [file for file in tmp_path.rglob("*") if file.name.startswith((".part-", ".latest-"))] == []


def test_through_the_link_it_is_the_same_run(tmp_path: Path) -> None:
    write_run(tmp_path / "run")
    write(tmp_path / "run")
    write(tmp_path / "latest")
    assert (tmp_path / "latest").readlink() == Path("run")


def test_a_real_folder_called_latest_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "latest").mkdir()
    write_run(tmp_path / "run")
    write(tmp_path / "run")
    assert not (tmp_path / "latest").is_symlink()


def test_a_killed_run_gets_its_outputs_too(tmp_path: Path) -> None:
    write_run(tmp_path / "run", finish=False)
    summary = write(tmp_path / "run")
    assert summary.tally.level == "bad"
    assert "cut short" in summary.report.read_text()


def test_an_empty_folder_makes_nothing(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    with pytest.raises(DamagedRecord):
        write(tmp_path / "run")
    assert list((tmp_path / "run").iterdir()) == []
    assert not (tmp_path / "latest").exists()


def test_the_history_remembers_and_the_page_tells_what_changed(tmp_path: Path) -> None:
    history = tmp_path / "history.db"
    write_run(tmp_path / "base")
    write_run(tmp_path / "run")
    write(tmp_path / "run", history=history)
    assert not history.exists()
    summary = write(tmp_path / "run", history=history, remember=True, baseline=tmp_path / "base")
    assert len(History(history).runs()) == 1
    assert "Nothing changed." in summary.report.read_text()


def test_a_history_that_cannot_be_used_is_reported_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "history.db").write_bytes(b"no database" * 200)
    write_run(tmp_path / "run")
    summary = write(tmp_path / "run", history=tmp_path / "history.db", remember=True)
    assert "cannot be used" in summary.lines[0]
    assert summary.report.is_file()


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
def test_whichever_output_fails_it_is_named_and_all_others_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: Format
) -> None:
    def fail(source: Source, target: Path) -> None:
        target.write_text("half")
        raise KeyError("status")

    write_run(tmp_path / "run")
    write(tmp_path / "run", also=["allure"])
    formats = tuple(replace(each, write=fail) if each is format else each for each in FORMATS)
    monkeypatch.setattr(table, "FORMATS", formats)
    summary = write(tmp_path / "run", also=["allure"])
    assert not summary.complete
    assert summary.lines[-1].startswith(f"{format.path} was not written: KeyError: 'status' (test_outputs.py, line ")
    made = {file.name for file in (tmp_path / "run").iterdir() if not file.name.startswith("events-")}
    assert made == {each.path for each in FORMATS if each is not format} | {"evidence"}
    assert (tmp_path / "latest").readlink() == Path("run")
    shown = [line for line in summary.lines if line.startswith("report ")]
    assert shown == [f"report     {summary.report if format.name != 'page' else 'not written'}"]
    if format.name != "summary":
        listed = (tmp_path / "run" / "summary.md").read_text()
        assert "### Missing from the report" in listed
        assert escape(f"{format.path} was not written: KeyError: 'status'") in listed


def test_a_part_of_the_page_that_cannot_be_made_costs_itself_alone(tmp_path: Path) -> None:
    def gate(*_: object) -> Evaluation:
        raise ZeroDivisionError("no rules to divide by")

    write_run(tmp_path / "run")
    summary = write(tmp_path / "run", gate=gate)
    assert not summary.complete
    assert summary.lines[-1].startswith(
        "The gate's verdict is missing from the page: ZeroDivisionError: no rules to divide by (test_outputs.py, line "
    )
    assert summary.report.is_file()


def test_closing_lines_that_cannot_be_made_hide_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lines(*_: object) -> tuple[str, ...]:
        raise IndexError("no line")

    monkeypatch.setattr(terminal, "lines", lines)
    write_run(tmp_path / "run")
    summary = write(tmp_path / "run")
    (line,) = summary.lines
    assert line.startswith("The closing lines could not be made: IndexError: no line")
    assert not summary.complete
    assert summary.report.is_file()


def test_a_whole_folder_that_takes_nothing_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    write_run(tmp_path / "run")
    monkeypatch.setattr(tempfile, "mkdtemp", full)
    summary = write(tmp_path / "run")
    said = [line for line in summary.lines if "No space left" in line]
    assert said[0].startswith(
        "report.html, run.json, junit.xml, messages.ndjson, ctrf.json, gl-code-quality-report.json"
    )
    assert "make room or allow writing there, then 'deskproof report " in said[0]
    assert len(said) == 1


PASSWORD = 'Midsommar & "krans" 1912'
CODE = "482913"
TOKEN = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhIiwiaWF0IjoxfQ.c2lnbmF0dXJlLW9mLWl0"
OPAQUE = "r7Xq2mZ9tKfWvB3nLpYc8dHs"
SECRETS = (PASSWORD, CODE, TOKEN, OPAQUE)
OUTPUTS = {
    "run.json",
    "report.html",
    "junit.xml",
    "messages.ndjson",
    "ctrf.json",
    "summary.md",
    "gl-code-quality-report.json",
}


def carrying(text: str) -> Evidence:
    return Evidence(
        pictures=(Picture(path="@", actor=text, title=text, url=f"http://id.t-0001.localhost/?code={OPAQUE}"),),
        console=(ConsoleLine(level="error", text=text, location=text),),
        traffic=(
            TrafficLine(
                kind="http",
                method="POST",
                url=f"http://id.t-0001.localhost/token?code={OPAQUE}&access_token={TOKEN}",
                request=f"Authorization: Bearer {OPAQUE}\npassword={OPAQUE}&{text}",
                response=f'{{"refresh_token": "{OPAQUE}", "code": "{CODE}", "note": "{TOKEN}"}}',
            ),
        ),
        journal=(JournalLine(seq=1, at="", kind="event", name="CodeSent", data=f'{{"code": "{CODE}"}}'),),
        accessibility=(Violation(rule="label", impact="serious", help=text, targets=(text,)),),
    )


def test_no_secret_is_in_any_output(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    text = f"typed {PASSWORD} then {CODE} and got {TOKEN}"
    with Recorder(folder, mask=Mask([PASSWORD, CODE]), now=Clock()) as recorder:
        recorder.run_started(RunInfo(id="run", command=f"deskproof run -k '{PASSWORD}'"))
        one = scenario(f"Signs in with {PASSWORD}", "AD-001")
        path = recorder.attach(picture("Task"))
        evidence = carrying(text)
        recorder.scenario_started(one)
        for status in ("passed", "failed"):
            step = Step(
                keyword="When",
                text=f'Ada types "{PASSWORD}"',
                status=status,
                error=Failure(message=text, details=text) if status == "failed" else None,
                evidence=Evidence(
                    pictures=tuple(
                        Picture(path=path, actor=picture.actor, title=picture.title, url=picture.url)
                        for picture in evidence.pictures
                    ),
                    console=evidence.console,
                    traffic=evidence.traffic,
                    journal=evidence.journal,
                    accessibility=evidence.accessibility,
                ),
                table=(("password",), (PASSWORD,)),
                docstring=text,
            )
            recorder.step_finished(one.id, 1, step)
        recorder.scenario_finished(one.id, 1, "failed", 5, Failure(message=text, details=text))
        recorder.run_finished()
    summary = write(folder, also=["allure"])
    made = {str(file.relative_to(folder)): file for file in folder.rglob("*") if file.is_file()}
    assert made.keys() >= OUTPUTS
    assert any(name.startswith("allure-results/") for name in made)
    shown = {
        name: unpacked(file.read_bytes().decode("utf-8", "replace"))
        for name, file in made.items()
        if file.suffix not in (".jpg", ".webp")
    }
    shown["the terminal"] = "\n".join(summary.lines)
    forms = {secret: _forms(secret) for secret in SECRETS}
    found = {
        (name, secret)
        for name, content in shown.items()
        for secret in SECRETS
        if any(f in content for f in forms[secret])
    }
    assert found == set()
    assert load(folder).scenarios[0].error == Failure(
        message="typed *** then *** and got ***", details="typed *** then *** and got ***"
    )


def _forms(secret: str) -> tuple[str, ...]:
    """The secret as it is, and as JSON, HTML and Markdown would have it; of a long one, any longer piece."""
    words = re.split(r"\W+", secret)
    return (
        secret,
        secret.replace('"', '\\"'),
        secret.replace("&", "&amp;"),
        *(word for word in words if len(word) > 8),
    )
