"""Scripts of days: what they may say, and the sentence for what they may not."""

from pathlib import Path
from typing import Any

import pytest

from deskproof.simulator.control.client import TenantControl
from deskproof.simulator.server import Server
from deskproof.steps.day.script import ScriptError, example, read_script, require_fit

AGENT = '[[agents]]\nperson = "bo"\ndial_number = "+12015550148"\n'
CUSTOMERS = '[[customers]]\ncalls = "support"\nper_minute = 1\n'


def written(folder: Path, text: str) -> Path:
    file = folder / "day.toml"
    file.write_text(text, encoding="utf-8")
    return file


def configuration(simulator: Server) -> Any:
    with simulator.control() as control:
        tenant: TenantControl = control.create_tenant()
        try:
            return tenant.configuration()
        finally:
            tenant.close()


def test_the_example_can_be_read_and_fits_the_standard_tenant(simulator: Server, tmp_path: Path) -> None:
    file = written(tmp_path, example())
    day = read_script(file)
    require_fit(day, configuration(simulator), file)
    assert [agent.person for agent in day.agents] == ["bo", "lars"]
    assert day.agents[0].talks_for_seconds == (30.0, 90.0)
    assert day.customers[1].gives_up_after_seconds == (120.0, 120.0)
    assert day.begins is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("minutes = ", "is not TOML in UTF-8"),
        ("", ": minutes is missing; write a number of minutes above 0, up to 1440."),
        ("minutes = 0", ": minutes is 0; write a number of minutes above 0, up to 1440."),
        ("minutes = 1441", ": minutes is 1441; write a number of minutes above 0, up to 1440."),
        ("minutes = nan", ": minutes is nan; write a number of minutes above 0, up to 1440."),
        ("minutes = true", ": minutes is true; write a number of minutes above 0, up to 1440."),
        ("minutes = 1\nseed = 1.5", ": seed is 1.5; write a whole number."),
        ("minutes = 1\nspeed = 0", ': speed is 0; write a number above 0, up to 1000, or "fastest".'),
        ('minutes = 1\nspeed = "fast"', ': speed is "fast"; write a number above 0, up to 1000, or "fastest".'),
        (
            "minutes = 1\nbegins = 2026-11-30T08:00:00",
            ": begins is 2026-11-30 08:00:00; write an instant with its zone, such as 2026-11-30T08:00:00Z.",
        ),
        ("minutes = 1\nagents = 3", ": agents is 3; write tables [[agents]]."),
        ("minutes = 1\nagents = [3]", ": [[agents]] 1 is 3; write a table."),
        (
            "minutes = 1\nhours = 2",
            ": hours does not exist; write one of minutes, seed, speed, begins, agents, phones, customers.",
        ),
        (
            f"minutes = 1\n{AGENT}answers_in_seconds = [6, 2]",
            ": answers_in_seconds of [[agents]] 1 is [6, 2]; write a number of seconds up to 86400, or the least and",
        ),
        (f"minutes = 1\n{AGENT}answers = 2", ": answers of [[agents]] 1 is 2; write a number from 0 (never) to 1"),
        ("minutes = 1\n[[phones]]", ": person of [[phones]] 1 is missing; write a text in quotation marks."),
        (
            "minutes = 1\n[[phones]]\nperson = 'ada'\nnumber = '+1'",
            ": number of [[phones]] 1 does not exist; write one of person, answers_in_seconds.",
        ),
        (
            f"minutes = 1\n{AGENT}extension = '12'",
            ": [[agents]] 1 has not exactly one of dial_number and extension; write one, and leave the other out.",
        ),
        (
            f"minutes = 1\n{CUSTOMERS}writes = 'chat'",
            ": [[customers]] 1 has not exactly one of calls, dials and writes; write one, and leave the others out.",
        ),
        (
            f"minutes = 1\n{CUSTOMERS}until_minute = 2",
            ": until_minute of [[customers]] 1 is 2; write a number up to minutes, which is 1.",
        ),
        (
            f"minutes = 1\n{CUSTOMERS}from_minute = 1",
            ": from_minute of [[customers]] 1 is 1; write a number below its end, which is 1.",
        ),
        (
            f"minutes = 1\n{AGENT}[[phones]]\nperson = 'bo'",
            ': person of [[phones]] 1 is "bo", as of [[agents]] 1; name each person once.',
        ),
    ],
)
def test_what_is_wrong_is_one_sentence_with_its_key(text: str, sentence: str, tmp_path: Path) -> None:
    file = written(tmp_path, text)
    with pytest.raises(ScriptError) as refused:
        read_script(file)
    assert str(refused.value).startswith(str(file))
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_is_missing_or_no_text_is_one_sentence(tmp_path: Path) -> None:
    missing = tmp_path / "demo.toml"
    with pytest.raises(ScriptError) as refused:
        read_script(missing)
    assert str(refused.value) == (
        f"There is no script {missing}; begin one with 'deskproof serve --example-script > {missing}'."
    )
    with pytest.raises(ScriptError, match="cannot be read"):
        read_script(tmp_path)
    missing.write_bytes(b"\xff")
    with pytest.raises(ScriptError, match="is not TOML in UTF-8"):
        read_script(missing)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "[[agents]]\nperson = 'eve'\nextension = '12'",
            'person of [[agents]] 1 is "eve"; the tenant has ada, bo, lars',
        ),
        ("[[agents]]\nperson = 'signe'\nextension = '12'", 'person of [[agents]] 1 is "signe"; the tenant has ada'),
        (f"{AGENT}team = 'sales'", 'team of [[agents]] 1 is "sales"; the tenant has support.'),
        ("[[phones]]\nperson = 'eve'", 'person of [[phones]] 1 is "eve"; the tenant has ada, bo, signe'),
        (
            "[[customers]]\ncalls = 'chat'\nper_minute = 1",
            'calls of [[customers]] 1 is "chat"; the tenant has support, sales, returns.',
        ),
        (
            "[[customers]]\nwrites = 'support'\nper_minute = 1",
            'writes of [[customers]] 1 is "support"; the tenant has chat, email, social.',
        ),
        (
            "[[customers]]\ndials = '+12015550191'\nper_minute = 1",
            'dials of [[customers]] 1 is "+12015550191"; the tenant has +12015550190.',
        ),
    ],
)
def test_what_the_tenant_lacks_is_one_sentence(text: str, sentence: str, simulator: Server, tmp_path: Path) -> None:
    file = written(tmp_path, f"minutes = 1\n{text}")
    with pytest.raises(ScriptError) as refused:
        require_fit(read_script(file), configuration(simulator), file)
    assert str(refused.value).startswith(f"{file}: {sentence}")
