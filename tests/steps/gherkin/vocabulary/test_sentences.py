"""One function, two sentences, typed values; what cannot work is refused at import."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from deskproof.steps.gherkin.vocabulary import sentences as vocabulary
from deskproof.steps.gherkin.vocabulary.parameter_types import VocabularyError
from deskproof.steps.gherkin.vocabulary.sentences import Sentence, StepType, given, then, when
from deskproof.steps.gherkin.vocabulary.values import Availability, Language, Option, Role

pytest_plugins = ["pytester"]


@pytest.fixture(autouse=True)
def _own_register(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "_DEFINITIONS", [])


@pytest.mark.parametrize(
    ("language", "sentence", "text", "values"),
    [
        ("en", "{person} signs in", "Ada signs in", {"person": "Ada"}),
        ("en", "{person} calls {other}", "Ada calls Bo", {"person": "Ada", "other": "Bo"}),
        ("en", "the number is {number}", 'the number is "+1 (201)"', {"number": "+1 (201)"}),
        ("en", "the number is {number}", 'the number is ""', {"number": ""}),
        ("en", "choose {option}", "choose Dial Number", {"option": Option.DIAL_NUMBER}),
        ("sv", "välj {option}", "välj Uppringningsnummer", {"option": Option.DIAL_NUMBER}),
        ("en", "shows {options}", "shows Desktop", {"options": (Option.DESKTOP,)}),
        (
            "en",
            "shows {options}",
            "shows Dial Number, Extension and Desktop",
            {"options": (Option.DIAL_NUMBER, Option.EXTENSION, Option.DESKTOP)},
        ),
        ("sv", "visar {options}", "visar Anknytning och Skrivbord", {"options": (Option.EXTENSION, Option.DESKTOP)}),
        ("en", "as {role}", "as Supervisor", {"role": Role.SUPERVISOR}),
        ("en", "as {role}", "as Supervisor and Agent", {"role": Role.SUPERVISOR_AND_AGENT}),
        ("sv", "som {role}", "som Arbetsledare och agent", {"role": Role.SUPERVISOR_AND_AGENT}),
        ("en", "is {availability}", "is Idle", {"availability": Availability.IDLE}),
        ("sv", "är {availability}", "är Passiv", {"availability": Availability.IDLE}),
        ("en", "{duration} pass", "15 minutes pass", {"duration": 900}),
        ("sv", "det går {duration}", "det går 1 timme", {"duration": 3600}),
        ("en", "{count} teams", "12 teams", {"count": 12}),
    ],
)
def test_a_sentence_gives_typed_values(language: Language, sentence: str, text: str, values: dict[str, object]) -> None:
    parser = Sentence(sentence, language)
    assert parser.is_matching(text)
    assert parser.parse_arguments(text) == values


@pytest.mark.parametrize(
    ("type_", "sentence", "text"),
    [
        ("given", "{person} är inloggad", "Ada är inloggad"),
        ("given", "{person} är inloggad", "att Ada är inloggad"),
        ("then", "{person} ser inte längre {option}", "ser Ada inte längre Skrivbord"),
        ("then", "{option} är valt för {person}", "är Uppringningsnummer valt för Ada"),
        (
            "then",
            "Internationellt nummerformat är markerat för {person}",
            "är Internationellt nummerformat markerat för Ada",
        ),
        ("then", "koden i {person}s mejl har {count} siffror", "har koden i Adas mejl 6 siffror"),
        ("then", "{person}s telefon är inte redo", "är Lars telefon inte redo"),
        ("given", "{person}s telefon är inte redo", "att Bos telefon inte är redo"),
        ("given", "{person} har läst att sidan inte finns", "att Ada har läst att sidan inte finns"),
        ("given", "sidan har en bild som inte finns", "att sidan har en bild som inte finns"),
        ("then", "samtalet når {person}", "når samtalet Ada"),
    ],
)
def test_a_swedish_sentence_fits_in_the_word_order_of_its_keyword(type_: StepType, sentence: str, text: str) -> None:
    assert Sentence(sentence, "sv", type_).is_matching(text)


@pytest.mark.parametrize(
    ("language", "type_", "text"),
    [
        ("sv", "when", "att Ada ser"),
        ("sv", "given", "ser Ada"),
        ("sv", "then", "att Ada ser"),
        ("en", "then", "ser Ada"),
    ],
)
def test_other_sentences_keep_their_word_order(language: Language, type_: StepType, text: str) -> None:
    assert not Sentence("{person} ser", language, type_).is_matching(text)


@pytest.mark.parametrize(
    ("language", "sentence", "text"),
    [
        ("en", "{person} signs in", "Nobody signs in"),
        ("en", "{person} signs in", "Ada signs in again"),
        ("en", "{person} signs in.", "Ada signs inn"),
        ("en", "the number is {number}", "the number is 12"),
        ("en", "the number is {number}", 'the number is "1" or "2"'),
        ("en", "choose {option}", "choose Uppringningsnummer"),
        ("sv", "det går {duration}", "det går 15 minutes"),
        ("sv", "{person}s telefon ringer", "Larss telefon ringer"),
        ("sv", "{person}s telefon ringer", "Bo telefon ringer"),
        ("en", "as {role}", "as Agent"),
    ],
)
def test_another_text_does_not_match(language: Language, sentence: str, text: str) -> None:
    parser = Sentence(sentence, language)
    assert not parser.is_matching(text)
    assert parser.parse_arguments(text) is None


async def _asynchronous() -> None: ...


async def _asynchronous_generator() -> AsyncIterator[None]:
    yield


@pytest.mark.parametrize("function", [_asynchronous, _asynchronous_generator])
def test_an_async_def_is_refused(function: Callable[..., Any]) -> None:
    with pytest.raises(VocabularyError, match=r'"it rains" is an async def, which .* write def'):
        given("it rains", sv="det regnar")(function)
    assert vocabulary.definitions() == ()


def _takes_person(person: str) -> None: ...


@pytest.mark.parametrize(
    ("en", "sv", "sentence"),
    [
        (
            "{persona} waits",
            "{persona} väntar",
            r"has the placeholder \{persona\}; define it with parameter_type, or use one of",
        ),
        ("{option} waits", "{option} väntar", r"the function does not take option; add it"),
        ("{person} waits", "någon väntar", "have different placeholders; give both the same"),
        ("{person} and {person}", "{person}", r"has the placeholder \{person\} twice; use two placeholders"),
    ],
)
def test_a_wrong_sentence_is_refused(en: str, sv: str, sentence: str) -> None:
    with pytest.raises(VocabularyError, match=sentence):
        when(en, sv=sv)(_takes_person)


def test_a_sentence_can_be_taken_once_per_type() -> None:
    when("{person} waits", sv="{person} väntar")(_takes_person)
    then("{person} waits", sv="{person} väntar")(_takes_person)
    with pytest.raises(VocabularyError, match=r"is already defined at test_sentences.py:\d+; delete one of the two"):
        when("{person} stays", sv="{person} väntar")(_takes_person)


def test_a_sentence_is_composed_as_the_features_are() -> None:
    @when("something else happens", sv="na\u030agot annat ha\u0308nder")
    def _() -> None: ...

    assert vocabulary.definitions()[0].by_language["sv"].is_matching("något annat händer")


def test_a_definition_knows_its_place() -> None:
    when("{person} waits", sv="{person} väntar")(_takes_person)
    (definition,) = vocabulary.definitions()
    assert (definition.type, *(sentence.name for sentence in definition.sentences)) == (
        "when",
        "{person} waits",
        "{person} väntar",
    )
    assert definition.path.name == "test_sentences.py"
    assert definition.line == _takes_person.__code__.co_firstlineno


def test_english_and_swedish_features_run_on_the_same_functions(pytester: pytest.Pytester) -> None:
    pytester.makefile(
        ".feature",
        english="""
        Feature: Stations
          Scenario: one
            Given Ada has these teams:
              | Support |
              | Sales   |
            When Ada chooses Dial Number
            Then "Support, Sales" is seen with Dial Number
        """,
        swedish="""
        # language: sv
        Egenskap: Stationer
          Scenario: ett
            Givet Ada har dessa team:
              | Support |
              | Sales   |
            När Ada väljer Uppringningsnummer
            Så syns "Support, Sales" med Uppringningsnummer
        """,
    )
    pytester.makepyfile(
        """
        from pytest_bdd import scenarios
        from deskproof.steps.gherkin.vocabulary import given, when, then
        from deskproof.steps.gherkin.vocabulary.values import Option

        scenarios("english.feature", "swedish.feature")

        @given("{person} has these teams:", sv="{person} har dessa team:", into="teams")
        def _(person, datatable):
            return [row[0] for row in datatable]

        @when("{person} chooses {option}", sv="{person} väljer {option}", into="chosen")
        def _(person, option):
            return option

        @then("{text} is seen with {option}", sv="syns {text} med {option}")
        def _(text, option, teams, chosen):
            assert (text, option) == (", ".join(teams), chosen)
            assert chosen is Option.DIAL_NUMBER
        """
    )
    pytester.runpytest_inprocess("-p", "no:randomly").assert_outcomes(passed=2)
