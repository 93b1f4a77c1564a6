// The review on the page: the review status of each claim and scenario and, on the served page, making decisions.
// Rule: what people wrote is only ever set as text. What is decided holds when the server has stored it, not before.
"use strict";
(() => {
  const byId = /** @type {ById} */ ((/** @type {string} */ id) => document.getElementById(id));
  /** @type {All} */
  const all = (selector, from = document) => /** @type {any[]} */ ([...from.querySelectorAll(selector)]);
  /** @type {<Found extends Element = HTMLElement>(selector: string, from: ParentNode) => Found} */
  const the = (selector, from) => /** @type {any} */ (from.querySelector(selector));
  const source = byId("review-data");
  if (!source) return;
  const live = source.dataset.review === "live";
  /** @type {Known} */
  let known = JSON.parse(source.textContent);

  const words = byId("review-words").content;
  /** @type {(key: string) => HTMLElement} */
  const word = (key) => /** @type {any} */ (the(`[data-word="${key}"]`, words).cloneNode(true));
  /** @type {(id: "review-block" | "review-claim" | "review-bar") => any} */
  const copy = (id) => byId(id).content.firstElementChild?.cloneNode(true);
  const MARKS = { none: "unproven", approved: "passed", requested: "broken", lapsed: "flaky" };

  // ---- what there is to review
  /** @type {Thing[]} */
  const claims = all("li.claim").map((element) => ({
    kind: "claim", id: element.id, element, approvable: element.matches(".proven, .definition"),
  }));
  /** @type {Row[]} */
  const rows = all("details.scenario");
  const scenarios = rows.map((row) => /** @type {Thing & { element: Row }} */ ({
    kind: "scenario", id: row.id, element: row, approvable: ["passed", "flaky"].includes(row.dataset.status),
  }));
  /** @type {Thing[]} */
  const things = [...claims, ...scenarios];
  /** @type {(thing: Thing) => ReviewStatus} */
  const reviewStatus = (thing) => known[thing.kind][thing.id] ?? { status: "none", word: null, comment: "", lapses: [] };
  /** @type {(status: ReviewStatus["status"]) => Short} */
  const short = (status) => (status === "change asked" ? "requested" : status);
  const open = (/** @type {Thing} */ thing) => ["none", "lapsed"].includes(reviewStatus(thing).status);

  // ---- the review status of a claim or scenario
  const draw = (/** @type {Thing} */ thing) => {
    const found = reviewStatus(thing);
    const status = short(found.status);
    thing.element.dataset.review = open(thing) ? `open ${status}` : status;
    if (thing.kind === "scenario") drawChip(thing, status);
    else drawClaim(thing, status);
    if (thing.block) drawBlock(thing, thing.block, found, status);
  };
  /** @type {(mark: Element, status: Short) => void} */
  const setMark = (mark, status) => {
    mark.setAttribute("class", `mark status-${status}`);
    mark.firstElementChild?.setAttribute("href", `#m-${MARKS[status]}`);
  };
  /** @type {(thing: Thing, status: Short) => void} */
  const drawChip = (thing, status) => {
    thing.chip?.remove();
    thing.chip = null;
    if (status === "none") return;
    const chip = word(`status.${status}`);
    chip.className = `chip status-chip status-${status}`;
    the(".chips", thing.element).append(chip);
    thing.chip = chip;
  };
  /** @type {(thing: Thing) => HTMLDetailsElement} */
  const lineOf = (thing) => {
    /** @type {HTMLDetailsElement} */
    const line = copy("review-claim");
    line.addEventListener("toggle", () => { if (line.open) give(thing, line); });
    thing.element.append(line);
    return line;
  };
  /** @type {(thing: Thing, status: Short) => void} */
  const drawClaim = (thing, status) => {
    if (!thing.line && !live && status === "none") return;
    thing.line ??= lineOf(thing);
    setMark(the("summary .mark", thing.line), status);
    the("summary span", thing.line).replaceChildren(word(`status.${status}`));
  };
  const nameOf = (/** @type {string} */ id) => byId(id)?.querySelector(".name")?.firstChild?.textContent?.trim() || id;
  const drawLapse = (/** @type {Lapse} */ lapse) => {
    const line = document.createElement("li");
    line.append(word(lapse.scenario ? `lapse.scenario.${lapse.what}` : `lapse.${lapse.what}`));
    if (lapse.scenario) {
      const link = document.createElement(byId(lapse.scenario) ? "a" : "span");
      if (link instanceof HTMLAnchorElement) link.href = `#${encodeURIComponent(lapse.scenario)}`;
      link.textContent = nameOf(lapse.scenario);
      line.append(" ", link);
    }
    return line;
  };
  /** @type {(thing: Thing, block: HTMLElement, found: ReviewStatus, status: Short) => void} */
  const drawBlock = (thing, block, found, status) => {
    const slot = (/** @type {string} */ name) => the(`[data-slot="${name}"]`, block);
    block.dataset.status = status;
    setMark(the(".mark", block), status);
    the(".status-label", block).replaceChildren(word(status === "lapsed" && found.word !== "approved" ? "status.lapsedRequest" : `status.${status}`));
    the(".status-by", block).hidden = !found.by;
    slot("by").textContent = found.by ?? "";
    const at = /** @type {HTMLTimeElement} */ (slot("at"));
    at.textContent = (found.at ?? "").slice(0, 16).replace("T", " ");
    at.dateTime = found.at ?? "";
    slot("comment").textContent = found.comment;
    slot("comment").hidden = !found.comment;
    const lapses = the(".lapses", block);
    lapses.replaceChildren(...found.lapses.slice(0, 12).map(drawLapse));
    lapses.hidden = !found.lapses.length;
    const verb = (/** @type {string} */ name) => the(`[data-decide="${name}"]`, block);
    the("form", block).hidden = !live;
    verb("approved").hidden = status === "approved" || !thing.approvable;
    the(".cannot", block).hidden = thing.approvable;
    verb("withdrawn").hidden = status === "none";
  };
  /** @type {(thing: Thing, parent: HTMLElement) => void} */
  const give = (thing, parent) => {
    if (thing.block) return;
    /** @type {HTMLElement} */
    const block = copy("review-block");
    thing.block = block;
    the("textarea", block).id = `comment-${thing.id}`;
    for (const button of all("[data-decide]", block)) button.addEventListener("click", () => decide(thing, block, button.dataset.decide ?? ""));
    the("form", block).addEventListener("submit", (event) => event.preventDefault());
    parent.append(block);
    draw(thing);
  };
  for (const thing of scenarios) {
    thing.element.addEventListener("toggle", () => { if (thing.element.open) give(thing, thing.element); });
  }

  // ---- the figures
  const panel = byId("review");
  const sum = (/** @type {Thing[]} */ list) => {
    /** @type {Record<Short | "all" | "open", number>} */
    const counts = { all: list.length, open: 0, none: 0, approved: 0, requested: 0, lapsed: 0 };
    for (const thing of list) {
      counts[short(reviewStatus(thing).status)] += 1;
      if (open(thing)) counts.open += 1;
    }
    return counts;
  };
  const drawSums = () => {
    for (const [kind, list] of Object.entries({ claim: claims, scenario: scenarios })) {
      const counts = sum(list);
      const count = (/** @type {string | undefined} */ name) => counts[/** @type {keyof typeof counts} */ (name)];
      const part = the(`.sum[data-kind="${kind}"]`, panel);
      part.hidden = !list.length;
      for (const place of all("[data-count]", part)) place.textContent = String(count(place.dataset.count));
      for (const line of all("[data-line]", part)) line.hidden = line.dataset.line !== "open" && !count(line.dataset.line);
      let x = 0;
      for (const status of /** @type {const} */ (["approved", "lapsed", "requested"])) {
        const width = list.length ? (1000 * counts[status]) / list.length : 0;
        const rect = the(`rect.status-${status}`, part);
        rect.setAttribute("x", String(x));
        rect.setAttribute("width", String(width));
        x += width;
      }
      for (const place of all(`[data-left="${kind}"]`)) place.textContent = String(counts.open);
    }
  };
  const drawAll = () => {
    for (const thing of things) draw(thing);
    drawSums();
    byId("filter")?.dispatchEvent(new Event("input"));
  };

  // ---- only what is left
  const field = /** @type {HTMLSelectElement} */ (byId("filter")?.elements.namedItem("review"));
  const showLeft = { claim: the('[data-show="claim"]', panel), scenario: the('[data-show="scenario"]', panel) };
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
  /** @type {Thing | null} */
  let last = null;
  /** @type {(block: HTMLElement, said?: Refusal) => void} */
  const refused = (block, said) => {
    const place = the(".refusal", block);
    if (said?.en) {
      const spans = /** @type {Language[]} */ (["en", "sv"]).map((language) => Object.assign(document.createElement("span"), { className: language, lang: language, textContent: said[language] }));
      place.replaceChildren(...spans);
    } else place.replaceChildren(word("offline"));
  };
  /** @type {(thing: Thing, block: HTMLElement, what: string) => Promise<void>} */
  const decide = async (thing, block, what) => {
    /** @type {HTMLTextAreaElement} */
    const area = the("textarea", block);
    if (!reviewer.value.trim()) {
      the(".refusal", block).replaceChildren(word("who"));
      reviewer.focus();
      return;
    }
    /** @type {HTMLButtonElement[]} */
    const buttons = all("button", block);
    for (const button of buttons) button.disabled = true;
    the(".refusal", block).replaceChildren();
    try {
      const answer = await fetch("/decisions", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ kind: thing.kind, id: thing.id, word: what, by: reviewer.value, comment: area.value }),
      });
      const answered = await answer.json();
      if (!answer.ok) {
        refused(block, answered);
        return;
      }
      known[thing.kind][thing.id] = answered;
      area.value = "";
      last = thing;
      draw(thing);
      drawSums();
      (things.some(open) ? next : the("summary", thing.element)).focus();
    } catch {
      refused(block);
    } finally {
      for (const button of buttons) button.disabled = false;
    }
  };
  next.addEventListener("click", () => {
    /** @type {Thing[]} */
    const list = last?.kind === "scenario" ? [...scenarios, ...claims] : [...claims, ...scenarios];
    const from = list.findIndex((thing) => thing === last) + 1;
    const thing = [...list.slice(from), ...list.slice(0, from)].find(open);
    if (!thing) return;
    last = thing;
    if (thing.element instanceof HTMLDetailsElement) {
      location.hash = `#${encodeURIComponent(thing.id)}`;
      thing.element.open = true;
      return;
    }
    thing.line ??= lineOf(thing);
    thing.line.open = true;
    thing.element.scrollIntoView({ block: "center" });
    the("summary", thing.line).focus({ preventScroll: true });
  });
  const saved = { get: () => { try { return sessionStorage.getItem("deskproof.reviewer"); } catch { return null; } } };
  reviewer.addEventListener("input", () => { try { sessionStorage.setItem("deskproof.reviewer", reviewer.value); } catch { /* not saved */ } });
  fetch("/review-statuses").then(async (answer) => {
    const answered = await answer.json();
    if (!answer.ok) throw answered;
    reviewer.value = saved.get() ?? answered.by;
    known = { claim: answered.claim, scenario: answered.scenario };
    drawAll();
  }).catch((answered) => {
    const place = Object.assign(document.createElement("p"), { className: "refusal" });
    place.setAttribute("role", "alert");
    panel.append(place);
    refused(panel, answered);
  });
})();
