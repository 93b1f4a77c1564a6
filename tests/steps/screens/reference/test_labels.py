"""The labels and sentences of the reference desktop: a key that two of them have would hide one of them."""

import ast
from pathlib import Path

import pytest

from deskproof.steps.gherkin.vocabulary import values
from deskproof.steps.screens.reference import labels, refusals, sentences


@pytest.mark.parametrize("module", [labels, sentences, refusals], ids=lambda module: module.__name__.rpartition(".")[2])
def test_no_two_have_the_same_key(module: object) -> None:
    """A member of an enumeration and a word can be the same key: `Channel.EMAIL` is "email"."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    table = max((node for node in ast.walk(tree) if isinstance(node, ast.Dict)), key=lambda node: len(node.keys))
    known = {**vars(values), **vars(module)}
    keys = [eval(ast.unparse(key), known) for key in table.keys if key is not None]
    assert len(keys) == len(set(keys))


def test_no_sentence_hides_a_refusal() -> None:
    """`_SENTENCES` has all of `REFUSALS`, and a word as key could be one of its members."""
    assert {key: sentences._SENTENCES[key] for key in refusals.REFUSALS} == refusals.REFUSALS
