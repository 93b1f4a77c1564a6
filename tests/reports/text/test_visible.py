"""Nothing from outside acts on a terminal, hides, or turns text round: in a text, and in every output of a run."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskproof.reports.gate import Evaluation, Verdict, Words
from deskproof.reports.outputs import workflow_commands, write
from deskproof.reports.record import Failure, Recorder, RunInfo, Scenario, Step, scenario_id
from deskproof.reports.text.visible import as_json, visible, within
from tests.reports.html.unpacked import unpacked
from tests.reports.invented import HOSTILE, Clock, full_evidence

CONTROLS = "".join(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n")
DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
SHOWING = ("lines", "github", "junit.xml", "ctrf.json", "messages.ndjson", "summary.md", "packed", "run.json")
WRITTEN = (".json", ".ndjson", ".xml", ".md", ".html", ".properties", ".csv", ".txt")
INVISIBLE = "\u200b\u2060\ufeff\u2028\u2029"


def harmful(text: str) -> set[str]:
    """The characters of `text` that may not reach a terminal."""
    return {char for char in text if char in CONTROLS + DIRECTIONS + INVISIBLE or unicodedata.category(char) == "Cs"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ada signs in", "Ada signs in"),
        ("Å, ß, 日本, 👩\u200d💻, a\u00a0b", "Å, ß, 日本, 👩\u200d💻, a\u00a0b"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("two\r\nlines", "two\nlines"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\0\x07\x08\r\x7f", "␀␇␈␍␡"),
        ("\x85\x9b2J", "\\x85\\x9b2J"),
        ("abc\u202ecba", "abc\\u202ecba"),
        ("\ufeffAda\u2028", "\\ufeffAda\\u2028"),
        (b"caf\xe9.feature".decode("utf-8", "surrogateescape"), "caf\\udce9.feature"),
    ],
)
def test_what_acts_is_shown_and_everything_else_stays(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert visible(shown) == shown


@given(st.text(st.characters(categories=None)))
def test_no_text_is_harmful_once_it_is_visible(text: str) -> None:
    assert harmful(visible(text)) == set()
    assert harmful(visible(text, colours=True)) <= {"\x1b"}
    assert harmful(as_json({"text": text})) == set()
    assert harmful(str(within([{"a": (text, 1)}]))) == set()


@given(st.text(st.characters(categories=None)))
def test_json_is_read_as_it_was_meant(text: str) -> None:
    assert json.loads(as_json([text])) == [text]
    assert json.loads(as_json({"a": text}, indent=1)) == {"a": text}


def test_of_a_terminal_s_codes_only_colours_may_stay() -> None:
    assert visible("\x1b[1;31mred\x1b[0m \x1b[2J\x1b]0;x\x07", colours=True) == "\x1b[1;31mred\x1b[0m ␛[2J␛]0;x␇"


def odd_scenario() -> Scenario:
    """A scenario that has hostile text wherever there is room for text."""
    return Scenario(
        id=scenario_id("features/odd.feature", HOSTILE, HOSTILE),
        feature=HOSTILE,
        rule=HOSTILE,
        name=HOSTILE,
        language="en",
        tags=(f"@{HOSTILE}",),
        claims=("AD-001",),
        path=f"features/{HOSTILE}.feature",
        line=3,
        example=HOSTILE,
        steps=(),
    )


def test_no_output_of_a_run_has_a_control_character(tmp_path: Path) -> None:

    run = tmp_path / "run"
    with Recorder(run, now=Clock()) as recorder:
        recorder.run_started(RunInfo(id="2026-01-15T09-00-00Z", command=f"deskproof run {HOSTILE}", branch=HOSTILE))
        one = odd_scenario()
        recorder.scenarios_planned((one.id,), suite=1)
        recorder.scenario_started(one)
        error = Failure(message=HOSTILE, details=f"{HOSTILE}\n{HOSTILE}")
        step = Step(
            keyword="Given",
            text=HOSTILE,
            status="failed",
            error=error,
            table=((HOSTILE,),),
            docstring=HOSTILE,
            evidence=full_evidence(recorder),
        )
        recorder.step_finished(one.id, 1, step)
        recorder.scenario_finished(one.id, 1, "failed", 12.0, error)
        recorder.run_finished(f"stopped: {HOSTILE}")
    odd = Words(en=HOSTILE, sv=HOSTILE)
    evaluation = Evaluation(verdict=Verdict(decision="open", headline=odd, rulings=()), day=Clock()().date())
    summary = write(run, gate=lambda *_: evaluation, also=["allure"], history=tmp_path / "history.db")

    page = summary.report.read_text(encoding="utf-8")
    texts = {
        "lines": "\n".join(summary.lines),
        "github": "\n".join(workflow_commands(summary.run)),
        "packed": unpacked(page),
        **{file.name: file.read_text(encoding="utf-8") for file in run.rglob("*") if file.suffix in WRITTEN},
    }
    assert {"gate.json", "environment.properties", *SHOWING} <= set(texts)
    assert {name: harmful(text) for name, text in texts.items() if harmful(text)} == {}
    assert {name for name in SHOWING if "␛" not in texts[name]} == set()
    assert all("\n" not in line for line in summary.lines)
