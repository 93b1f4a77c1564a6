"""A subscription as the API shows it, and what a webhook says of a task."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.commands import Command
from deskproof.simulator.domain.values import Instant, Secret
from deskproof.simulator.wire.kernel.request import WireRequest
from deskproof.simulator.wire.kernel.shapes import NoBody, query_of
from deskproof.simulator.wire.subscriptions import encode
from deskproof.simulator.wire.subscriptions.shapes import OrganisationQuery, TaskHook
from tests.simulator.domain.story import AGENTS, CONFIGURATION, CUSTOMER, MORNING, Story
from tests.simulator.wire.history.test_encode import PLACE

ADA = AGENTS["ada"]
SUPPORT = CONFIGURATION.queues[0].id
MAIN = "+12015550199"
SECRET = Secret("a secret of thirty-two letters!!")


def test_a_subscription_is_shown_without_its_secret() -> None:
    story = Story()
    story.does(
        commands.RegisterSubscription(
            subscription_id="s1", agent_id=ADA, name="Wallboard", description="In the hall",
            event_types=("agent:login",), target="http://localhost:9/", secret=SECRET,
        )
    )  # fmt: skip
    request = WireRequest(
        place=PLACE, state=story.state, now=Instant(MORNING), next_id=str, agent_id=ADA, path={"id": "s1"},
        query=query_of(OrganisationQuery, {}), body=NoBody(),
    )  # fmt: skip
    answer = encode.subscription(request).to_json()
    assert answer["data"] == {
        "id": "s1", "name": "Wallboard", "description": "In the hall", "eventTypes": ["agent:login"],
        "destinationUrl": "http://localhost:9/", "status": "active", "createdTime": MORNING,
        "createdBy": "ada@example.com", "lastUpdatedTime": MORNING, "lastUpdatedBy": "ada@example.com",
    }  # fmt: skip


def hook(story: Story, command: Command) -> TaskHook:
    """The task in the webhook for the first event of a command."""
    event = story.events(command)[0]
    webhook = encode.webhook_of(event, story.now, story.state, "org", "w1")
    assert webhook is not None
    assert isinstance(webhook.data, TaskHook)
    return webhook.data


CALL = commands.CustomerCalls(conversation_id="c1", queue="support", customer=CUSTOMER, dialled="+12015550190")
DIAL = commands.DialOut(conversation_id="c1", agent_id=ADA, number=CUSTOMER)


@pytest.mark.parametrize(
    ("command", "parties"),
    [(CALL, ("inbound", CUSTOMER, "+12015550190")), (DIAL, ("outbound", MAIN, CUSTOMER))],
)
def test_a_webhook_names_who_calls_and_who_is_called(command: Command, parties: tuple[str, str, str]) -> None:
    story = Story()
    story.signs_in("ada")
    data = hook(story, command)
    assert (data.direction, data.origin, data.destination) == parties


def test_a_webhook_has_the_id_of_a_queue_that_was_removed() -> None:
    story = Story()
    assert hook(story, CALL).queue_id == SUPPORT
    without = replace(CONFIGURATION, queues=CONFIGURATION.queues[1:], entry_points=())
    story.does(commands.ChangeConfiguration(configuration=without, changed=("queues",)))
    assert hook(story, commands.CustomerHangsUp(conversation_id="c1")).queue_id == SUPPORT
