"""Whether a defect fits what it is to change: a place that does not exist is one sentence."""

from __future__ import annotations

from typing import Any

import pytest

from deskproof.simulator.defects import (
    AnswerDefect,
    Defect,
    FrameDefect,
    ScriptDefect,
    SourceDefect,
    StaleDefect,
    check_fit,
)

SAID: dict[str, Any] = {"name": "it", "en": "It.", "sv": "Det.", "claims": ("AD-001",)}


@pytest.mark.parametrize(
    "defect",
    [
        AnswerDefect(**SAID, answer="teams", status=503),
        FrameDefect(**SAID, frame="AgentStationLoginSuccess", sent="never"),
        FrameDefect(**SAID, frame="AgentSignedIn", sent="twice"),
        FrameDefect(**SAID, frame="mobius.call", remove=("data.callId",)),
        ScriptDefect(**SAID, script="**/nothing.js", find="a", replace="b"),
    ],
    ids=["answer", "frame", "event behind a frame", "event on Mercury", "script"],
)
def test_a_place_that_exists_fits(defect: Defect) -> None:
    check_fit(defect)


@pytest.mark.parametrize(
    ("defect", "sentence"),
    [
        (
            AnswerDefect(**SAID, answer="team", status=503),
            r'^it: its answer "team" is not in the wire catalogue; did you mean "teams".*\? docs/fidelity\.md lists',
        ),
        (
            FrameDefect(**SAID, frame="AgentSigned", sent="never"),
            r'^it: its frame "AgentSigned" is not in the wire catalogue; did you mean "AgentSignedIn"',
        ),
        (
            FrameDefect(**SAID, frame="xyz", sent="never"),
            r'"xyz" is not in the wire catalogue; docs/fidelity\.md lists',
        ),
        (
            SourceDefect(**SAID, file="nowhere.py", find="a", replace="b"),
            r"changes simulator/nowhere\.py, which does not",
        ),
    ],
)
def test_one_that_does_not_is_refused(defect: Defect, sentence: str) -> None:
    with pytest.raises(StaleDefect, match=sentence):
        check_fit(defect)
