"""approvals.toml: what is written, what is read, and how it refuses."""

import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from deskproof.reports.review.approvals import Approvals, BadApprovals, ReviewDecision, decide, load
from deskproof.reports.review.binding import Binding
from tests.reports.invented import HOSTILE

YES = ReviewDecision(
    word="approved",
    by="Maria Holm",
    at=datetime(2026, 1, 15, 9, 0, tzinfo=UTC),
    name="Dial Number signs in",
    bound=Binding(text="0123456789abcdef", pictures=("1280x900:abc", "1280x900:def")),
)
NO = replace(YES, word="change asked", comment="The hint is hard to read.\nPlease mend it.")
CLAIM = replace(YES, bound=Binding(text="ff"), scenarios={"b": YES.bound, "a": Binding(text="ee")})
WRITTEN = """\
# Who has approved which claim and which scenario, or requested a change. `deskproof report --review` writes this file;
# it belongs in git. An approval lapses when the text or the pictures it was given for change (docs/review.md).

[claim.AD-001]
word = "approved"
by = "Maria Holm"
at = 2026-01-15T09:00:00Z
name = "Dial Number signs in"
text = "ff"
scenarios = [
    ["a", "ee"],
    ["b", "0123456789abcdef", "1280x900:abc", "1280x900:def"],
]

[scenario.signs-in-1]
word = "change asked"
by = "Maria Holm"
at = 2026-01-15T09:00:00Z
comment = "The hint is hard to read.\\nPlease mend it."
name = "Dial Number signs in"
text = "0123456789abcdef"
pictures = ["1280x900:abc", "1280x900:def"]
"""


def test_what_is_written_is_plain_sorted_and_read_again(tmp_path: Path) -> None:
    file = tmp_path / "approvals.toml"
    assert load(file) == Approvals()
    decide(file, "scenario", "signs-in-1", NO)
    decided = decide(file, "claim", "AD-001", CLAIM)
    assert file.read_text() == WRITTEN
    assert load(file) == decided == Approvals(claims={"AD-001": CLAIM}, scenarios={"signs-in-1": NO})


def test_a_decision_changes_its_own_lines_only_and_comments_stay(tmp_path: Path) -> None:
    file = tmp_path / "approvals.toml"
    file.write_text(WRITTEN.replace("[scenario", "# She asked me on the phone.\n[scenario"))
    decide(file, "scenario", "z-2", YES)
    text = file.read_text()
    assert text.startswith(WRITTEN.partition("[scenario")[0] + "# She asked me on the phone.\n[scenario.signs-in-1]\n")
    decide(file, "scenario", "z-2", None)
    decide(file, "scenario", "signs-in-1", YES)
    assert '# She asked me on the phone.\n[scenario.signs-in-1]\nword = "approved"' in file.read_text()
    assert load(file).scenarios == {"signs-in-1": YES}


def test_taking_out_what_is_not_there_does_no_harm(tmp_path: Path) -> None:
    assert decide(tmp_path / "approvals.toml", "claim", "AD-001", None) == Approvals()


def test_texts_that_mean_harm_are_texts(tmp_path: Path) -> None:
    file = tmp_path / "approvals.toml"
    harm = replace(YES, comment=HOSTILE.replace("\ud800", "") + '\n[scenario.x]\nword = "approved"\u2028', by='"""\\')
    decided = decide(file, "scenario", 'odd "id" [x]', harm)
    assert decided.scenarios.keys() == {'odd "id" [x]'}
    decide(file, "scenario", "signs-in-1", YES)
    assert load(file).scenarios == {'odd "id" [x]': harm, "signs-in-1": YES}


def test_writers_at_the_same_time_do_not_lose_each_others_decisions(tmp_path: Path) -> None:
    file = tmp_path / "approvals.toml"
    with ThreadPoolExecutor(max_workers=8) as pool:
        list(pool.map(lambda number: decide(file, "scenario", f"s-{number:02}", YES), range(40)))
    assert list(tomllib.loads(file.read_text())["scenario"]) == [f"s-{number:02}" for number in range(40)]
    assert [item.name for item in tmp_path.iterdir()] == ["approvals.toml"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[scenario\n", "is not TOML: expected ']' at the end of a table declaration (at line 1, column 10)"),
        (WRITTEN.replace('"change asked"', '"perhaps"'), "has scenario.signs-in-1.word = 'perhaps'; input should be"),
        (WRITTEN.replace('"change asked"', '"perhaps"'), "See line 16."),
        (WRITTEN.replace('by = "Maria Holm"', 'by = " "', 1), "has claim.AD-001.by = ' '"),
        (WRITTEN.replace('text = "ff"\n', ""), "lacks claim.AD-001.text; add it. See line 4."),
        (WRITTEN.replace("09:00:00Z", "09:00:00"), "has claim.AD-001.at = "),
        (WRITTEN.replace('["a", "ee"]', '["a"]'), "has claim.AD-001.scenarios[1] = ['a']; list should have at least 2"),
        (
            WRITTEN + 'mood = "good"\n',
            "has scenario.signs-in-1.mood, which nothing reads; check the spelling. See line 23.",
        ),
        ("[other]\n", "has other, which nothing reads"),
        (b"\xff", "should be a text file in UTF-8"),
    ],
)
def test_a_bad_file_is_one_sentence_and_stays_as_it_is(tmp_path: Path, text: str | bytes, said: str) -> None:
    file = tmp_path / "approvals.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(BadApprovals) as refusal:
        load(file)
    assert said in str(refusal.value)
    assert str(file) in str(refusal.value)
    with pytest.raises(BadApprovals):
        decide(file, "scenario", "b", YES)
    assert file.read_bytes() == (text if isinstance(text, bytes) else text.encode())


def test_a_file_whose_texts_look_like_tables_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "approvals.toml"
    odd = WRITTEN.replace('"The hint is hard to read.\\nPlease mend it."', '"""\n[scenario.x]\n"""')
    file.write_text(odd)
    assert load(file).scenarios["signs-in-1"].comment == "[scenario.x]\n"
    with pytest.raises(BadApprovals, match="cannot be extended"):
        decide(file, "scenario", "b", YES)
    assert file.read_text() == odd


def test_a_missing_folder_is_reported(tmp_path: Path) -> None:
    with pytest.raises(BadApprovals, match=r"cannot be written \(No such file or directory\)"):
        decide(tmp_path / "nowhere" / "approvals.toml", "claim", "AD-001", YES)
