"""A new scenario in both editions: where it goes, how it reads, what is refused, and that both are written or none."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from deskproof.steps.gherkin.bind_check.check import Definition, check
from deskproof.steps.gherkin.skeleton import (
    Destination,
    NewScenario,
    NewStep,
    Refusal,
    Skeleton,
    Texts,
    skeleton,
    write_all,
)
from deskproof.steps.gherkin.vocabulary.sentences import Sentence
from tests.steps.conftest import WriteFeatures

ENGLISH = """Feature: Doors

  Rule: Doors open

    @AD-001
    Scenario: It opens
      Given Ada is here
      When Ada knocks
      Then Ada is in

  # About locks.
  @AD-002
  Rule: Doors lock

    Scenario: It locks
      Given Ada is here
      When Ada knocks
      Then Ada is in
"""
SWEDISH = """# language: sv
Egenskap: Dörrar

  Regel: Dörrar öppnas

    @AD-001
    Scenario: Den öppnas
      Givet att Ada är här
      När Ada knackar
      Så är Ada inne

  # Om lås.
  @AD-002
  Regel: Dörrar låses

    Scenario: Den låses
      Givet att Ada är här
      När Ada knackar
      Så är Ada inne
"""
NEW = NewScenario(
    claims=("AD-001",),
    title=Texts("It opens twice", "Den öppnas två gånger"),
    steps=(
        NewStep(kind="given", texts=Texts("Ada is here", "Ada är här")),
        NewStep(kind="when", texts=Texts("Ada knocks", "Ada knackar")),
        NewStep(kind="when", texts=Texts("Bo knocks", "Bo knackar")),
        NewStep(kind="then", texts=Texts("Ada is in", "Ada är inne")),
        NewStep(kind="then", texts=Texts("Bo is in", "Bo är inne")),
    ),
)
FIRST = Destination(feature="1", rule="open")


def defined(kind: str, en: str, sv: str) -> list[Definition]:
    def step(person: str) -> None:
        raise AssertionError(person)

    type_ = {"given": "given", "when": "when", "then": "then"}[kind]
    sentences = (Sentence(en, "en", type_), Sentence(sv, "sv", type_))  # type: ignore[arg-type]  # one of the three
    return [
        Definition(kind=kind, sentence=sentence.name, function=step, parser=sentence, path="steps/a.py", line=1)
        for sentence in sentences
    ]


DEFINITIONS = (
    *defined("given", "{person} is here", "{person} är här"),
    *defined("when", "{person} knocks", "{person} knackar"),
    *defined("then", "{person} is in", "{person} är inne"),
)


@pytest.fixture
def folder(write_features: WriteFeatures) -> Path:
    return write_features(**{"01_doors": ENGLISH, "sv/01_doors": SWEDISH})


def made(folder: Path, place: Destination = FIRST, new: NewScenario = NEW) -> Skeleton:
    return skeleton(folder, place, new, DEFINITIONS)


def refused(folder: Path, place: Destination = FIRST, new: NewScenario = NEW) -> str:
    before = {file: file.read_bytes() for file in folder.rglob("*.feature")}
    with pytest.raises(Refusal) as refusal:
        made(folder, place, new)
    assert {file: file.read_bytes() for file in folder.rglob("*.feature")} == before
    return str(refusal.value)


def test_it_goes_to_the_end_of_the_rule_in_both_editions(folder: Path) -> None:
    files = made(folder).files
    assert files[folder / "01_doors.feature"] == ENGLISH.replace(
        "\n  # About locks.",
        "\n    @AD-001\n    Scenario: It opens twice\n      Given Ada is here\n      When Ada knocks\n"
        "      And Bo knocks\n      Then Ada is in\n      And Bo is in\n\n  # About locks.",
    )
    assert files[folder / "sv" / "01_doors.feature"] == SWEDISH.replace(
        "\n  # Om lås.",
        "\n    @AD-001\n    Scenario: Den öppnas två gånger\n      Givet att Ada är här\n      När Ada knackar\n"
        "      Och Bo knackar\n      Så är Ada inne\n      Och Bo är inne\n\n  # Om lås.",
    )


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (FIRST, 12),
        (Destination(feature="1", rule="Doors lock"), 21),
        (Destination(feature="1", new_rule=Texts("New", "Ny")), 23),
    ],
    ids=["first", "last", "new"],
)
def test_what_is_written_is_accepted_and_is_at_the_place_it_names(folder: Path, place: Destination, line: int) -> None:
    skeleton = made(folder, place)
    write_all(skeleton.files)
    assert skeleton.places == (f"features/01_doors.feature:{line}", f"features/sv/01_doors.feature:{line + 1}")
    checked = check(folder, DEFINITIONS)
    assert checked.findings == ()
    there = {f"{scenario.path}:{scenario.template_line}": scenario.template for scenario in checked.scenarios}
    assert [there[place] for place in skeleton.places] == list(NEW.title)


def test_only_what_has_no_definition_is_left_to_be_written(folder: Path) -> None:
    waits = NewStep(kind="when", texts=Texts("Ada waits", "Ada väntar"))
    skeleton = made(folder, new=replace(NEW, steps=(*NEW.steps[:1], waits, *NEW.steps[3:])))
    assert skeleton.undefined == (waits,)
    write_all(skeleton.files)
    assert [finding.undefined for finding in check(folder, DEFINITIONS).findings] == [True, True]


def test_a_feature_without_rules_gets_it_at_its_end(write_features: WriteFeatures) -> None:
    english = "Feature: A\n\n  @AD-001\n  Scenario: B\n    Given Ada is here\n    When Ada knocks\n    Then Ada is in"
    swedish = "# language: sv\nEgenskap: A\n\n  @AD-001\n  Scenario: B\n    Givet Ada är här\n    När Ada knackar\n"
    folder = write_features(a=english, **{"sv/a": swedish + "    Så är Ada inne\n\n\n"})
    files = made(folder, Destination(feature="a")).files
    assert files[folder / "a.feature"].startswith(f"{english}\n\n  @AD-001\n  Scenario: It opens twice\n    Given ")
    assert "    Så är Ada inne\n\n  @AD-001\n" in files[folder / "sv" / "a.feature"]
    assert refused(folder, Destination(feature="a", rule="x")) == (
        "a.feature has no rules, and 'x' cannot be found there; name a rule, or a new one."
    )


def test_a_new_feature_gets_the_next_number_and_its_language(folder: Path) -> None:
    skeleton = made(folder, Destination(new_feature=Texts("Windows & blinds", "Fönster och persienner")))
    assert skeleton.places == ("features/02_windows_blinds.feature:4", "features/sv/02_windows_blinds.feature:5")
    write_all(skeleton.files)
    assert check(folder, DEFINITIONS).findings == ()
    swedish = (folder / "sv" / "02_windows_blinds.feature").read_text(encoding="utf-8")
    assert swedish.startswith("# language: sv\nEgenskap: Fönster och persienner\n\n  @AD-001\n  Scenario: Den öppnas")


@pytest.mark.parametrize(
    ("given", "then", "reads"),
    [
        ("att Ada är här", "är Ada inne", ("Givet att Ada är här", "Så är Ada inne")),
        ("Ada är här", "dörren är öppen", ("Givet att Ada är här", "Så dörren är öppen")),
        ("Ada är här", "Ada vinkar glatt", ("Givet att Ada är här", "Så vinkar Ada glatt")),
        ("Ada är här", "Ada vinkar", ("Givet att Ada är här", "Så vinkar Ada")),
        ("Ada är inte här", "Ada vinkar", ("Givet att Ada inte är här", "Så vinkar Ada")),
        ("Ada är här", "Ada ser Bo, som är inne", ("Givet att Ada är här", "Så ser Ada Bo, som är inne")),
    ],
    ids=["as after its keyword", "another subject", "not defined", "short", "not", "another verb"],
)
def test_swedish_reads_as_its_keyword_wants(folder: Path, given: str, then: str, reads: tuple[str, str]) -> None:
    steps = (
        NewStep(kind="given", texts=Texts("Ada is here", given)),
        NewStep(kind="when", texts=Texts("Ada knocks", "Ada knackar")),
        NewStep(kind="then", texts=Texts("Ada is in", then)),
    )
    known = (*DEFINITIONS, *defined("then", "the role Guard is chosen", "rollen Vakt är vald"))
    lines = (
        skeleton(folder, FIRST, replace(NEW, steps=steps), known).files[folder / "sv" / "01_doors.feature"].splitlines()
    )
    assert (lines[13].strip(), lines[15].strip()) == reads


def test_a_longer_subject_is_known_from_its_definition(folder: Path) -> None:
    chosen = NewStep(kind="then", texts=Texts("the role Guard is chosen", "rollen Vakt är vald"))
    known = (*DEFINITIONS, *defined("then", *chosen.texts))
    made = skeleton(folder, FIRST, replace(NEW, steps=(NEW.steps[1], chosen)), known)
    assert "\n      Så är rollen Vakt vald\n" in made.files[folder / "sv" / "01_doors.feature"]


def test_line_endings_and_letters_of_the_file_stay_as_they_are(folder: Path) -> None:
    decomposed = ENGLISH.replace("Doors open", "Do\u0308rrs open").replace("\n", "\r\n")
    (folder / "01_doors.feature").write_bytes(decomposed.encode())
    text = made(folder).files[folder / "01_doors.feature"]
    assert "Do\u0308rrs open" in text
    assert text.count("\r\n") == text.count("\n") == ENGLISH.count("\n") + 8


@pytest.mark.parametrize("named", ["1", "01", "01_doors", "01_doors.feature", "features/sv/01_doors.feature"])
def test_a_feature_is_named_by_number_name_or_file(folder: Path, named: str) -> None:
    assert made(folder, Destination(feature=named, rule="open")).places[0] == "features/01_doors.feature:12"


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (
            Destination(feature="7"),
            "There is no feature '7' in features/; there are '01_doors'. Name one of them, or a new one.",
        ),
        (
            Destination(feature="²"),
            "There is no feature '²' in features/; there are '01_doors'. Name one of them, or a new one.",
        ),
        (
            Destination(feature="1"),
            "01_doors.feature has the rules 'Doors open', 'Doors lock'; name a rule, or a new one.",
        ),
        (
            Destination(feature="1", rule="Doors"),
            (
                "01_doors.feature has the rules 'Doors open', 'Doors lock', and 'Doors' fits several of them; name "
                "a rule, or a new one."
            ),
        ),
        (
            Destination(feature="1", rule="burn"),
            (
                "01_doors.feature has the rules 'Doors open', 'Doors lock', and 'burn' is not one of them; name "
                "a rule, or a new one."
            ),
        ),
        (
            Destination(new_feature=Texts("Doors", "Dörrar")),
            "The feature 01_doors exists already; name it instead of a new feature.",
        ),
        (
            Destination(new_feature=Texts("¡!", "!")),
            "'¡!' has no letters to name a file by; write the English title with letters.",
        ),
        (
            Destination(feature="1", new_rule=Texts("Doors\nburn", "Dörrar")),
            "'Doors\\nburn' has a line break; write a title, a rule or a step on one line.",
        ),
        (
            Destination(feature="1", new_rule=Texts("Doors burn", " ")),
            "A title, a rule or a step is blank; write it in both languages.",
        ),
    ],
    ids=["feature", "sign", "no rule", "several", "no such rule", "feature again", "no name", "line break", "blank"],
)
def test_a_place_that_is_not_there_is_refused(folder: Path, place: Destination, sentence: str) -> None:
    assert refused(folder, place) == sentence


def test_an_unknown_claim_is_refused(folder: Path) -> None:
    assert refused(folder, new=replace(NEW, claims=("AD-001", "AD-003"))) == (
        "AD-003 is not a claim of features/claims.toml, which has AD-001 to AD-002; add it there, or check the number."
    )


@pytest.mark.parametrize(
    ("title", "begins"),
    [
        (Texts("It opens", "Den öppnas igen"), "features/01_doors.feature:12: has the name 'It opens' of the scenario"),
        (Texts("It opens again", "Den öppnas"), "features/sv/01_doors.feature:13: has the name 'Den öppnas' of"),
        (Texts("It opens <times>", "Den öppnas"), "features/01_doors.feature:12: nothing fills <times>"),
        (Texts("It\u200bopens", "Den öppnas igen"), "features/01_doors.feature:12: has "),
    ],
    ids=["taken", "taken in Swedish", "placeholder", "unseen"],
)
def test_what_the_bind_check_would_refuse_is_refused(folder: Path, title: Texts, begins: str) -> None:
    sentence = refused(folder, new=replace(NEW, title=title))
    assert sentence.startswith(begins)
    assert sentence.endswith(" Nothing was written; the line number includes the new scenario.")


def test_without_a_swedish_edition_it_is_refused(folder: Path) -> None:
    (folder / "sv" / "01_doors.feature").unlink()
    assert refused(folder) == (
        "features/sv/01_doors.feature does not exist; both editions are needed, so write it first."
    )


def test_an_edition_that_cannot_be_read_is_refused(folder: Path) -> None:
    (folder / "sv" / "01_doors.feature").write_text("# language: sv\nFeature: A\n", encoding="utf-8")
    assert refused(folder).startswith("features/sv/01_doors.feature:2: a feature file cannot have")


def test_editions_with_other_rules_are_refused(folder: Path) -> None:
    (folder / "sv" / "01_doors.feature").write_text(SWEDISH.partition("  # Om")[0], encoding="utf-8")
    assert refused(folder) == (
        "01_doors.feature has 2 rules in English and 1 in Swedish; bring the two editions together first."
    )


def test_what_was_wrong_before_does_not_keep_from_writing(folder: Path) -> None:
    (folder / "zz.feature").write_text("Feature: Other\n\n  Scenario: No claim\n    Given Ada is here\n")
    assert made(folder).places[0] == "features/01_doors.feature:12"


def test_when_one_file_cannot_be_written_the_other_stays_as_it_was(tmp_path: Path) -> None:
    first, new, blocked = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    first.write_bytes(b"before\r\n")
    (blocked / "in the way").mkdir(parents=True)
    with pytest.raises(OSError, match="c"):
        write_all({first: "after", new: "after", blocked: "after"})
    assert first.read_bytes() == b"before\r\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "c"]


def test_an_interruption_between_the_two_files_leaves_both_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_text("before")

    def replace_first(source: Path, target: Path, *, real: Callable[[Path, Path], None] = os.replace) -> None:
        if target == second:
            raise KeyboardInterrupt
        real(source, target)

    monkeypatch.setattr(os, "replace", replace_first)
    with pytest.raises(KeyboardInterrupt):
        write_all({first: "after", second: "after"})
    assert first.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
