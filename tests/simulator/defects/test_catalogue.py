"""The catalogue of named defects: what it takes, and that every entry fits the source and the claims."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from deskproof.simulator.defects import (
    AnswerDefect,
    BadCatalogue,
    Defect,
    FrameDefect,
    ScriptDefect,
    SourceDefect,
    all_defects,
    changed_text,
    load_defects,
    source_defects,
)

ROOT = Path(__file__).parents[3]
ABOUT = """
[[defect]]
name = "late"
en = "It comes late."
sv = "Det kommer sent."
claims = ["AD-001"]
"""
GOOD = f"""{ABOUT}
file = "app.py"
find = "a"
replace = "b"
"""
SAID: dict[str, Any] = {
    "name": "late", "en": "It comes late.", "sv": "Det kommer sent.", "claims": ("AD-001",)
}  # fmt: skip


def test_an_entry_is_a_defect(tmp_path: Path) -> None:
    (tmp_path / "some.toml").write_text(GOOD, encoding="utf-8")
    assert load_defects(tmp_path) == {
        "late": SourceDefect(
            name="late",
            en="It comes late.",
            sv="Det kommer sent.",
            claims=("AD-001",),
            file="app.py",
            find="a",
            replace="b",
        )
    }


@pytest.mark.parametrize(
    ("text", "defect", "change"),
    [
        (
            (
                'answer = "teams"\nset = { "data.*.name" = "Sales", "n" = [1] }\n'
                'null = ["id"]\nremove = ["a"]\nstatus = 201'
            ),
            AnswerDefect(
                **SAID, answer="teams", set={"data.*.name": "Sales", "n": [1]}, null=("id",), remove=("a",), status=201
            ),
            ["answer", "teams", {"data.*.name": "Sales", "n": [1], "id": None}, ["a"], 201],
        ),
        (
            'frame = "AgentSignedIn"\nremove = ["data.dn"]',
            FrameDefect(**SAID, frame="AgentSignedIn", remove=("data.dn",)),
            ["frame", "AgentSignedIn", {}, ["data.dn"], None],
        ),
        (
            'frame = "mobius.call"\nsent = "twice"',
            FrameDefect(**SAID, frame="mobius.call", sent="twice"),
            ["frame", "mobius.call", {}, [], "twice"],
        ),
        (
            'script = "**/main-*.js"\nfind = "a"\nreplace = ""',
            ScriptDefect(**SAID, script="**/main-*.js", find="a", replace=""),
            ["script", "a", ""],
        ),
    ],
    ids=["answer", "frame", "frame twice", "script"],
)
def test_a_defect_may_be_outside_of_the_source(tmp_path: Path, text: str, defect: Defect, change: list[Any]) -> None:
    (tmp_path / "some.toml").write_text(f"{ABOUT}{text}\n", encoding="utf-8")
    assert load_defects(tmp_path) == {"late": defect}
    assert defect.change == change


def test_a_project_has_defects_beside_ours(tmp_path: Path) -> None:
    (tmp_path / "some.toml").write_text(GOOD, encoding="utf-8")
    assert list(all_defects(tmp_path)) == [*all_defects(), "late"]
    taken = next(iter(all_defects()))
    (tmp_path / "some.toml").write_text(GOOD.replace('"late"', f'"{taken}"'), encoding="utf-8")
    with pytest.raises(BadCatalogue, match=f"the name {taken} is taken by a defect of Deskproof; choose another"):
        all_defects(tmp_path)
    with pytest.raises(BadCatalogue, match="nowhere is not a folder; name one with files of defects"):
        all_defects(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[defect]", r"^some\.toml is not TOML: .*; correct that line\.$"),
        (GOOD.replace("en =", "eng ="), r"^some\.toml: defect\.0\.en: Field required; correct the entry\.$"),
        (GOOD + 'when = "now"\n', r"^some\.toml: defect\.0\.when: Extra inputs .*; correct the entry\.$"),
        (GOOD.replace("AD-001", "ad-1"), r"^some\.toml: defect\.0\.claims\.0: .*; correct the entry\.$"),
        (GOOD.replace('"late"', '"Too late"'), r"^some\.toml: defect\.0\.name: .*; correct the entry\.$"),
        ("defect = 1", r"^some\.toml has no defect; expected entries that begin with \[\[defect\]\]\.$"),
        ("", r"^some\.toml has no defect; "),
        ("defects = []", r"^some\.toml: defects is unknown; expected entries that begin with \[\[defect\]\]\.$"),
        (
            GOOD.replace("file =", "path ="),
            r"^some\.toml: defect\.0: expected one of file, answer, frame, script, seen none of them; correct",
        ),
        (GOOD + 'script = "*.js"\n', r"^some\.toml: defect\.0: expected one of .*, seen file and script; correct"),
        (
            ABOUT + 'answer = "teams"\n',
            r"^some\.toml: defect\.0: it changes nothing; give set, null, remove or status; ",
        ),
        (ABOUT + 'answer = "teams"\nstatus = 700\n', r"^some\.toml: defect\.0\.status: "),
        (ABOUT + 'answer = "teams"\nremove = ["a..b"]\n', r"^some\.toml: defect\.0\.remove\.0: "),
        (ABOUT + 'answer = "teams"\nset = {"a" = 2026-01-15}\n', r"^some\.toml: defect\.0\.set\.a: "),
        (ABOUT + 'answer = "teams"\nreplace = "b"\n', r"^some\.toml: defect\.0\.replace: Extra inputs"),
        (ABOUT + 'frame = "Logout"\n', r"^some\.toml: defect\.0: give either sent or set, null and remove; correct"),
        (ABOUT + 'frame = "Logout"\nsent = "never"\nnull = ["a"]\n', r"^some\.toml: defect\.0: give either sent or"),
        (ABOUT + 'frame = "Logout"\nsent = "late"\n', r"^some\.toml: defect\.0\.sent: "),
        (ABOUT + 'script = "*.js"\nfind = ""\nreplace = "b"\n', r"^some\.toml: defect\.0\.find: "),
        (GOOD + GOOD, r"^some\.toml: the name late is taken; choose another\.$"),
    ],
)
def test_a_bad_catalogue_is_refused(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "some.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadCatalogue, match=sentence):
        load_defects(tmp_path)


@pytest.mark.parametrize("defect", source_defects().values(), ids=lambda item: item.name)
def test_it_fits_the_source_and_leaves_python_that_can_be_read(defect: SourceDefect) -> None:
    changed = changed_text(defect)
    if defect.file.endswith(".py"):
        compile(changed, defect.file, "exec")


def test_every_claim_that_can_be_proven_is_broken_by_a_defect() -> None:
    with (ROOT / "features" / "claims.toml").open("rb") as file:
        claims = tomllib.load(file)["claims"]
    provable = {id_ for id_, claim in claims.items() if claim["kind"] != "definition"}
    assert {claim for defect in source_defects().values() for claim in defect.claims} == provable


def test_the_shipped_defects_are_told_in_both_languages_and_those_of_a_project_in_english_at_least(
    tmp_path: Path,
) -> None:
    assert [name for name, defect in all_defects().items() if defect.sv == defect.en] == []
    (tmp_path / "some.toml").write_text(GOOD.replace('sv = "Det kommer sent."', ""), encoding="utf-8")
    assert load_defects(tmp_path)["late"].sv == "It comes late."
