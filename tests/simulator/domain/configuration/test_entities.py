"""The tables of the configuration, each with its own copy here."""

import pytest

from deskproof.simulator.domain.configuration import CHANNELS, Channel


@pytest.mark.parametrize(
    ("name", "channel"),
    [
        ("TELEPHONY", Channel.VOICE),
        ("CHAT", Channel.CHAT),
        ("EMAIL", Channel.EMAIL),
        ("SOCIAL_CHANNEL", Channel.SOCIAL),
    ],
)
def test_the_name_of_each_channel_stands_for_it(name: str, channel: Channel) -> None:
    assert CHANNELS[name] is channel
    assert len(CHANNELS) == len(Channel)
