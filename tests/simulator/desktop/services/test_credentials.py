"""The rules of Station Credentials: the first values, the problems of what was entered, the field of a refusal."""

from typing import Any

import pytest
from playwright.sync_api import Page


@pytest.fixture(scope="module")
def page(blank_page: Page) -> Page:
    blank_page.evaluate(
        """async () => {
          self.rules = await import("/desktop/services/credentials.js");
          self.regions = (await (await fetch("/desktop/numbering.json")).json()).regions;
        }"""
    )
    return blank_page


SUPPORT, SALES = {"id": "t1", "name": "Support"}, {"id": "t2", "name": "Sales"}
PERSON: dict[str, Any] = {
    "defaultNumber": "",
    "numberLocked": False,
    "options": ["EXTENSION", "BROWSER"],
    "teams": [SUPPORT, SALES],
    "roles": ["supervisor", "supervisorAgent"],
}
FIRST: dict[str, Any] = {
    "option": "EXTENSION",
    "number": "",
    "extension": "",
    "international": True,
    "region": "US",
    "teamId": "",
    "role": "supervisorAgent",
}
SAVED: dict[str, Any] = {
    "option": "BROWSER",
    "number": "701740605",
    "extension": "1042",
    "international": False,
    "region": "SE",
    "teamId": "t2",
    "role": "supervisor",
}
SET = {"defaultNumber": "+46701740605"}


@pytest.mark.parametrize(
    ("person", "saved", "draft"),
    [
        pytest.param({}, None, FIRST, id="the product's defaults"),
        pytest.param({"teams": [SALES]}, None, {**FIRST, "teamId": "t2"}, id="the only team"),
        pytest.param(
            SET,
            None,
            {**FIRST, "number": "+46701740605", "extension": "+46701740605", "region": "SE"},
            id="the number that the administrator set",
        ),
        pytest.param(
            {"defaultNumber": "46701"},
            None,
            {**FIRST, "number": "46701", "extension": "46701"},
            id="digits without a plus name no country",
        ),
        pytest.param({}, SAVED, SAVED, id="saved ones"),
        pytest.param(SET, SAVED, SAVED, id="saved ones before those of the administrator"),
        pytest.param(
            {**SET, "numberLocked": True},
            SAVED,
            {**SAVED, "number": "+46701740605", "extension": "+46701740605"},
            id="a number that may not be changed",
        ),
        pytest.param({}, {**SAVED, "region": "XX"}, {**SAVED, "region": "US"}, id="a country that is not in the plans"),
        pytest.param(
            {"options": ["EXTENSION"]}, SAVED, {**SAVED, "option": "EXTENSION"}, id="an option no longer provisioned"
        ),
        pytest.param({"teams": [SUPPORT]}, SAVED, {**SAVED, "teamId": "t1"}, id="a team that was left for another"),
        pytest.param(
            {"teams": [SUPPORT, {"id": "t3", "name": "Wall"}]},
            SAVED,
            {**SAVED, "teamId": ""},
            id="a team that was left for several",
        ),
        pytest.param({"roles": ["agent"]}, SAVED, {**SAVED, "role": "agent"}, id="a role that was taken away"),
    ],
)
def test_the_first_values_of_the_dialog(
    page: Page, person: dict[str, Any], saved: dict[str, Any] | None, draft: dict[str, Any]
) -> None:
    script = "([person, saved]) => rules.firstDraft(person, saved, regions)"
    assert page.evaluate(script, [{**PERSON, **person}, saved]) == draft


@pytest.mark.parametrize(
    ("change", "judged"),
    [
        ({"option": "EXTENSION", "extension": "1042", "number": "x"}, {"number": "1042"}),
        ({"option": "EXTENSION", "extension": ""}, {"problem": "required"}),
        ({"option": "AGENT_DN", "number": "0701740605", "region": "SE"}, {"number": "+46701740605"}),
        ({"option": "AGENT_DN", "number": "0701740605", "region": "XX"}, {"problem": "country"}),
        ({"option": "AGENT_DN", "number": "+46701740605", "international": False}, {"number": "+46701740605"}),
        (
            {"option": "AGENT_DN", "number": "0701740605", "international": False, "region": "SE"},
            {"problem": "format"},
        ),
    ],
)
def test_the_number_as_the_wire_takes_it(page: Page, change: dict[str, Any], judged: dict[str, Any]) -> None:
    script = """(draft) => {
      const { number, problem } = rules.judgedNumber(draft, regions);
      return problem ? { problem } : { number };
    }"""
    assert page.evaluate(script, {**FIRST, **change}) == judged


GOOD = {**FIRST, "option": "AGENT_DN", "number": "0701740605", "region": "SE", "teamId": "t1"}


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        ({}, {}),
        ({"number": ""}, {"number": "required"}),
        ({"region": "XX"}, {"country": "country"}),
        ({"teamId": ""}, {"team": "team"}),
        ({"teamId": "", "role": "supervisor"}, {}),
        ({"number": "", "teamId": ""}, {"number": "required", "team": "team"}),
        ({"option": "EXTENSION"}, {"number": "required"}),
        ({"option": "BROWSER", "number": ""}, {"option": "browser"}),
        ({"option": "BROWSER", "teamId": ""}, {"team": "team", "option": "browser"}),
    ],
)
def test_what_is_wrong_with_the_entries(page: Page, change: dict[str, Any], problems: dict[str, str]) -> None:
    """The browser of the tests is Chromium, in which Desktop does not work (AD-068)."""
    script = "([draft, person]) => rules.problemsOf(draft, person, regions)"
    assert page.evaluate(script, [{**GOOD, **change}, PERSON]) == problems


@pytest.mark.parametrize(
    ("brand", "option", "problem"),
    [
        ("Google Chrome", "BROWSER", {}),
        ("Chromium", "BROWSER", {"option": "browser"}),
        ("Chromium", "EXTENSION", {}),
    ],
)
def test_the_option_desktop_works_in_google_chrome_only(
    page: Page, brand: str, option: str, problem: dict[str, str]
) -> None:
    script = """([brand, option]) => {
      const brands = { brands: [{ brand }] };
      Object.defineProperty(navigator, "userAgentData", { value: brands, configurable: true });
      const problem = rules.problemOfOption(option);
      delete navigator.userAgentData;
      return problem;
    }"""
    assert page.evaluate(script, [brand, option]) == problem


def test_each_refusal_is_shown_at_its_field(page: Page) -> None:
    shown = page.evaluate("() => Object.entries(rules.REFUSALS).map(([code, at]) => [code, ...Object.values(at)])")
    assert shown == [
        ["DUPLICATE_LOCATION", "number", "refusal.inUse", "refusal.extensionInUse"],
        ["INVALID_DIAL_NUMBER", "number", "refusal.invalid", "refusal.invalidExtension"],
        ["INVALID_EXTENSION", "number", "refusal.invalidExtension"],
        ["NUMBER_NOT_REGISTERED", "number", "refusal.notRegistered"],
        ["NUMBER_RESTRICTED", "number", "refusal.restricted"],
        ["MICROPHONE_DENIED", "option", "refusal.microphone.denied"],
        ["MICROPHONE_ABSENT", "option", "refusal.microphone.absent"],
        ["MICROPHONE_FAILED", "option", "refusal.microphone.failed"],
        ["OPTION_NOT_PROVISIONED", "option", "refusal.option"],
        ["ROLE_NOT_ASSIGNED", "role", "refusal.role"],
        ["TEAM_NOT_ASSIGNED", "team", "refusal.team"],
    ]
