"""The list of countries: what is typed finds the country that is meant, in both languages."""

from __future__ import annotations

import unicodedata

import pytest
from playwright.sync_api import Page

from deskproof.simulator.desktop.numbering import numbering


@pytest.fixture(scope="module")
def page(blank_page: Page) -> Page:
    blank_page.evaluate(
        """async () => {
          const { countries, foundCountries } = await import("/desktop/text/countries.js");
          const { LONG_CODES } = await import("/desktop/text/country-names.js");
          const { regions } = await (await fetch("/desktop/numbering.json")).json();
          const lists = { en: countries(regions, "en"), sv: countries(regions, "sv") };
          self.found = (typed, language) => foundCountries(typed, lists[language])?.map(({ value }) => value) ?? null;
          self.names = (language) => lists[language].map(({ value, label, detail }) => [value, label, detail]);
          self.longCodes = LONG_CODES;
        }"""
    )
    return blank_page


def found(page: Page, typed: str, language: str = "en") -> list[str] | None:
    answer: list[str] | None = page.evaluate("([typed, language]) => found(typed, language)", [typed, language])
    return answer


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize(
    ("typed", "first"),
    [
        # codes
        ("UK", "GB"), ("uk", "GB"), ("GB", "GB"), ("GBR", "GB"), ("US", "US"), ("USA", "US"), ("U.S.", "US"),
        ("SE", "SE"),
        ("SWE", "SE"), ("UAE", "AE"), ("DK", "DK"), ("IN", "IN"), ("NO", "NO"), ("IS", "IS"), ("AX", "AX"),
        (" se ", "SE"),
        # calling codes
        ("46", "SE"), ("+46", "SE"), ("0046", "SE"), ("01146", "SE"), ("(+46)", "SE"), ("+ 46", "SE"),
        ("00 46", "SE"), ("+0046", "SE"),
        ("1", "US"), ("+1", "US"), ("44", "GB"), ("+7", "RU"), ("47", "NO"), ("+358", "FI"), ("39", "IT"),
        ("\uff14\uff16", "SE"), ("\uff0b\uff14\uff16", "SE"), ("\u0664\u0666", "SE"),
        # names, with and without accents, apostrophes and hyphens
        ("Aland", "AX"), ("Åland", "AX"), ("A\u030aland", "AX"), ("aaland", None), ("Reunion", "RE"), ("Curacao", "CW"),
        ("Sao Tome", "ST"), ("São Tomé & Príncipe", "ST"), ("Cote d'Ivoire", "CI"), ("Côte d’Ivoire", "CI"),
        ("cote divoire", "CI"), ("Guinea Bissau", "GW"), ("guinea-bissau", "GW"), ("GuineaBissau", "GW"),
        # names of the other language and of every day
        ("Sweden", "SE"), ("Sverige", "SE"), ("Österrike", "AT"), ("Osterrike", "AT"), ("O\u0308sterrike", "AT"),
        ("Austria", "AT"), ("England", "GB"), ("Holland", "NL"), ("Ivory Coast", "CI"), ("Turkey", "TR"),
        ("Czech Republic", "CZ"), ("Saint Lucia", "LC"), ("St Lucia", "LC"), ("Macedonia", "MK"),
        # what cannot be seen
        ("\u200bSweden", "SE"), ("Swe\u00adden", "SE"), ("\u202aUK\u202c", "GB"), ("\ufeffAland", "AX"),
        ("\u00a0UK\u00a0", "GB"),
        ("+\u206046", "SE"), ("\u200e+46\u200f", "SE"),
        # nothing
        ("+120", None), ("+999", None), ("4670", None), ("Atlantis", None),
    ],
)  # fmt: skip
def test_the_best_match_comes_first(page: Page, typed: str, first: str | None, language: str) -> None:
    answer = found(page, typed, language)
    assert answer is not None
    assert next(iter(answer), None) == first


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize(
    ("region", "names"),
    [
        ("AE", "UAE, Emirates, Emiraten"),
        ("BN", "Brunei Darussalam"),
        ("CD", "DRC, DR Congo, Democratic Republic of the Congo, Demokratiska republiken Kongo, Zaire"),
        ("CG", "Republic of the Congo, Republiken Kongo"),
        ("CI", "Ivory Coast, Elfenbenskusten"),
        ("CN", "PRC, People's Republic of China"),
        ("CV", "Cabo Verde, Cape Verde"),
        ("CZ", "Czech Republic, Czechia"),
        ("FM", "Federated States of Micronesia"),
        ("GB", "UK, Great Britain, Britain, England, Scotland, Wales, Northern Ireland"),
        ("GB", "Förenade kungariket, Skottland, Nordirland"),
        ("HK", "Hong Kong"),
        ("IE", "Republic of Ireland, Eire"),
        ("IR", "Persia"),
        ("KP", "DPRK"),
        ("KR", "Republic of Korea"),
        ("LA", "Lao PDR"),
        ("LK", "Ceylon"),
        ("MK", "Macedonia, FYROM, Makedonien"),
        ("MM", "Myanmar, Burma"),
        ("MO", "Macao, Macau"),
        ("NL", "Holland"),
        ("PS", "Palestine, Palestina"),
        ("RU", "Russian Federation"),
        ("SY", "Syrian Arab Republic"),
        ("SZ", "Swaziland"),
        ("TL", "East Timor"),
        ("TR", "Turkey"),
        ("TW", "Republic of China"),
        ("US", "America, United States of America, Amerika, Förenta staterna"),
        ("VA", "Holy See, Heliga stolen"),
        ("VN", "Viet Nam"),
    ],
)
def test_every_other_name_finds_its_country(page: Page, region: str, names: str, language: str) -> None:
    firsts = [(typed, (found(page, typed, language) or [""])[0]) for typed in names.split(", ")]
    assert firsts == [(typed, region) for typed in names.split(", ")]


@pytest.mark.parametrize(
    ("language", "typed", "opening"),
    [
        ("en", "united", ["AE", "GB", "US"]),  # in the order of their names
        ("en", "zeal", ["NZ"]),
        ("en", "land", ["AX"]),  # only inside words, in the order of the names
        ("en", "guinea", ["GN", "GW", "GQ", "PG"]),  # the name, then those it begins, then those with a word of it
        ("en", "niger", ["NE", "NG"]),
        ("en", "island", ["AX", "AC"]),  # a word of an English name goes before the Swedish name of Iceland
        ("sv", "island", ["IS"]),
        ("en", "america", ["US", "AS"]),
        ("en", "us", ["US", "VI"]),  # the code, then U.S. Virgin Islands; Australia and others have it inside
        ("sv", "fin", ["FI"]),
        ("sv", "4", ["DK"]),  # no country has this code; those whose code begins so, in the order of their names
    ],
)
def test_exact_then_begins_then_word_then_contains(page: Page, language: str, typed: str, opening: list[str]) -> None:
    answer = found(page, typed, language)
    assert answer is not None
    assert answer[: len(opening)] == opening


def test_what_else_a_country_is_called_does_not_find_it_by_a_part(page: Page) -> None:
    answer = found(page, "land")
    assert answer is not None
    assert "GB" not in answer  # England


@pytest.mark.parametrize("typed", ["", " ", "\u200b", "+", "0", "00", "011", "\u00a0"])
def test_what_says_nothing_yet_looks_for_nothing(page: Page, typed: str) -> None:
    assert found(page, typed) is None


def test_a_code_that_several_share_has_its_main_country_first_and_all_of_them(page: Page) -> None:
    answer = found(page, "+1")
    assert answer is not None
    assert answer[0] == "US"
    assert set(answer) == {region["region"] for region in numbering()["regions"] if region["code"].startswith("1")}


@pytest.mark.parametrize("language", ["en", "sv"])
def test_every_country_is_found_by_its_codes_and_by_each_writing_of_its_name(page: Page, language: str) -> None:
    names = page.evaluate("language => names(language)", language)
    long_codes = page.evaluate("longCodes")
    main = {region["code"]: region["region"] for region in numbering()["regions"] if region["main"]}
    assert {region for region, _, _ in names} == set(long_codes)
    for region, label, detail in names:
        plain = "".join(letter for letter in unicodedata.normalize("NFD", label) if not unicodedata.combining(letter))
        writings = {
            label,
            label.upper(),
            label.casefold(),
            plain,
            unicodedata.normalize("NFD", label),
            label.replace("&", "and"),
        }
        for typed in (*writings, f"{label} ({detail})", region, region.lower(), long_codes[region]):
            assert (found(page, typed, language) or [])[:1] == [region], typed
        for typed in (detail, detail.replace("+", "00"), detail[1:]):
            answer = found(page, typed, language) or []
            assert answer[:1] == [main[detail[1:]]], typed
            assert region in answer, typed


def test_letters_beside_digits_are_looked_for(page: Page) -> None:
    assert found(page, "0x") == []
