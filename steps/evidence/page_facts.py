"""What an open page is at one moment, read from its document in one call.

Rule: two moments of a page look alike when their `version` is the same: address, size, preferences, the whole document
with its shadow roots and style sheets, and everything that is shown and not written in it, such as values, focus and
scroll positions. A page that can look otherwise by itself, because it has a canvas, a frame or an image on its way, has
no version, and looks like nothing before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from deskproof.steps.evidence.settled import SETTLED

STATE = r"""
(() => {
  // A body that has not begun to load, or is still loading, is not shown yet.
  const whole = document.readyState !== "loading" || performance.getEntriesByType("navigation")[0]?.responseEnd > 0;
  if (!document.body || !whole) return "";
  const digits = (text) => text.replace(/[\d.]+/g, "#");
  const counted = /^(role|type|lang|dir|class|tabindex|hidden|disabled|readonly|required|autocomplete|inert|popover)$/;
  const present = /^(id|for|alt|title|placeholder|href|aria-(label|valuetext|roledescription))$/;
  const pointing = /^aria-(labelledby|describedby|controls|owns|activedescendant|errormessage|details)$/;
  const attribute = ({ name, value }) => {
    if (pointing.test(name)) {
      return `${name}=${value.split(/\s+/).map((id) => (id && document.getElementById(id) ? "y" : "n")).join("")}`;
    }
    if (present.test(name)) return `${name}=${value.trim() ? "y" : "n"}`;
    if (name === "style" && !value) return ""; // Playwright leaves empty ones behind when it takes a picture
    if (name === "style" || name.startsWith("aria-") || counted.test(name)) return `${name}=${digits(value)}`;
    return "";
  };
  const shape = (element) => {
    const parts = [...element.attributes].map(attribute).filter(Boolean).sort();
    for (const state of [":checked", ":modal", ":popover-open", ":placeholder-shown"]) {
      if (element.matches(state)) parts.push(state);
    }
    const own = `${element.localName}[${parts}]`;
    if (element.localName === "svg") return `${own}${element.querySelector("title") ? "t" : ""}`;
    const inside = [];
    for (const node of element.childNodes) {
      let next = "";
      if (node.nodeType === Node.TEXT_NODE) next = node.data.trim() ? "t" : "";
      else if (node.nodeType === Node.ELEMENT_NODE && !node.matches("script, style, template")) next = shape(node);
      if (next && next !== inside.at(-1)) inside.push(next);
    }
    return `${own}(${inside.join("")})`;
  };
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  return [
    digits(location.hostname), digits(location.pathname), innerWidth, innerHeight, devicePixelRatio, dark,
    document.title ? "t" : "", shape(document.documentElement),
  ].join("\n");
})()
"""
"""JavaScript for everything that the page's accessibility depends on; empty while its document is loading."""

_VERSION = r"""
(() => {
  const preferences = ["color-scheme: dark", "contrast: more", "contrast: less", "reduced-motion: reduce"];
  const states = [
    ":hover", ":active", ":focus", ":focus-visible", ":checked", ":indeterminate", ":autofill", ":user-invalid",
    ":user-valid", ":modal", ":popover-open", ":fullscreen", ":target", ":placeholder-shown",
  ].filter((state) => CSS.supports(`selector(${state})`));
  // What these show is not in the document.
  const opaque = "canvas, video, iframe, frame, object, embed, progress:indeterminate";
  const roots = [document];
  const facts = [
    location.href, innerWidth, innerHeight, devicePixelRatio, visualViewport.scale, scrollX, scrollY,
    document.visibilityState, document.fonts.status, document.fonts.size, matchMedia("(forced-colors: active)").matches,
    ...preferences.map((one) => matchMedia(`(prefers-${one})`).matches),
  ];
  const selection = getSelection();
  facts.push(String(selection), selection.anchorOffset, selection.focusOffset);
  for (const root of roots) {
    if (root.querySelector(opaque)) return "";
    const all = [...root.querySelectorAll("*")];
    const place = new Map(all.map((element, index) => [element, index]));
    // Playwright hides carets in a picture, and leaves empty styles behind.
    facts.push((root.documentElement?.outerHTML ?? root.innerHTML).replaceAll(' style=""', ""));
    for (const state of states) facts.push(state, [...root.querySelectorAll(state)].map((one) => place.get(one)));
    for (const [index, element] of all.entries()) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      else if (element.localName.includes("-") && !element.hasChildNodes()) return ""; // its shadow root may be closed
      if (element.scrollTop || element.scrollLeft) facts.push(index, element.scrollTop, element.scrollLeft);
      if (element.localName === "img" && !element.complete) return "";
      if (element.matches("input, textarea, select")) {
        facts.push(index, element.value, element.selectedIndex, element.files?.length);
        if (/^(text|search|tel|url|password)$|textarea/.test(element.type)) {
          facts.push(element.selectionStart, element.selectionEnd, element.scrollLeft);
        }
      }
    }
    for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) {
      try {
        facts.push(sheet.disabled, [...sheet.cssRules].map((rule) => rule.cssText).join("\n"));
      } catch {
        return ""; // the rules of another origin cannot be read
      }
    }
  }
  return JSON.stringify(facts);
})()
"""
"""JavaScript for the page's version, as the rule of this module has it; empty where it has none."""

_RANDOM = r"""
(() => {
  const another = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\w.-]+\.localhost(:\d+)?/gi;
  const random = [];
  const range = document.createRange();
  const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    for (const found of texts.currentNode.data.matchAll(another)) {
      range.setStart(texts.currentNode, found.index);
      range.setEnd(texts.currentNode, found.index + found[0].length);
      for (const { left, top, right, bottom } of range.getClientRects()) {
        random.push([left / innerWidth, top / innerHeight, right / innerWidth, bottom / innerHeight]);
      }
    }
  }
  return random;
})()
"""
"""JavaScript for the places with text that differs from run to run (random ids, addresses of the simulator), as
fractions of the visible page.
"""

_FACTS = f"""
() => {{
  if (!document.documentElement) return {{ title: "", random: [], state: "", version: "" }};
  const settled = {SETTLED};
  return {{ title: document.title, random: {_RANDOM}, state: {STATE}, version: settled ? {_VERSION} : "" }};
}}
"""


Spot = tuple[float, float, float, float]


@dataclass(frozen=True, kw_only=True)
class PageFacts:
    """A page at one moment. `random` are places with text that differs from run to run, as left, top, right and bottom
    in fractions of the visible page; `state` is what its accessibility depends on, empty while the page is loading;
    `version` is empty where nothing says whether the page still looks the same.
    """

    title: str
    random: tuple[Spot, ...]
    state: str
    version: str


def read_page(page: Page) -> PageFacts:
    """Take the page's animations to their end, and return what it is then. Raises Playwright's Error where the page
    closes or goes to another address.
    """
    read: dict[str, Any] = page.evaluate(_FACTS)
    spots = tuple(
        (round(left, 4), round(top, 4), round(right, 4), round(bottom, 4))
        for left, top, right, bottom in read["random"]
    )
    return PageFacts(title=read["title"], random=spots, state=read["state"], version=read["version"])
