"""quarantine.toml: what is read from it, and how it refuses."""

from datetime import date
from pathlib import Path

import pytest

from deskproof.reports.gate.quarantine import BadQuarantine, Quarantine, QuarantinedScenario, load

GOOD = """at_most = 2
[[scenario]]
id = "dial-number-0123456789"
owner = "Ada"
reason = "The list comes late."
expires = 2026-02-28
"""


def test_what_the_file_says(tmp_path: Path) -> None:
    (tmp_path / "quarantine.toml").write_text(GOOD)
    entry = QuarantinedScenario(
        scenario="dial-number-0123456789", owner="Ada", reason="The list comes late.", expires=date(2026, 2, 28)
    )
    found = load(tmp_path / "quarantine.toml")
    assert found == Quarantine(at_most=2, entries=(entry,))
    assert found.unknown(["another"]) == (entry,)
    assert found.unknown(found.ids) == ()


def test_no_file_is_an_empty_quarantine(tmp_path: Path) -> None:
    assert load(tmp_path / "quarantine.toml") == Quarantine(at_most=0, entries=())


def test_an_entry_counts_until_the_end_of_its_day() -> None:
    entry = QuarantinedScenario(scenario="a", owner="Ada", reason="late", expires=date(2026, 2, 28))
    assert not entry.expired(date(2026, 2, 28))
    assert entry.expired(date(2026, 3, 1))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("at_most = two", "is not TOML: invalid value (at line 1, column 11)"),
        (GOOD.replace("at_most = 2", ""), "lacks at_most; add it"),
        (GOOD.replace("at_most = 2", "at_most = -1"), "at_most = -1; input should be greater than or equal to 0"),
        (GOOD.replace('owner = "Ada"\n', ""), "lacks scenario[1].owner; add it"),
        (GOOD.replace('"Ada"', '" "'), "has scenario[1].owner = ' '; string should have at least 1 character"),
        (GOOD.replace("expires", "expiry"), "lacks scenario[1].expires; add it"),
        (GOOD.replace("2026-02-28", '"soon"'), "has scenario[1].expires = 'soon'; input should be a valid date"),
        (GOOD + 'note = "x"\n', "has scenario[1].note, which nothing reads; check the spelling."),
        (GOOD + GOOD.partition("\n")[2], "has dial-number-0123456789 twice"),
    ],
)
def test_a_bad_file_is_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "quarantine.toml"
    file.write_text(text)
    with pytest.raises(BadQuarantine) as refusal:
        load(file)
    assert said in str(refusal.value)
    assert str(file) in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_file_that_is_no_text_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "quarantine.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(BadQuarantine, match="text file in UTF-8"):
        load(tmp_path / "quarantine.toml")
