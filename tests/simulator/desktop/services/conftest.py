"""Services of the desktop between fakes: a gateway with prepared replies, and the state with its real reducer."""

from __future__ import annotations

from typing import Any, Protocol

import pytest
from playwright.sync_api import Page

BENCH = """async () => {
  const { Refused } = await import("/desktop/api/gateway.js");
  const { reduce } = await import("/desktop/state/actions.js");
  const { initialState } = await import("/desktop/state/state.js");
  const initial = initialState({ language: "en", appearance: "system", display: { small: false, zoom: 100 } });
  self.play = async ([source, given, replies]) => {
    const log = [];
    let state = { ...initial, ...given };
    const reply = (asked) => {
      const prepared = replies[asked] ?? [{}];
      const { refused, crash, answer = {} } = prepared.length > 1 ? prepared.shift() : prepared[0];
      if (refused) throw new Refused({ kind: "refused", code: "", trackingId: "", ...refused });
      if (crash) throw Object.assign(new Error(crash), { name: crash });
      return answer;
    };
    const reading = (how) => async (path, ...more) => {
      log.push({ [how]: path, ...(more.length > 0 && { more }) });
      return reply(path);
    };
    const gateway = {
      agentId: "ada",
      orgId: "o1",
      accessToken: "secret",
      get: reading("get"),
      read: reading("read"),
      readAll: reading("readAll"),
      readNamed: reading("readNamed"),
      send: async (command, body) => {
        log.push({ ...command, body });
        return reply(command.path);
      },
      ask: async (question, body) => {
        log.push({ ...question, body });
        return reply(question.path);
      },
      tell: async (method, path, body) => {
        log.push({ tell: method, path, body });
        return reply(path);
      },
    };
    const dispatch = (action) => {
      log.push(action);
      state = reduce(state, action);
    };
    try {
      const act = (0, eval)(source);
      const late = new Promise((_, reject) => setTimeout(() => reject(new Error("no outcome")), 5_000));
      const acting = act({ gateway: () => gateway, state: () => state, dispatch, log, reply });
      const result = await Promise.race([acting, late]);
      if (result !== undefined) log.push(result);
    } catch (error) {
      log.push({ thrown: error.message });
    }
    // Fields without a value are absent in JSON, and null is not.
    return JSON.parse(JSON.stringify(log));
  };
}"""


class Play(Protocol):
    """Runs a script between the fakes; returns all that it requested and dispatched, in order, and its result."""

    def __call__(
        self, script: str, *, state: dict[str, Any] | None = None, replies: dict[str, list[Any]] | None = None
    ) -> list[Any]: ...


@pytest.fixture(scope="module")
def play(blank_page: Page) -> Play:
    blank_page.evaluate(BENCH)

    def run(
        script: str, *, state: dict[str, Any] | None = None, replies: dict[str, list[Any]] | None = None
    ) -> list[Any]:
        log: list[Any] = blank_page.evaluate("(given) => play(given)", [script, state or {}, replies or {}])
        return log

    return run


def answer(value: object) -> dict[str, object]:
    return {"answer": value}


def refused(code: str, **why: object) -> dict[str, object]:
    return {"refused": {"code": code, **why}}


def crash(name: str) -> dict[str, object]:
    """A reply that is an error of the program, or of the browser."""
    return {"crash": name}
