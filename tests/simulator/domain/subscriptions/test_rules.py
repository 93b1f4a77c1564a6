"""Subscriptions of other systems: registered, changed, deleted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.rejection import Reason
from deskproof.simulator.domain.subscriptions.model import Subscription
from deskproof.simulator.domain.values import Secret
from tests.simulator.domain.story import AGENTS, MORNING, Story

ADA, BO = AGENTS["ada"], AGENTS["bo"]
SECRET = Secret("a secret of thirty-two characters")


def register(number: int = 1) -> commands.RegisterSubscription:
    return commands.RegisterSubscription(
        subscription_id=f"s{number}", agent_id=ADA, name="Wallboard", description="", event_types=("agent:login",),
        target="http://localhost:9/", secret=SECRET,
    )  # fmt: skip


def one(story: Story) -> Subscription:
    (subscription,) = story.state.subscriptions.values()
    return subscription


@pytest.fixture
def story() -> Story:
    return Story()


def test_a_subscription_from_registration_to_deletion(story: Story) -> None:
    assert story.does(register()) == ["SubscriptionRegistered"]
    assert (one(story).active, one(story).created_at, one(story).changed_by) == (True, MORNING, ADA)
    story.passes(60)
    change = commands.ChangeSubscription(subscription_id="s1", agent_id=BO, active=False, target="http://localhost/")
    assert story.does(change) == ["SubscriptionChanged"]
    changed = one(story)
    assert (changed.active, changed.target, changed.secret) == (False, "http://localhost/", SECRET)
    assert (changed.event_types, changed.description) == (("agent:login",), "")
    assert (changed.changed_at, changed.changed_by, changed.created_by) == (story.now, BO, ADA)
    assert story.does(commands.DeleteSubscription(subscription_id="s1", agent_id=BO)) == ["SubscriptionDeleted"]
    assert story.state.subscriptions == {}


def test_what_is_given_is_changed(story: Story) -> None:
    story.does(register())
    other = Secret("another secret of many characters")
    story.does(
        commands.ChangeSubscription(
            subscription_id="s1", agent_id=BO, description="in the hall", event_types=("agent:logout",), secret=other
        )
    )
    changed = one(story)
    assert (changed.description, changed.event_types, changed.secret) == ("in the hall", ("agent:logout",), other)
    assert changed.active


def test_a_subscription_that_is_not_there_is_neither_changed_nor_deleted(story: Story) -> None:
    for command in (
        commands.ChangeSubscription(subscription_id="s1", agent_id=BO),
        commands.DeleteSubscription(subscription_id="s1", agent_id=BO),
    ):
        assert story.refusal(command) is Reason.NO_SUBSCRIPTION


def test_each_version_of_the_api_knows_its_own_subscriptions(story: Story) -> None:
    story.does(replace(register(), resource_version="agent:1.0.0"))
    story.does(register(2))
    for id_, other in (("s1", ""), ("s2", "agent:1.0.0")):
        assert story.refusal(
            commands.ChangeSubscription(subscription_id=id_, agent_id=BO, resource_version=other)
        ) is Reason.NO_SUBSCRIPTION  # fmt: skip
        assert story.refusal(
            commands.DeleteSubscription(subscription_id=id_, agent_id=BO, versioned=other != "")
        ) is Reason.NO_SUBSCRIPTION  # fmt: skip
    change = commands.ChangeSubscription(subscription_id="s1", agent_id=BO, resource_version="agent:2.0.0")
    assert story.does(change) == ["SubscriptionChanged"]
    assert story.state.subscriptions["s1"].resource_version == "agent:2.0.0"
    assert story.does(commands.DeleteSubscription(subscription_id="s1", agent_id=BO, versioned=True)) == [
        "SubscriptionDeleted"
    ]


def test_a_tenant_has_fifty_subscriptions_at_most(story: Story) -> None:
    for number in range(50):
        story.does(register(number))
    assert story.refusal(register(50)) is Reason.TOO_MANY_SUBSCRIPTIONS
