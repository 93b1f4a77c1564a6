"""The numbering plans, and the page's own number rules held against the library that the plans come from.

The rules are JavaScript, so they run where they are used: in a page, which gets its files straight from their folder.
"""

from collections.abc import Iterator

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import PhoneMetadata, PhoneNumberFormat, PhoneNumberType, ValidationResult
from playwright.sync_api import Page

from deskproof.simulator.desktop.numbering import numbering
from deskproof.simulator.domain.numbers import DialNumber, Problem, Unreadable, read_extension, read_number
from deskproof.simulator.domain.typed import visible, with_ascii_digits


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
    assert (us["code"], us["main"], us["idd"], us["national"], us["lengths"]) == ("1", True, "011", "1", [10])


@pytest.fixture(scope="module")
def page(blank_page: Page) -> Page:
    blank_page.evaluate(
        """async () => {
          self.rules = await import("/desktop/text/numbers.js");
          self.typed = await import("/desktop/text/typed.js");
          self.regions = (await (await fetch("/desktop/numbering.json")).json()).regions;
        }"""
    )
    return blank_page


Case = tuple[str, str | None]
"""What is typed, and the region that is picked; None where International Dialing Format is not ticked."""


def on_the_page(page: Page, cases: list[Case]) -> list[str]:
    """What each case means on the page: a number, or the problem with its character."""
    script = """cases => cases.map(([text, name]) => {
        const read = rules.readNumber(text, regions, regions.find(({region}) => region === name));
        return read.number ?? read.problem + (read.character ?? "");
    })"""
    read: list[str] = page.evaluate(script, cases)
    return read


def script_name(problem: Problem) -> str:
    """The name of a problem in the desktop's script, such as `tooShort`."""
    first, *rest = problem.value.split()
    return first + "".join(map(str.title, rest))


def in_the_core(cases: list[Case]) -> list[str]:
    """The same in the core."""
    found = [read_number(text, region) for text, region in cases]
    return [
        f"{script_name(number.problem)}{number.character}" if isinstance(number, Unreadable) else number.e164
        for number in found
    ]


def examples() -> Iterator[tuple[str, phonenumbers.PhoneNumber]]:
    """The library's example numbers of every region, of every type that has one."""
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        for kind in PhoneNumberType.values():
            number = phonenumbers.example_number_for_type(region, kind)
            if number is not None:
                yield region, number


def written(region: str, number: phonenumbers.PhoneNumber) -> Iterator[tuple[str, str | None]]:
    """The ways in which people write a number of a region, with the format ticked and not."""
    plan = PhoneMetadata.metadata_for_region(region)
    assert plan is not None
    code, national = number.country_code, phonenumbers.national_significant_number(number)
    trunk = plan.national_prefix or ""
    idd = plan.preferred_international_prefix or plan.international_prefix or ""
    for text in (
        national,
        phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL),
        phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL),
        phonenumbers.format_number(number, PhoneNumberFormat.RFC3966).removeprefix("tel:"),
        phonenumbers.format_national_number_with_carrier_code(number, "15"),
        phonenumbers.format_out_of_country_calling_number(number, region),
        f"{trunk}{national}",
        f"{code}{national}",
        f"+{code} (0){national}",
        f"+{code} ({trunk}) {national}",
        f"+{code}{trunk}{national}",
    ):
        yield text, region
    for opening in {idd, "00", "011"}:
        if opening.isdigit():
            yield f"{opening}{code}{national}", region
            yield f"{opening}{code}{trunk}{national}", region
    for text in (
        f"+{code}{national}",
        f"011{code}{national}",
        f"+{code} (0) {national}",
        f"011 {code} {trunk}{national}",
    ):
        yield text, None


def damaged(text: str) -> Iterator[str]:
    yield from (text[:-1], text[:-3], text + "0", text + "1234", text[1:], f"0{text}", f"9{text}")


def test_the_page_reads_every_number_as_the_core_does(page: Page) -> None:
    cases = {case for region, number in examples() for case in written(region, number)}
    cases |= {(text, region) for case, region in tuple(cases)[::3] for text in damaged(case)}
    ordered = sorted(cases, key=repr)
    differ = [
        (case, core, there)
        for case, core, there in zip(ordered, in_the_core(ordered), on_the_page(page, ordered), strict=True)
        if core != there
    ]
    assert len(ordered) > 20_000
    assert differ == []


def test_every_way_to_write_a_number_means_that_number(page: Page) -> None:
    """National, with the trunk prefix as people write it there, international, E.164 and IDD: one number."""
    wrong: list[object] = []
    for region, number in examples():
        if phonenumbers.is_possible_number_with_reason(number) != ValidationResult.IS_POSSIBLE:
            continue
        e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
        texts = [
            phonenumbers.national_significant_number(number),
            phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL),
            phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL),
            e164,
        ]
        for text in texts:
            if any(character.isalpha() for character in text):
                continue
            read = read_number(text, region)
            again = phonenumbers.parse(text, region)
            if not isinstance(read, DialNumber) or read.e164 != phonenumbers.format_number(
                again, PhoneNumberFormat.E164
            ):
                wrong.append((text, region, read))
        for text in (e164, f"011{e164[1:]}"):
            if read_number(text) != DialNumber(e164):
                wrong.append((text, None, read_number(text)))
    assert wrong == []


@given(
    st.lists(
        st.text(st.sampled_from("0123456789+ ()-.#*,x\u0660\uff11\uff0b\u200b\u00a0²é/"), max_size=20), min_size=20
    )
)
def test_whatever_is_typed_means_the_same_in_both(page: Page, texts: list[str]) -> None:
    cases: list[Case] = [(text, region) for text in texts for region in ("US", "SE", "RU", "IT", "BR", None)]
    assert on_the_page(page, cases) == in_the_core(cases)


def test_what_cannot_be_seen_and_digits_of_other_scripts_are_the_same_in_both(page: Page) -> None:
    texts = [f"1{chr(code)}2" for code in (*range(0xD800), *range(0xE000, 0x20000), *range(0xE0000, 0xE1010))]
    there: list[str] = page.evaluate("texts => texts.map(text => typed.withAsciiDigits(typed.visible(text)))", texts)
    here = [with_ascii_digits(visible(text)) for text in texts]
    assert [pair for pair in zip(texts, here, there, strict=True) if pair[1] != pair[2]] == []


@pytest.mark.parametrize(
    ("text", "region", "number"),
    [
        ("2015532447", "US", "+12015532447"),
        ("(201) 553-2447", "US", "+12015532447"),
        ("<+120> 15532447", "US", "+12015532447"),
        ("+1 201 553 2447", "US", "+12015532447"),
        ("1 201 553 2447", "US", "+12015532447"),
        ("\uff12\uff10\uff11\uff15\uff15\uff13\uff12\uff14\uff14\uff17", "US", "+12015532447"),
        ("\u0662\u0660\u0661\u0665\u0665\u0663\u0662\u0664\u0664\u0667", "US", "+12015532447"),
        ("\u202a\u200b201\u00a0553\u20112447\u202c", "US", "+12015532447"),
        ("0701740605", "SE", "+46701740605"),
        ("701740605", "SE", "+46701740605"),
        ("0046701740605", "SE", "+46701740605"),
        ("00 46 (0)70 174 06 05", "SE", "+46701740605"),
        ("+46 (0)70 174 06 05", "SE", "+46701740605"),
        ("\uff0b46 70 174 06 05", "SE", "+46701740605"),
        ("46701740605", "SE", "+46701740605"),
        ("80291234567", "BY", "+375291234567"),
        ("8 10 375 29 123 45 67", "BY", "+375291234567"),
        ("02 1234 5678", "IT", "+390212345678"),
        ("06 1 234 5678", "HU", "+3612345678"),
        ("0 15 21 1234 5678", "BR", "+552112345678"),
        ("011 15 2345 6789", "AR", "+5491123456789"),
        ("+1 416 555 0123", "CA", "+14165550123"),
    ],
)
def test_a_number_of_the_picked_country(page: Page, text: str, region: str, number: str) -> None:
    assert on_the_page(page, [(text, region)]) == in_the_core([(text, region)]) == [number]


@pytest.mark.parametrize(
    ("text", "region", "problem"),
    [
        ("", "US", "required"),
        (" \u200b\u00a0", "US", "required"),
        ("+", "US", "tooShort"),
        (" - ", "US", "tooShort"),
        ("15532447", "US", "tooShort"),
        ("415555267", "US", "tooShort"),
        ("5532447", "US", "tooShort"),
        ("41555526711", "US", "tooLong"),
        ("1-800-FLOWERS", "US", "letters"),
        ("2025550123 x1001", "US", "letters"),
        ("tel:+12025550123", "US", "letters"),
        ("2025550123#", "US", "character#"),
        ("202555\u00b2123", "US", "character\u00b2"),
        ("2025550123,,1", "US", "character,"),
        ("00+46701740605", "SE", "character+"),
        ("+46701740605", "US", "otherCountry"),
        ("01146701740605", "US", "otherCountry"),
        ("+80012345678", "US", "otherCountry"),
        ("", None, "required"),
        ("+", None, "format"),
        ("abc", None, "letters"),
        ("4155552671", None, "format"),
        ("0046701740605", None, "format"),
        ("011", None, "format"),
        ("+46", None, "format"),
        ("+999123456", None, "format"),
        ("+0123456789", None, "format"),
        ("+123456789012345", None, "format"),
        ("+80012345678", None, "format"),
    ],
)
def test_what_is_not_a_number_says_why(page: Page, text: str, region: str | None, problem: str) -> None:
    assert on_the_page(page, [(text, region)]) == in_the_core([(text, region)]) == [problem]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("+49" + "1" * 13, "+49" + "1" * 13),
        ("+49" + "1" * 14, "tooLong"),
        ("1" * 13, "+49" + "1" * 13),
        ("1" * 14, "tooLong"),
    ],
)
def test_a_number_has_fifteen_digits_with_its_code_at_most(page: Page, text: str, read: str) -> None:
    assert on_the_page(page, [(text, "DE")]) == in_the_core([(text, "DE")]) == [read]


@pytest.mark.parametrize(
    ("national", "problem"),
    [("1", "tooShort"), ("12", "otherCountry"), ("1" * 17, "otherCountry"), ("1" * 18, "tooLong")],
)
def test_a_number_of_two_to_seventeen_digits_has_a_country(page: Page, national: str, problem: str) -> None:
    """What is shorter or longer than any number is not blamed on the country that is picked."""
    assert on_the_page(page, [("+46" + national, "US")]) == in_the_core([("+46" + national, "US")]) == [problem]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("+11234567890", "+11234567890"),
        ("01161123456789", "+61123456789"),
        ("011 46 70 174 06 05", "+46701740605"),
        ("011 46 (0)70 174 06 05", "+46701740605"),
        ("+46 (0)70 174 06 05", "+46701740605"),
        ("<+120> 15532447", "+12015532447"),
    ],
)
def test_other_formats(page: Page, text: str, number: str) -> None:
    assert on_the_page(page, [(text, None)]) == in_the_core([(text, None)]) == [number]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1001", "1001"),
        ("1", "1"),
        (" 10\u00a001\u200b ", "1001"),
        ("\uff11\uff10", "10"),
        ("1" * 15, "1" * 15),
        ("", "required"),
        ("\u200b", "required"),
        ("12a", "digits"),
        ("+12", "digits"),
        ("1\u00b2", "digits"),
        ("1" * 16, "digits"),
    ],
)
def test_an_extension_is_digits_and_nothing_else(page: Page, text: str, read: str) -> None:
    script = "text => { const read = rules.readExtension(text); return read.number ?? read.problem; }"
    found = read_extension(text)
    core = script_name(found.problem) if isinstance(found, Unreadable) else found.digits
    assert page.evaluate(script, text) == core == read
