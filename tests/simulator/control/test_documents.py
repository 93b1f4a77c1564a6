"""The configuration as a document: there and back, patched, and every fault in one sentence."""

from dataclasses import fields
from typing import Any

import pytest
from pydantic.alias_generators import to_camel

from deskproof.simulator.control.documents import (
    KEYED,
    ConfigurationDocument,
    DocumentError,
    configuration_from,
    document_of,
    patched,
)
from deskproof.simulator.domain.configuration import Configuration, NumberRule, StationOption
from deskproof.simulator.domain.credentials import WANTED_ADDRESS
from deskproof.simulator.domain.numbers import NUMBER_EXPECTED
from deskproof.simulator.domain.values import Secret
from deskproof.simulator.runtime.blueprints import blueprint

STANDARD = blueprint("standard")


def patch(change: Any, configuration: Configuration = STANDARD) -> tuple[Configuration, tuple[str, ...]]:
    return patched(configuration, change, password_for=lambda key: Secret(f"made-for-{key}"))


def person(configuration: Configuration, key: str) -> Any:
    return next(person for person in configuration.people if person.key == key)


def test_a_configuration_survives_the_way_to_its_document_and_back() -> None:
    assert configuration_from(document_of(STANDARD)) == STANDARD


def test_every_part_of_the_domain_is_in_the_document() -> None:
    assert set(ConfigurationDocument.model_fields) == {part.name for part in fields(Configuration)}
    assert {to_camel(part.name) for part in fields(Configuration)} - {"settings"} == KEYED


def test_entities_are_merged_by_key_and_the_change_is_described() -> None:
    after, changed = patch(
        {"people": [{"key": "ada", "defaultDn": "+12015532447"}], "settings": {"forceDefaultDn": True}}
    )
    assert person(after, "ada").default_dn == "+12015532447"
    assert person(after, "ada").teams == person(STANDARD, "ada").teams
    assert person(after, "bo") == person(STANDARD, "bo")
    assert set(changed) == {"people.ada.defaultDn = +12015532447", "settings.forceDefaultDn = true"}


def test_plain_lists_are_replaced_whole() -> None:
    after, changed = patch({"people": [{"key": "ada", "teams": ["sales"]}]})
    assert person(after, "ada").teams == ("sales",)
    assert changed == ('people.ada.teams = ["sales"]',)


def test_null_brings_the_default_back() -> None:
    strict, _ = patch({"settings": {"lostConnectionRecoverySeconds": 5, "inactivityMinutes": 30}})
    after, changed = patch({"settings": {"lostConnectionRecoverySeconds": None, "inactivityMinutes": None}}, strict)
    assert after == STANDARD
    assert changed == ("settings.inactivityMinutes = null", "settings.lostConnectionRecoverySeconds = 50")


def test_an_entity_is_taken_away() -> None:
    after, changed = patch({"people": [{"key": "bo", "$remove": True}]})
    assert all(person.key != "bo" for person in after.people)
    assert changed == ("people.bo removed",)


def test_a_new_person_gets_a_password_when_none_is_given() -> None:
    new = {"key": "cleo", "firstName": "Cleo", "lastName": "Berg", "email": "cleo@example.com", "profile": "agents"}
    after, changed = patch({"people": [new]})
    assert person(after, "cleo").password == Secret("made-for-cleo")
    assert changed == ("people.cleo added",)


def test_passwords_are_masked_in_the_words() -> None:
    after, changed = patch({"people": [{"key": "ada", "password": "a-new-password"}]})
    assert person(after, "ada").password.reveal() == "a-new-password"
    assert changed == ("people.ada.password = •••",)


def test_the_password_of_a_teams_account_is_masked_too_and_null_takes_the_account_away() -> None:
    after, changed = patch({"people": [{"key": "ada", "teamsPassword": "a-new-password"}]})
    assert person(after, "ada").teams_password.reveal() == "a-new-password"
    assert changed == ("people.ada.teamsPassword = •••",)
    after, changed = patch({"people": [{"key": "ada", "teamsPassword": None}]})
    assert person(after, "ada").teams_password is None
    assert changed == ("people.ada.teamsPassword = null",)


def test_a_patch_that_changes_nothing_says_so() -> None:
    assert patch({}) == (STANDARD, ())


def test_enumerations_are_read_by_their_provisioning_names() -> None:
    after, _ = patch(
        {"profiles": [{"key": "agents", "loginVoiceOptions": ["BROWSER"], "agentDnValidation": "PROVISIONED_VALUE"}]}
    )
    assert after.profiles[0].login_voice_options == (StationOption.DESKTOP,)
    assert after.profiles[0].agent_dn_validation is NumberRule.DEFAULT_ONLY


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"people": [{"key": "ada", "defaultDn": 5}]}, "people.ada.defaultDn is 5; expected a text."),
        (
            {"people": [{"key": "ada", "defaultDn": "12 ab"}]},
            f'people.ada.defaultDn is "12 ab"; {NUMBER_EXPECTED}.',
        ),
        (
            {"people": [{"key": "ada", "defualtDn": "+1"}]},
            "people.ada.defualtDn is unknown; perhaps defaultDn was meant.",
        ),
        (
            {"people": [{"key": "ada", "email": "ada"}]},
            f'people.ada.email is "ada"; {WANTED_ADDRESS}.',
        ),
        (
            {"people": [{"key": "ada", "password": "short"}]},
            "people.ada.password is •••; expected at least 8 characters that can be seen.",
        ),
        ({"people": [{"key": "ada", "roles": []}]}, "people.ada.roles is []; expected at least 1 item."),
        (
            {"people": [{"key": "ada", "roles": ["boss"]}]},
            "people.ada.roles.0 is \"boss\"; expected 'agent' or 'supervisor'.",
        ),
        ({"people": [{"key": "ada", "active": "yes"}]}, 'people.ada.active is "yes"; expected true or false.'),
        ({"people": [{"key": "ada", "profile": None}]}, "people.ada.profile is missing; add it."),
        (
            {"queues": [{"key": "support", "screenPop": "javascript:alert(1)"}]},
            (
                'queues.support.screenPop is "javascript:alert(1)"; expected the address of a page, such as '
                "https://crm.example.com/customers."
            ),
        ),
        ({"settings": {"inactivityMinutes": 0}}, "settings.inactivityMinutes is 0; expected greater than 0."),
        ({"setings": {}}, "setings is unknown; perhaps settings was meant."),
        (
            {"people": {"ada": {}}},
            'people is {"ada": {}}; expected a list of objects with a key, such as [{"key": "…"}].',
        ),
        ({"people": None}, 'people is null; expected a list of objects with a key, such as [{"key": "…"}].'),
        ({"people": [{"name": "Ada"}]}, 'people.0 is {"name": "Ada"}; expected an object with a "key".'),
        (
            {"teams": [{"key": "sales", "$remove": True, "name": "x"}]},
            (
                'teams.sales is {"key": "sales", "$remove": true, "name": "x"}; '
                'to remove it, give only {"key": "sales", "$remove": true}.'
            ),
        ),
        ([], 'the patch is []; expected an object such as {"settings": {…}}.'),
    ],
)
def test_what_does_not_fit_is_one_sentence(change: Any, sentence: str) -> None:
    with pytest.raises(DocumentError) as refused:
        patch(change)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (
            {"people": [{"key": "ada", "teams": ["nowhere"]}]},
            'person "ada" names the team "nowhere"; expected one of: support',
        ),
        ({"profiles": [{"key": "agents", "$remove": True}]}, 'names the profile "agents"'),
        (
            {"people": [{"key": "nobody", "$remove": True}]},
            "people.nobody cannot be removed because it does not exist; there are: ada, bo",
        ),
        (
            {"auxiliaryCodes": [{"key": "meeting", "default": False}]},
            "0 idle codes are the default; expected exactly one",
        ),
        ({"people": [{"key": "bo", "email": "ADA.lindqvist@example.com"}]}, "occurs more than once"),
    ],
)
def test_what_contradicts_itself_is_one_sentence(change: Any, part: str) -> None:
    with pytest.raises(DocumentError) as refused:
        patch(change)
    assert part in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_layout_may_be_given_as_the_json_it_is_or_as_text_right_or_wrong() -> None:
    patch = {
        "layouts": [
            {"key": "lakeside", "name": "Lakeside", "document": {"agent": {"appTitle": "Lakeside"}}},
            {"key": "torn", "name": "Torn", "document": '{"agent": '},
        ],
        "teams": [{"key": "support", "layout": "torn"}],
    }
    after, words = patched(blueprint("standard"), patch, password_for=lambda key: Secret(f"{key}-password"))
    documents = {layout.key: layout.document for layout in after.layouts}
    assert (documents["lakeside"], documents["torn"]) == ('{"agent": {"appTitle": "Lakeside"}}', '{"agent": ')
    assert words == ("layouts.lakeside added", "layouts.torn added", "teams.support.layout = torn")


def test_a_team_needs_a_layout_that_is_there() -> None:
    with pytest.raises(
        DocumentError, match=r'team "support" names the layout "none"; expected one of: global, sales\.'
    ):
        patched(
            blueprint("standard"),
            {"teams": [{"key": "support", "layout": "none"}]},
            password_for=lambda key: Secret(f"{key}-password"),
        )


def test_an_agent_may_have_fifteen_digital_conversations() -> None:
    def capacity(of: int) -> int:
        patch = {"settings": {"digitalCapacity": of}}
        after, _ = patched(blueprint("standard"), patch, password_for=lambda key: Secret(f"{key}-password"))
        return after.settings.digital_capacity

    assert capacity(15) == 15
    with pytest.raises(DocumentError, match="digitalCapacity"):
        capacity(16)


def test_the_words_of_a_change_are_short() -> None:
    def words(length: int) -> str:
        patch = {"layouts": [{"key": "sales", "document": "x" * length}]}
        return patched(blueprint("standard"), patch, password_for=lambda key: Secret(f"{key}-password"))[1][0]

    assert words(120) == f"layouts.sales.document = {'x' * 120}"
    assert words(121) == f"layouts.sales.document = {'x' * 120}…"
