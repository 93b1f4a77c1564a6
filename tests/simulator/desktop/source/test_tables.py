"""Tables of the desktop's scripts: each member is what it has to be."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from deskproof.simulator.domain import typed
from deskproof.simulator.wire.catalogue import FRAME, OPERATIONS
from deskproof.simulator.wire.kernel.errors import WIRE_ERRORS
from deskproof.simulator.wire.kernel.operation import Commands, Notifies, RefusedBy
from tests.languages import faults
from tests.reports.expected import check_golden
from tests.simulator.desktop.source.literals import constant

COMMANDS: Mapping[str, Mapping[str, str]] = constant("api/gateway.js", "COMMANDS")
TASK, MONITOR = (constant("services/floor.js", name).strip("`") for name in ("TASK", "MONITOR"))
ACTS = {
    "accept": ("accept", "AgentContactAssigned"),
    "hold": ("hold", "AgentContactHeld"),
    "unhold": ("unhold", "AgentContactUnheld"),
    "end": ("end", "AgentWrapup"),
    "wrapup": ("wrapup", "AgentWrappedUp"),
    "pauseRecording": ("pause", "ContactRecordingPaused"),
    "resumeRecording": ("resume", "ContactRecordingResumed"),
    "consult": ("consult", "AgentConsultCreated"),
    "consultQueue": ("consult", "AgentConsultCreated"),
    "endConsult": ("end", "AgentConsultEnded"),
    "consultTransfer": ("transfer", "AgentConsultTransferred"),
    "conference": ("conference", "AgentConsultConferenced"),
    "leaveConference": ("exit", "ParticipantLeftConference"),
    "transfer": ("transfer", "AgentBlindTransferred"),
    "transferToQueue": ("transfer", "AgentVteamTransferred"),
    "monitor": ("monitor", "MonitoringOffered"),
    "pauseMonitoring": ("hold", "MonitoringHeld"),
    "resumeMonitoring": ("unhold", "MonitoringUnHeld"),
    "endMonitoring": ("end", "MonitoringEnded"),
}
"""What an agent or supervisor does: the end of the address, and the frame that says that it is done."""
WORDS = constant("boot.js", "WORDS")


def sentences(words: Mapping[str, object], above: str = "") -> Iterator[tuple[str, str]]:
    for key, value in words.items():
        if isinstance(value, dict):
            yield from sentences(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", str(value)


ENGLISH, SWEDISH = (dict(sentences(WORDS[language])) for language in ("en", "sv"))


def test_what_is_said_before_the_texts_are_loaded_is_the_same_in_both_languages() -> None:
    assert list(faults(ENGLISH, SWEDISH, same={"product"})) == []


def test_there_is_a_sentence_for_each_stage_and_each_reason() -> None:
    assert list(WORDS["en"]["stages"]) == ["files", "service", "identity", "connection", "configuration", "session"]
    assert list(WORDS["en"]["why"]) == [
        "file",
        "script",
        "NETWORK",
        "SOCKET",
        "unreachable",
        "storage",
        "access_denied",
        "other",
    ]


def test_the_digits_of_every_script_are_those_that_the_back_end_knows() -> None:
    assert tuple(constant("text/typed.js", "ZEROS")) == typed._ZEROS


def test_each_component_of_a_layout_becomes_its_element() -> None:
    drawn = {
        name: re.findall(r"html`<(\w+)>", source)
        for name, source in constant("views/desk/widgets.js", "COMPONENTS").items()
    }
    own = {name: [name] for name in ("div", "p", "span", "h2", "h3", "ul", "li")}
    assert drawn == {**own, "md-label": ["p"], "md-tabs": ["div"], "md-tab": ["h3"], "md-tab-panel": ["div"]}


# ---- what the desktop asks of the wire, and what it makes of its answers


@pytest.mark.parametrize("command", COMMANDS.values(), ids=list(COMMANDS))
def test_a_command_is_an_operation_of_the_wire_with_the_frames_that_answer_it(command: Mapping[str, str]) -> None:
    (operation,) = (each for each in OPERATIONS if (each.method, each.path) == (command["method"], command["path"]))
    assert isinstance(operation.does, Commands | Notifies)
    assert operation.does.refused == command["refused"]
    assert command["done"] in FRAME


def test_there_is_a_command_for_each_thing_an_agent_asks() -> None:
    assert {name: command["done"] for name, command in COMMANDS.items()} == {
        "reload": "AgentReloginSuccess",
        "login": "AgentStationLoginSuccess",
        "logout": "AgentLogoutSuccess",
        "colleagues": "BuddyAgents",
        "state": "AgentStateChangeSuccess",
    }


def test_a_refused_sign_in_has_its_message_at_the_field_that_it_is_about() -> None:
    refusals = constant("services/credentials.js", "REFUSALS")
    assert {code: (row["field"], row["text"].removeprefix("refusal.")) for code, row in refusals.items()} == {
        "DUPLICATE_LOCATION": ("number", "inUse"),
        "INVALID_DIAL_NUMBER": ("number", "invalid"),
        "INVALID_EXTENSION": ("number", "invalidExtension"),
        "NUMBER_NOT_REGISTERED": ("number", "notRegistered"),
        "NUMBER_RESTRICTED": ("number", "restricted"),
        "MICROPHONE_DENIED": ("option", "microphone.denied"),
        "MICROPHONE_ABSENT": ("option", "microphone.absent"),
        "MICROPHONE_FAILED": ("option", "microphone.failed"),
        "OPTION_NOT_PROVISIONED": ("option", "option"),
        "ROLE_NOT_ASSIGNED": ("role", "role"),
        "TEAM_NOT_ASSIGNED": ("team", "team"),
    }
    extensions = {code: row["extension"] for code, row in refusals.items() if "extension" in row}
    assert extensions == {
        "DUPLICATE_LOCATION": "refusal.extensionInUse",
        "INVALID_DIAL_NUMBER": "refusal.invalidExtension",
    }
    on_the_wire = {error.name for error in WIRE_ERRORS.values()}
    assert {code for code in refusals if not code.startswith("MICROPHONE_")} <= on_the_wire


def test_each_frame_about_a_conversation_changes_what_the_agent_sees() -> None:
    handled = constant("state/conversations.js", "FRAMES")
    assert set(handled) <= set(FRAME)
    assert {name: source for name, source in handled.items() if source in ("updated", "removed")} == {
        **dict.fromkeys(
            (
                "AgentContact",
                "AgentContactReserved",
                "AgentOfferContact",
                "AgentContactAssigned",
                "AgentContactHeld",
                "AgentContactUnheld",
                "AgentOfferConsult",
                "AgentConsultCreated",
                "AgentConsulting",
                "AgentCtqCancelled",
                "AgentVteamTransferred",
                "AgentBlindTransferred",
                "AgentConsultTransferred",
                "ParticipantJoinedConference",
                "ParticipantLeftConference",
                "ContactRecordingPaused",
                "ContactRecordingResumed",
                "AgentWrapup",
            ),
            "updated",
        ),
        **dict.fromkeys(("AgentWrappedUp", "AgentOfferContactRona", "ContactEnded"), "removed"),
    }
    stages = {name: re.findall(r'"(requested|active|paused)"', source) for name, source in handled.items()}
    assert {name: found for name, (found,) in ((name, found) for name, found in stages.items() if found)} == {
        "MonitoringOffered": "requested",
        "MonitoringStarted": "active",
        "MonitoringHeld": "paused",
        "MonitoringUnHeld": "active",
    }


REQUESTS = constant("services/floor.js", "REQUESTS")


@pytest.mark.parametrize("name", list(REQUESTS))
def test_a_request_about_a_conversation_is_an_operation_of_the_wire(name: str) -> None:
    path, done, refused = re.findall(r"[`\"]([^`\"]+)[`\"]|(?<=\()(MONITOR)(?=,)", REQUESTS[name])
    address = "".join(path).replace("${TASK}", TASK).replace("${MONITOR}", MONITOR).replace("MONITOR", MONITOR)
    (operation,) = (
        each for each in OPERATIONS if (each.method, re.sub(r"\{\w+\}", "{id}", each.path)) == ("POST", address)
    )
    assert isinstance(operation.does, Commands | Notifies)
    refusals = operation.does.refused
    assert refused[0] in (refusals.names if isinstance(refusals, RefusedBy) else (refusals,))
    assert done[0] in FRAME
    assert ACTS[name] == (address.rpartition("/")[2], done[0])


def test_letters_without_accents_are_what_people_type_for_them() -> None:
    assert constant("text/search.js", "PLAIN") == {
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ħ": "h",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ŋ": "n",
        "ŧ": "t",
    }


def test_the_zoom_steps_are_those_of_the_browsers() -> None:
    chromium = {25, 33, 50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400, 500}
    firefox = {30, 50, 67, 80, 90, 100, 110, 120, 133, 150, 170, 200, 240, 300, 400, 500}
    assert constant("browser/viewport.js", "STEPS") == sorted(chromium | firefox)


def test_what_custom_elements_are_told_refused_and_offered_is_as_saved() -> None:
    """The golden file has a copy of each row: the events of the desktop SDK, what is never sent, what is refused with
    which reason, the words of the SDK for channels and destinations, and the keys of shortcuts.
    """
    tables = (
        ("host/events.js", "EVENTS"),
        ("host/events.js", "AI_ASSISTANT"),
        ("host/events.js", "UNSENT"),
        ("host/events.js", "QUIET"),
        ("host/lists.js", "CHANNELS"),
        ("host/requests.js", "CHANNELS"),
        ("host/requests.js", "DESTINATIONS"),
        ("host/refusals.js", "REFUSALS"),
        ("host/shortcuts.js", "MODIFIERS"),
        ("host/shortcuts.js", "PRESSED"),
    )
    sheet = "".join(f"{name}\n{json.dumps(constant(file, name), indent=1)}\n" for file, name in tables)
    names = {entity: list(rows) for entity, rows in constant("host/requests.js", "REQUESTS").items()}
    sheet += f"REQUESTS\n{json.dumps(names, indent=1)}\n"
    check_golden("host.txt", sheet, Path(__file__).parent / "golden")


def test_what_countries_are_also_called_is_as_saved() -> None:
    """Also where a browser knows the name itself: another one may not."""
    names = json.dumps(constant("text/country-names.js", "ALSO_CALLED"), indent=1, ensure_ascii=False)
    check_golden("also-called.txt", f"{names}\n", Path(__file__).parent / "golden")
