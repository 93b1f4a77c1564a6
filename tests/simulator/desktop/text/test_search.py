"""Searching a list by typed text: what is found, and in which order (AD-050, AD-051, AD-077)."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page


@pytest.fixture(scope="module")
def page(blank_page: Page) -> Page:
    blank_page.evaluate(
        """async () => {
          Object.assign(self, await import('/desktop/text/search.js'));
          self.found = (typed, labels) =>
            byLabel(typed, labels.map((label, at) => ({ label, at })))?.map(({ label }) => label) ?? null;
          self.rankOf = (typed, terms) => {
            const all = Object.entries({ names: [], also: [], foreign: [], codes: [], ...terms });
            const rank_ = rank(key(typed), Object.fromEntries(all.map(([name, texts]) => [name, texts.map(key)])));
            return rank_ === Infinity ? null : rank_;
          };
        }"""
    )
    return blank_page


LABELS = ["Åland", "Support Line", "Sales & Returns", "Re-Sales", "Salesforce", "O’Brien", "Œuvre", "Wholesales", "+46"]


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("sales", ["Sales & Returns", "Salesforce", "Re-Sales", "Wholesales"]),
        ("SALES", ["Sales & Returns", "Salesforce", "Re-Sales", "Wholesales"]),
        ("resales", ["Re-Sales"]), ("re sales", ["Re-Sales"]), ("line", ["Support Line"]),
        ("supportline", ["Support Line"]), ("ort li", ["Support Line"]), ("rtl", []),
        ("sales and returns", ["Sales & Returns"]), ("sales returns", ["Sales & Returns"]),
        ("salesreturns", ["Sales & Returns"]), ("sales & r", ["Sales & Returns"]), ("returns", ["Sales & Returns"]),
        ("aland", ["Åland"]), ("A\u030aland", ["Åland"]), ("\u200båland", ["Åland"]), ("land", ["Åland"]),
        ("o'brien", ["O’Brien"]), ("obrien", ["O’Brien"]), ("brien", ["O’Brien"]), ("oeuvre", ["Œuvre"]),
        ("+", ["+46"]), ("&", ["Sales & Returns"]), ("-", ["Re-Sales"]), ("4", ["+46"]), ("x", []), (".", []),
        ("", None), (" ", None), ("\u200b", None),
    ],
)  # fmt: skip
def test_options_are_found_by_their_labels_best_first(page: Page, typed: str, labels: list[str] | None) -> None:
    assert page.evaluate("([typed, labels]) => found(typed, labels)", [typed, LABELS]) == labels


@pytest.mark.parametrize(
    ("typed", "terms", "rank"),
    [
        ("new zealand", {"names": ["New Zealand"]}, 0), ("newzealand", {"names": ["New Zealand"]}, 0),
        ("england", {"names": ["United Kingdom"], "also": ["England"]}, 0),
        ("gb", {"names": ["United Kingdom"], "codes": ["GB"]}, 0), ("g", {"names": ["X"], "codes": ["GB"]}, None),
        ("b", {"names": ["X"], "codes": ["GB"]}, None),
        ("nya zeeland", {"names": ["X"], "foreign": ["Nya Zeeland"]}, 3),
        ("new", {"names": ["New Zealand"]}, 1), ("new z", {"names": ["New Zealand"]}, 1),
        ("zeal", {"names": ["New Zealand"]}, 2), ("zea", {"names": ["X", "New Zealand"]}, 2),
        ("zee", {"names": ["X"], "foreign": ["Nya Zeeland"]}, 3), ("eng", {"names": ["X"], "also": ["England"]}, 3),
        ("land", {"names": ["X"], "also": ["England"]}, None), ("land", {"names": ["X"], "foreign": ["Finland"]}, None),
        ("land", {"names": ["New Zealand"]}, 4), ("w z", {"names": ["New Zealand"]}, 4),
        ("wz", {"names": ["New Zealand"]}, None), ("#", {"names": ["#"]}, 0), ("#", {"names": ["a#b"]}, 4),
        ("#", {"names": ["ab"]}, None), ("ab", {"names": ["#"]}, None), ("x", {}, None),
        ("new", {"names": ["Nothing New", "New Zealand"]}, 1), ("new", {"names": ["Renewed", "Nothing New"]}, 2),
        ("new", {"names": ["Renewed"], "also": ["Newer"]}, 3), ("new", {"names": ["Newer"], "codes": ["new"]}, 0),
    ],
)  # fmt: skip
def test_exact_begins_word_begins_other_name_contains(
    page: Page, typed: str, terms: dict[str, list[str]], rank: int | None
) -> None:
    assert page.evaluate("([typed, terms]) => rankOf(typed, terms)", [typed, terms]) == rank


@pytest.mark.parametrize(
    ("text", "words", "raw"),
    [
        ("Łódź", ["lodz"], "łodz"), ("Øre Đong Ða Ħal", ["ore", "dong", "da", "hal"], "øre đong ða ħal"),
        ("straße æon œil þorn ŋa ŧa ı", ["strasse", "aeon", "oeil", "thorn", "na", "ta", "i"],
         "straße æon œil þorn ŋa ŧa ı"),
        *((f"O{mark}Neil", ["o", "neil"], None) for mark in "'’‘ʼʻʹ`′"),
        ("A.B-C  D", ["a", "b", "c", "d"], "a.b-c d"), ("例子 1", ["例子", "1"], "例子 1"), ("ﬁn", ["fin"], "fin"),
        ("", [], ""), ("&", [], "&"),
    ],
)  # fmt: skip
def test_a_text_is_folded_into_plain_words(page: Page, text: str, words: list[str], raw: str | None) -> None:
    key: dict[str, Any] = page.evaluate("(text) => key(text)", text)
    assert (key["words"], key["compact"]) == (words, "".join(words))
    assert raw is None or key["raw"] == raw


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("Support", [["support"]]),
        ("Bosnia & Herzegovina", [["bosnia", "herzegovina"], ["bosnia", "and", "herzegovina"]]),
        ("Trinidad and Tobago", [["trinidad", "and", "tobago"], ["trinidad", "tobago"]]),
        ("Trinidad OCH Tobago", [["trinidad", "och", "tobago"], ["trinidad", "tobago"]]),
        ("Andorra", [["andorra"]]),
    ],
)
def test_a_name_is_found_with_its_conjunction_and_without(page: Page, name: str, spellings: list[list[str]]) -> None:
    found = page.evaluate("(name) => keys(name).map(({ words }) => words)", name)
    assert sorted({tuple(words) for words in found}) == sorted(tuple(words) for words in spellings)


def test_options_that_fit_equally_well_keep_their_order(page: Page) -> None:
    script = "() => ranked(['c', 'b', 'x', 'a'], (option) => ({ c: 1, b: 0, x: Infinity, a: 1 })[option])"
    assert page.evaluate(script) == ["b", "c", "a"]
