"""What the modules report of loading, which boot.js draws."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

REPORT = """async () => {
  const loading = await import("/desktop/browser/loading.js");
  const heard = [];
  for (const name of ["desk-stage", "desk-open", "desk-failed"])
    document.addEventListener(name, ({ detail }) => heard.push([name, detail]));
  loading.reportStage("service");
  loading.reportOpen();
  loading.reportFailure({ title: "none" });
  return heard;
}"""
COULD_NOT = """async () => {
  const { couldNotLoad } = await import("/desktop/browser/loading.js");
  const before = couldNotLoad();
  document.documentElement.setAttribute("data-could-not-load", "");
  return [before, couldNotLoad()];
}"""


def test_each_report_is_an_event_of_its_own(blank_page: Page) -> None:
    heard: list[Any] = blank_page.evaluate(REPORT)
    assert heard == [["desk-stage", "service"], ["desk-open", None], ["desk-failed", {"title": "none"}]]


def test_a_page_that_could_not_load_says_so(blank_page: Page) -> None:
    assert blank_page.evaluate(COULD_NOT) == [False, True]
