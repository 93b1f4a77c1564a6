"""What the traffic says of the metrics that clients send."""

import json

import pytest

from deskproof.simulator.domain.values import Instant
from deskproof.simulator.wire.kernel.request import WireRequest
from deskproof.simulator.wire.kernel.shapes import Anything, NoQuery, body_of
from deskproof.simulator.wire.platform.encode import metric_names
from tests.simulator.domain.story import AGENTS, MORNING, Story
from tests.simulator.wire.history.test_encode import PLACE


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ({"metrics": [{"metricName": "LOGIN_SUCCESS", "type": ["behavioral"]}]}, "LOGIN_SUCCESS"),
        ({"metrics": [{"metricName": "one"}, {"metricName": "widget.threw team-who"}]}, "one, widget.threw team-who"),
        ({"metrics": [{"metricName": f"m{n}"} for n in range(11)]}, "m0, m1, m2, m3, m4, m5, m6, m7, m8, m9"),
        ({"metrics": [{"metricName": "n" * 80}]}, "n" * 80),
        ({"metrics": [{"metricName": "n" * 81}]}, ""),
        ({"metrics": [{"metricName": "two\nlines"}, {"metricName": ""}, {"metricName": 7}, {}, "m"]}, ""),
        ({"metrics": {"metricName": "one"}}, ""),
        ({"metrics": "one"}, ""),
        ({}, ""),
    ],
)  # fmt: skip
def test_the_traffic_has_the_names_of_metrics_only(body: object, names: str) -> None:
    sent = body_of(Anything, json.dumps(body).encode())
    request = WireRequest(
        place=PLACE, state=Story().state, now=Instant(MORNING), next_id=str, agent_id=AGENTS["ada"], path={},
        query=NoQuery(), body=sent,
    )  # fmt: skip
    assert metric_names(request) == names
