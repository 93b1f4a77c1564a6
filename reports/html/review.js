// The review on the page: how each claim and scenario stands, and, where the page is served for it, deciding on them.
// Rule: what people wrote is only ever set as text. What is decided holds when the server has stored it, not before.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const source = byId("review-data");
  if (!source) return;
  const live = source.dataset.review === "live";
  let known = JSON.parse(source.textContent);

  const words = byId("review-words").content;
  const word = (key) => words.querySelector(`[data-word="${key}"]`).cloneNode(true);
  const copy = (id) => byId(id).content.firstElementChild.cloneNode(true);
  const MARKS = { none: "unproven", approved: "passed", asked: "broken", lapsed: "flaky" };

  // ---- what there is to review
  const claims = all("li.claim").map((element) => ({
    kind: "claim", id: element.id, element, approvable: element.matches(".proven, .definition"),
  }));
  const scenarios = all("details.scenario").map((element) => ({
    kind: "scenario", id: element.id, element, approvable: ["passed", "flaky"].includes(element.dataset.status),
  }));
  const things = [...claims, ...scenarios];
  const standing = (thing) => known[thing.kind][thing.id] ?? { status: "none", word: null, comment: "", lapses: [] };
  const short = (status) => (status === "change asked" ? "asked" : status);
  const open = (thing) => ["none", "lapsed"].includes(standing(thing).status);

  // ---- how one stands
  const draw = (thing) => {
    const found = standing(thing);
    const status = short(found.status);
    thing.element.dataset.review = open(thing) ? `open ${status}` : status;
    if (thing.kind === "scenario") drawChip(thing, status);
    else drawClaim(thing, status);
    if (thing.block) drawBlock(thing, found, status);
  };
  const setMark = (mark, status) => {
    mark.setAttribute("class", `mark stand-${status}`);
    mark.firstElementChild.setAttribute("href", `#m-${MARKS[status]}`);
  };
  const drawChip = (thing, status) => {
    thing.chip?.remove();
    thing.chip = null;
    if (status === "none") return;
    thing.chip = word(`stand.${status}`);
    thing.chip.className = `chip stand-chip stand-${status}`;
    thing.element.querySelector(".chips").append(thing.chip);
  };
  const drawClaim = (thing, status) => {
    if (!thing.line) {
      if (!live && status === "none") return;
      thing.line = copy("review-claim");
      thing.line.addEventListener("toggle", () => { if (thing.line.open) give(thing, thing.line); });
      thing.element.append(thing.line);
    }
    setMark(thing.line.querySelector("summary .mark"), status);
    thing.line.querySelector("summary span").replaceChildren(word(`stand.${status}`));
  };
  const nameOf = (id) => byId(id)?.querySelector(".name")?.firstChild.textContent.trim() || id;
  const drawLapse = (lapse) => {
    const line = document.createElement("li");
    line.append(word(lapse.scenario ? `lapse.scenario.${lapse.what}` : `lapse.${lapse.what}`));
    if (lapse.scenario) {
      const link = document.createElement(byId(lapse.scenario) ? "a" : "span");
      if (link.href !== undefined) link.href = `#${encodeURIComponent(lapse.scenario)}`;
      link.textContent = nameOf(lapse.scenario);
      line.append(" ", link);
    }
    return line;
  };
  const drawBlock = (thing, found, status) => {
    const { block } = thing;
    const slot = (name) => block.querySelector(`[data-slot="${name}"]`);
    block.dataset.status = status;
    setMark(block.querySelector(".mark"), status);
    block.querySelector(".stand-word").replaceChildren(word(status === "lapsed" && found.word !== "approved" ? "stand.lapsedAsked" : `stand.${status}`));
    block.querySelector(".stand-by").hidden = !found.by;
    slot("by").textContent = found.by ?? "";
    slot("at").textContent = (found.at ?? "").slice(0, 16).replace("T", " ");
    slot("at").dateTime = found.at ?? "";
    slot("comment").textContent = found.comment;
    slot("comment").hidden = !found.comment;
    const lapses = block.querySelector(".lapses");
    lapses.replaceChildren(...found.lapses.slice(0, 12).map(drawLapse));
    lapses.hidden = !found.lapses.length;
    const verb = (name) => block.querySelector(`[data-decide="${name}"]`);
    block.querySelector("form").hidden = !live;
    verb("approved").hidden = status === "approved" || !thing.approvable;
    block.querySelector(".cannot").hidden = thing.approvable;
    verb("withdrawn").hidden = status === "none";
  };
  const give = (thing, parent) => {
    if (thing.block) return;
    thing.block = copy("review-block");
    const area = thing.block.querySelector("textarea");
    area.id = `comment-${thing.id}`;
    for (const button of all("[data-decide]", thing.block)) button.addEventListener("click", () => decide(thing, button.dataset.decide));
    thing.block.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
    parent.append(thing.block);
    draw(thing);
  };
  for (const thing of scenarios) {
    thing.element.addEventListener("toggle", () => { if (thing.element.open) give(thing, thing.element); });
  }

  // ---- what it comes to
  const panel = byId("review");
  const sum = (list) => {
    const counts = { all: list.length, open: 0, none: 0, approved: 0, asked: 0, lapsed: 0 };
    for (const thing of list) {
      counts[short(standing(thing).status)] += 1;
      if (open(thing)) counts.open += 1;
    }
    return counts;
  };
  const drawSums = () => {
    for (const [kind, list] of [["claim", claims], ["scenario", scenarios]]) {
      const counts = sum(list);
      const part = panel.querySelector(`.sum[data-kind="${kind}"]`);
      part.hidden = !list.length;
      for (const place of all("[data-count]", part)) place.textContent = counts[place.dataset.count];
      for (const line of all("[data-line]", part)) line.hidden = line.dataset.line !== "open" && !counts[line.dataset.line];
      let x = 0;
      for (const status of ["approved", "lapsed", "asked"]) {
        const width = list.length ? (1000 * counts[status]) / list.length : 0;
        const rect = part.querySelector(`rect.stand-${status}`);
        rect.setAttribute("x", x);
        rect.setAttribute("width", width);
        x += width;
      }
      for (const place of all(`[data-left="${kind}"]`)) place.textContent = counts.open;
    }
  };
  const drawAll = () => {
    for (const thing of things) draw(thing);
    drawSums();
    byId("filter")?.dispatchEvent(new Event("input"));
  };

  // ---- only what is left
  const field = byId("filter")?.elements.review;
  const showLeft = { claim: panel.querySelector('[data-show="claim"]'), scenario: panel.querySelector('[data-show="scenario"]') };
  const press = () => {
    showLeft.scenario.setAttribute("aria-pressed", String(field?.value === "open"));
    showLeft.claim.setAttribute("aria-pressed", String(document.documentElement.classList.contains("claims-left")));
  };
  showLeft.claim.addEventListener("click", () => {
    if (document.documentElement.classList.toggle("claims-left")) location.hash = "#claims";
    press();
  });
  showLeft.scenario.addEventListener("click", () => {
    field.value = field.value === "open" ? "" : "open";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    press();
    if (field.value) byId("scenarios").scrollIntoView();
  });
  byId("filter")?.addEventListener("input", press);

  panel.hidden = !things.length;
  drawAll();
  for (const thing of scenarios) if (thing.element.open) give(thing, thing.element);
  if (!live) return;

  // ---- deciding
  document.documentElement.classList.add("deciding");
  document.body.append(copy("review-bar"));
  const reviewer = byId("reviewer");
  const next = byId("review-next");
  let last = null;
  const refused = (thing, said) => {
    const place = thing.block.querySelector(".refusal");
    if (said?.en) {
      const spans = ["en", "sv"].map((language) => Object.assign(document.createElement("span"), { className: language, lang: language, textContent: said[language] }));
      place.replaceChildren(...spans);
    } else place.replaceChildren(word("offline"));
  };
  const decide = async (thing, what) => {
    const area = thing.block.querySelector("textarea");
    if (!reviewer.value.trim()) {
      thing.block.querySelector(".refusal").replaceChildren(word("who"));
      reviewer.focus();
      return;
    }
    const buttons = all("button", thing.block);
    for (const button of buttons) button.disabled = true;
    thing.block.querySelector(".refusal").replaceChildren();
    try {
      const answer = await fetch("/decisions", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ kind: thing.kind, id: thing.id, word: what, by: reviewer.value, comment: area.value }),
      });
      const told = await answer.json();
      if (!answer.ok) {
        refused(thing, told);
        return;
      }
      known[thing.kind][thing.id] = told;
      area.value = "";
      last = thing;
      draw(thing);
      drawSums();
      (things.some(open) ? next : thing.element.querySelector("summary")).focus();
    } catch {
      refused(thing);
    } finally {
      for (const button of buttons) button.disabled = false;
    }
  };
  next.addEventListener("click", () => {
    const list = last?.kind === "scenario" ? [...scenarios, ...claims] : [...claims, ...scenarios];
    const from = list.indexOf(last) + 1;
    const thing = [...list.slice(from), ...list.slice(0, from)].find(open);
    if (!thing) return;
    last = thing;
    if (thing.kind === "scenario") {
      location.hash = `#${encodeURIComponent(thing.id)}`;
      thing.element.open = true;
      return;
    }
    thing.line.open = true;
    thing.element.scrollIntoView({ block: "center" });
    thing.line.querySelector("summary").focus({ preventScroll: true });
  });
  const keep = { get: () => { try { return sessionStorage.getItem("deskproof.reviewer"); } catch { return null; } } };
  reviewer.addEventListener("input", () => { try { sessionStorage.setItem("deskproof.reviewer", reviewer.value); } catch { /* not kept */ } });
  fetch("/standings").then(async (answer) => {
    const told = await answer.json();
    if (!answer.ok) throw told;
    reviewer.value = keep.get() ?? told.by;
    known = { claim: told.claim, scenario: told.scenario };
    drawAll();
  }).catch((told) => {
    const place = Object.assign(document.createElement("p"), { className: "refusal" });
    place.setAttribute("role", "alert");
    panel.append(place);
    refused({ block: panel }, told);
  });
})();
