"""The numbering plans, and the page's own number rules held against the library that the plans come from.

The rules are JavaScript, so they run where they are used: in a page, which gets its files straight from their folder.
"""

from collections.abc import Iterator
from typing import Any

import phonenumbers
import pytest
from phonenumbers import PhoneNumberFormat, PhoneNumberType, ValidationResult
from playwright.sync_api import Page, Route, sync_playwright

from simulator.desktop.numbering import numbering, numbering_json
from simulator.desktop.routes import STATIC
from steps.browser import find, launch_options

ORIGIN = "http://desktop.localhost"

# These dial more than one prefix or digits in the middle of a number, which a single prefix and lengths cannot tell.
WITH_FURTHER_PREFIXES = {"AR", "BR", "BY", "MX"}


def test_every_region_of_the_library_is_there() -> None:
    regions = numbering()["regions"]
    assert {region["region"] for region in regions} == set(phonenumbers.SUPPORTED_REGIONS)
    assert all(region["code"].isdigit() and region["lengths"] for region in regions)


def test_each_calling_code_has_one_main_region() -> None:
    regions = numbering()["regions"]
    mains = [region["code"] for region in regions if region["main"]]
    assert sorted(mains) == sorted({region["code"] for region in regions})


def test_the_united_states_are_as_documented() -> None:
    (us,) = [region for region in numbering()["regions"] if region["region"] == "US"]
    assert (us["code"], us["main"], us["idd"], us["nationalPrefix"], us["lengths"]) == ("1", True, "011", "1", [10])


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(f"{ORIGIN}/desktop/")
        if name == "numbering.json":
            route.fulfill(body=numbering_json(), content_type="application/json")
        else:
            route.fulfill(path=STATIC / name)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(find("shell")))
        page = browser.new_page()
        page.route(f"{ORIGIN}/**", answer)
        page.goto(f"{ORIGIN}/desktop/vendor/LICENSE-lit.txt")
        page.evaluate("async () => { self.rules = await import('/desktop/numbers.js') }")
        page.evaluate("async () => { self.regions = (await (await fetch('/desktop/numbering.json')).json()).regions }")
        yield page
        browser.close()


def international(page: Page, cases: list[tuple[str, str]]) -> list[dict[str, Any]]:
    """How the page judges each (text, region) with International Dialing Format ticked."""
    script = """cases => cases.map(([text, name]) =>
        rules.internationalNumber(text, regions.find(({region}) => region === name)))"""
    judged: list[dict[str, Any]] = page.evaluate(script, cases)
    return judged


def other(page: Page, texts: list[str]) -> list[dict[str, Any]]:
    """How the page judges each text with International Dialing Format not ticked."""
    judged: list[dict[str, Any]] = page.evaluate("texts => texts.map(text => rules.otherNumber(text, regions))", texts)
    return judged


def examples() -> Iterator[tuple[str, phonenumbers.PhoneNumber]]:
    """The library's example numbers: a landline and a mobile of every region."""
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        for kind in (PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE):
            if (number := phonenumbers.example_number_for_type(region, kind)) is not None:
                yield region, number


def test_a_national_number_of_every_region_is_understood_as_the_library_does(page: Page) -> None:
    cases = [(phonenumbers.national_significant_number(number), region) for region, number in examples()]
    expected = [phonenumbers.format_number(number, PhoneNumberFormat.E164) for _, number in examples()]
    judged = [verdict.get("number") for verdict in international(page, cases)]
    assert [pair for pair in zip(cases, expected, judged, strict=True) if pair[1] != pair[2]] == []


def test_the_prefix_dialled_at_home_is_dropped_as_the_library_does(page: Page) -> None:
    cases, expected = [], []
    for region, number in examples():
        text = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
        if region not in WITH_FURTHER_PREFIXES and not any(character.isalpha() for character in text):
            cases.append((text, region))
            expected.append(phonenumbers.format_number(phonenumbers.parse(text, region), PhoneNumberFormat.E164))
    judged = [verdict.get("number") for verdict in international(page, cases)]
    assert [pair for pair in zip(cases, expected, judged, strict=True) if pair[1] != pair[2]] == []


def test_e164_and_idd_of_every_region_are_understood(page: Page) -> None:
    numbers = [phonenumbers.format_number(number, PhoneNumberFormat.E164) for _, number in examples()]
    idd = [f"011{number[1:]}" for number in numbers]
    assert [verdict.get("number") for verdict in other(page, numbers)] == numbers
    assert [verdict.get("number") for verdict in other(page, idd)] == numbers


def test_length_is_judged_as_the_library_judges_it(page: Page) -> None:
    texts = [f"+{code}{'2' * length}" for code in ("1", "44", "46", "49", "61", "81", "91") for length in range(1, 16)]
    expected = []
    for text in texts:
        number = phonenumbers.parse(text) if len(text) > 3 + (text[1] != "1") else None
        possible = number is not None and (
            phonenumbers.is_possible_number_with_reason(number) == ValidationResult.IS_POSSIBLE
        )
        expected.append(possible and len(text) <= 16)
    assert ["number" in verdict for verdict in other(page, texts)] == expected


@pytest.mark.parametrize(
    ("text", "region", "number"),
    [
        ("2015532447", "US", "+12015532447"),
        ("(201) 553-2447", "US", "+12015532447"),
        ("<+120> 15532447", "US", "+12015532447"),
        ("+1 201 553 2447", "US", "+12015532447"),
        ("1 201 553 2447", "US", "+12015532447"),
        ("0701740605", "SE", "+46701740605"),
        ("701740605", "SE", "+46701740605"),
    ],
)
def test_international_format_accepts(page: Page, text: str, region: str, number: str) -> None:
    (judged,) = international(page, [(text, region)])
    assert judged["number"] == number


@pytest.mark.parametrize(
    ("text", "region", "problem"),
    [
        ("", "US", "required"),
        ("+", "US", "required"),
        (" - ", "US", "required"),
        ("15532447", "US", "tooShort"),
        ("415555267", "US", "tooShort"),
        ("5532447", "US", "tooShort"),
        ("41555526711", "US", "tooLong"),
        ("1-800-FLOWERS", "US", "letters"),
        ("2025550123 x1001", "US", "letters"),
        ("+46701740605", "US", "otherCountry"),
    ],
)
def test_international_format_refuses(page: Page, text: str, region: str, problem: str) -> None:
    assert international(page, [(text, region)]) == [{"problem": problem}]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("+11234567890", "+11234567890"),
        ("01161123456789", "+61123456789"),
        ("011 46 70 174 06 05", "+46701740605"),
        ("<+120> 15532447", "+12015532447"),
    ],
)
def test_other_formats_accept(page: Page, text: str, number: str) -> None:
    (judged,) = other(page, [text])
    assert judged["number"] == number


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "required"),
        ("+", "required"),
        ("abc", "letters"),
        ("4155552671", "format"),
        ("0046701740605", "format"),
        ("011", "format"),
        ("+46", "format"),
        ("+999123456", "format"),
        ("+0123456789", "format"),
        ("+123456789012345", "format"),
    ],
)
def test_other_formats_refuse(page: Page, text: str, problem: str) -> None:
    assert other(page, [text]) == [{"problem": problem}]


@pytest.mark.parametrize(
    ("text", "judged"), [("1001", {"number": "1001"}), ("1", {"number": "1"}), (" 10 01 ", {"number": "1001"})]
)
def test_an_extension_is_any_digits(page: Page, text: str, judged: dict[str, str]) -> None:
    assert page.evaluate("text => rules.extensionNumber(text)", text) == judged


@pytest.mark.parametrize(
    ("text", "problem"), [("", "required"), ("12a", "digits"), ("+12", "digits"), ("1" * 16, "digits")]
)
def test_an_extension_is_nothing_else(page: Page, text: str, problem: str) -> None:
    assert page.evaluate("text => rules.extensionNumber(text)", text) == {"problem": problem}
