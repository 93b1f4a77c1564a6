"""The code that is offered for a step without a definition: importable as it is, and never passing."""

import pytest

from deskproof.steps.gherkin.snippets import definition
from deskproof.steps.gherkin.vocabulary.values import Language


@pytest.mark.parametrize(
    ("texts", "head"),
    [
        (
            {"en": 'Bo gives Ada "1"', "sv": 'Bo ger Ada "1"'},
            (
                '@when("{person} gives {other} {text}", sv="{person} ger {other} {text}")\n'
                "def _(cast: Cast, person: str, other: str, text: str) -> None:"
            ),
        ),
        (
            {"en": "Ada sees Bo", "sv": "Bo ses av Ada"},
            '@when("{person} sees {other}", sv="{other} ses av {person}")\n',
        ),
        (
            {"en": "Ada rings and Ada waits", "sv": "Ada ringer och Ada väntar"},
            '@when("{person} rings and Ada waits", sv="{person} ringer och Ada väntar")\n',
        ),
        (
            {"en": "Bo's phone rings", "sv": "Bos telefon ringer"},
            '@when("{person}\'s phone rings", sv="{person}s telefon ringer")\n',
        ),
        ({"en": "Ada rings"}, '@when("{person} rings", sv="…")\n'),
        ({"sv": "Ada ringer"}, '@when("…", sv="{person} ringer")\n'),
    ],
    ids=["both", "another order", "twice", "a possessive", "English alone", "Swedish alone"],
)
def test_people_and_values_that_all_sentences_have_are_placeholders(texts: dict[Language, str], head: str) -> None:
    assert definition("when", texts).startswith(head)


def test_it_raises_until_it_is_written() -> None:
    assert definition("then", {"en": "a", "sv": "b"}).splitlines()[-1] == "    raise NotImplementedError"


def test_a_table_and_a_doc_string_are_parameters() -> None:
    code = definition("then", {"en": "a", "sv": "b"}, table=True, docstring=True)
    assert "def _(cast: Cast, datatable: list[list[str]], docstring: str) -> None:" in code


def test_a_long_decorator_has_a_line_for_each_sentence() -> None:
    code = definition("then", {"en": "a" * 60, "sv": "b" * 60})
    assert code.splitlines()[:4] == ["@then(", f'    "{"a" * 60}",', f'    sv="{"b" * 60}",', ")"]
