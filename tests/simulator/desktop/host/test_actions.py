"""Actions of the vendor's desktop SDK: what is shown, and what comes back through the channels."""

from __future__ import annotations

from typing import Any

import pytest

from tests.simulator.desktop.services.conftest import Play

ACT = """async (around) => {
  const { actionsOf } = await import("/desktop/host/actions.js");
  const { Channels } = await import("/desktop/host/channels.js");
  const by = (mediaType) => ({ interaction: { mediaType } });
  const contacts = new Map([["c1", by("chat")], ["c2", by("telephony")]]);
  const channels = new Channels(actionsOf(around, () => contacts));
  const heard = [];
  const destination = channels.createDestination("%(name)s/Res");
  const listener = ({ args: [value, id] }) => heard.push(value instanceof Map ? [...value.keys()] : value, id);
  destination.addListener(listener);
  const source = channels.createSource("%(name)s/Req");
  source.send(...%(given)s);
  destination.removeListener(listener);
  source.send(...%(given)s);
  return { heard, names: [source.actionName, destination.actionName] };
}"""
PERSON = {
    "idleCodes": [{"id": "7", "name": "Lunch", "isDefault": True}],
    "wrapUpCodes": [{"id": "8", "name": "Sold"}],
}


@pytest.mark.parametrize(
    ("name", "given", "value"),
    [
        ("getToken", '["r1"]', "secret"),
        ("getTaskMap", '["r1"]', ["c1", "c2"]),
        ("getMediaTypeQueue", '["telephony", "r1"]', ["c2"]),
        ("getIdleCodes", '["r1"]', PERSON["idleCodes"]),
        ("getWrapUpCodes", '["r1"]', PERSON["wrapUpCodes"]),
    ],
)
def test_an_answer_has_the_id_of_its_request(play: Play, name: str, given: str, value: Any) -> None:
    assert play(ACT % {"name": name, "given": given}, state={"person": PERSON}) == [
        {"heard": [value, "r1"], "names": [f"{name}/Req", f"{name}/Res"]}
    ]


@pytest.mark.parametrize(
    ("name", "silent"),
    [
        ("fireGeneralSilentNotification", True),
        ("fireGeneralAutoDismissNotification", False),
        ("fireGeneralAcknowledgeNotification", False),
    ],
)
@pytest.mark.parametrize(
    ("data", "tone", "message"),
    [
        ({"type": "info", "title": "Order", "data": "Late."}, "note", "Order: Late."),
        ({"type": "warn", "title": "Order"}, "alert", "Order"),
        ({"type": "error", "data": {"text": "Late.", "more": "Call.", "count": 2}}, "alert", "Late. Call."),
    ],
)
def test_a_notification_is_a_notice_of_the_desktop(
    play: Play, name: str, silent: bool, data: dict[str, Any], tone: str, message: str
) -> None:
    source = f"""async (around) => {{
      const {{ actionsOf }} = await import("/desktop/host/actions.js");
      actionsOf(around, () => new Map()).{name}({{ data: {data} }});
      return around.state().notices.length;
    }}"""
    notice = {"kind": "noticed", "text": "notice.widget", "tone": tone, "values": {"message": message}}
    assert play(source) == [{**notice, "silent": silent}, 0 if silent else 1]


def test_what_is_not_there_is_refused(play: Play) -> None:
    own = "addCustomTask is not available in this desktop: its contacts are those of the contact centre."
    assert play(ACT % {"name": "addCustomTask", "given": "[{}]"}) == [{"thrown": own}]
    assert play(ACT % {"name": "fly", "given": "[]"}) == [{"thrown": "The desktop has no action fly."}]
