"""Pages and messages without what differs between equal runs."""

import pytest

from deskproof.reports.record import JournalLine, TrafficLine
from deskproof.steps.snapshots.texts import message_lines, page_lines, plain

ORGANISATION = "847de233-3826-54c7-9dd0-01f86b32a918"


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("no answer (0b3ad1c2-7f5e-4c1b-9d55-6a2f8e1b7c3d)", "no answer (<id>)"),
        ("agent 48df0666-d07c-586d-93ad-ba6442b285a9", "agent 48df0666-d07c-586d-93ad-ba6442b285a9"),
        (f"/organization/{ORGANISATION}/team", "/organization/<organisation>/team"),
        ("http://desk-ab12.localhost:41377/task", "http://<host>/task"),
        ("uri=http%3A%2F%2Fdesk-ab12.localhost%3A41377%2Ftask", "uri=http%3A%2F%2F<host>%2Ftask"),
        ("sip:+46701740605@t-0392.example.com", "sip:+46701740605@<tenant>.example.com"),
        ('"sdp":"v=0\\r\\no=- 4711","seq":1', '"sdp":"<session description>","seq":1'),
        ('\\"sdp\\":\\"v=0\\\\r\\\\n\\"', '\\"sdp\\":\\"<session description>"'),
        ("connection-0002", "connection-<number>"),
        ("/desktop/desk-e16f903ce253.js is missing", "/desktop/desk-<content>.js is missing"),
        ("state=onlyLettersAsItHappens&ui=en", "state=<random>&ui=en"),
        ("token WZAPaEKONnPC_RINhUYQ1rScfL", "token <random>"),
        ("AgentConsultTransferredSuccessfully", "AgentConsultTransferredSuccessfully"),
    ],
)
def test_what_differs_between_equal_runs_is_taken_out(text: str, becomes: str) -> None:
    assert plain(text, ORGANISATION) == becomes


def test_a_page_is_its_path_title_tree_and_elements() -> None:
    def lines(shape: str) -> tuple[str, ...]:
        return page_lines(
            address="http://desk.localhost:41377/task?tx=1",
            title="Task",
            accessible='- heading "Task"\n- button "Go"',
            shape=shape,
            cleaned=plain,
        )

    assert lines("a")[:4] == ("path: /task", "title: Task", '- heading "Task"', '- button "Go"')
    assert lines("a") == lines("a") != lines("b")


def test_each_message_is_a_line() -> None:
    traffic = [
        TrafficLine(kind="http", method="GET", url="http://x.localhost:1/v1/team?page=0", status=200, actor="Ada"),
        TrafficLine(kind="http", method="POST", url="http://x.localhost:1/login", status=None, response="cut off"),
        TrafficLine(kind="socket", method="received", url="ws://x.localhost:1/", response='{"type":"Welcome"}'),
        TrafficLine(kind="socket", method="received", url="ws://x.localhost:1/", response="not JSON"),
        TrafficLine(kind="socket", method="received", url="ws://x.localhost:1/", response='{"keepalive": "true"}'),
        TrafficLine(kind="socket", method="close", url="ws://x.localhost:1/"),
        TrafficLine(kind="http", method="GET", url="http://x.localhost:1/next", response="net::ERR_ABORTED"),
        TrafficLine(kind="http", method="GET", url="http://x.localhost:1/mark.svg", status=200, actor="Ada"),
        TrafficLine(kind="http", method="GET", url="http://x.localhost:1/mark.svg", status=500, actor="Ada"),
    ]
    journal = [JournalLine(seq=1, at="", kind="event", name="SignedIn", cause="", data='{"agent": "ada"}')]
    assert list(message_lines(traffic, journal, plain)) == [
        "Ada: GET /v1/team?page=0 answered",
        "POST /login cut off",
        'received {"type": "Welcome"}',
        "received not JSON",
        "Ada: GET /mark.svg 500",
        'event SignedIn {"agent": "ada"}',
    ]
