// The page's own script: language and light, search and order, details and pictures when they are looked at.
// Rule: nothing from the record is ever read as markup; details come out of <template>, pictures out of text.
"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);

  // A page opened from disk may have no storage; then a choice lasts as long as the page.
  const stored = {
    get(key) { try { return localStorage.getItem(`deskproof.report.${key}`); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(`deskproof.report.${key}`, value); } catch { /* not kept */ } },
  };

  // ---- language
  const swaps = [["labelSv", "aria-label"], ["titleSv", "title"], ["placeholderSv", "placeholder"]];
  const english = new WeakMap();
  const speak = (from) => {
    const swedish = root.dataset.lang === "sv";
    for (const [key, attribute] of swaps) {
      for (const element of all(`[data-${key.replace("Sv", "-sv")}]`, from)) {
        if (!english.has(element)) english.set(element, {});
        const kept = english.get(element);
        kept[attribute] ??= element.getAttribute(attribute);
        element.setAttribute(attribute, swedish ? element.dataset[key] : kept[attribute]);
      }
    }
    for (const option of all("[data-text-sv]", from)) {
      if (!english.has(option)) english.set(option, option.textContent);
      option.textContent = swedish ? option.dataset.textSv : english.get(option);
    }
  };
  const choose = (language) => {
    root.lang = root.dataset.lang = language;
    for (const button of all("[data-choose-lang]")) button.setAttribute("aria-pressed", String(button.dataset.chooseLang === language));
    speak(document);
  };
  for (const button of all("[data-choose-lang]")) {
    button.addEventListener("click", () => { choose(button.dataset.chooseLang); stored.set("lang", button.dataset.chooseLang); });
  }
  const known = (language) => (["en", "sv"].includes(language) ? language : null);
  choose(known(stored.get("lang")) ?? (navigator.language.toLowerCase().startsWith("sv") ? "sv" : "en"));

  // ---- light and dark
  const dark = matchMedia("(prefers-color-scheme: dark)");
  if (["light", "dark"].includes(stored.get("theme"))) root.dataset.theme = stored.get("theme");
  byId("theme").addEventListener("click", () => {
    root.dataset.theme = (root.dataset.theme ?? (dark.matches ? "dark" : "light")) === "dark" ? "light" : "dark";
    stored.set("theme", root.dataset.theme);
  });

  // ---- scenarios: details are made when they are opened
  const rows = all("details.scenario");
  // Pictures stand at the end of the page; one that is not there yet is shown when the page is whole.
  const picture = (image, key) => {
    const data = byId(key);
    if (data) image.src = data.textContent;
    else if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => picture(image, key), { once: true });
  };
  const fill = (row) => {
    const template = row.querySelector(":scope > template");
    if (!template) return;
    const inside = template.content.cloneNode(true);
    speak(inside);
    for (const button of all(".thumb", inside)) {
      picture(button.firstElementChild, button.dataset.picture);
      button.addEventListener("click", () => enlarge(row, button));
    }
    template.replaceWith(inside);
  };
  for (const row of rows) row.addEventListener("toggle", () => { if (row.open) fill(row); });

  // ---- search, filter, order
  const order = byId("order");
  const filter = byId("filter");
  if (filter) {
    const lists = all("section.feature .list");
    const parts = all("section.feature .rule");
    const homes = new Map(rows.map((row) => [row, row.parentElement]));
    const flat = document.createElement("div");
    flat.className = "list flat";
    byId("rows").append(flat);
    const compare = {
      status: (a, b) => a.dataset.weight - b.dataset.weight,
      duration: (a, b) => b.dataset.ms - a.dataset.ms,
    };
    const arrange = () => {
      const by = compare[order.value];
      if (by) flat.append(...[...rows].sort(by));
      else for (const row of rows) homes.get(row).append(row);
    };
    const sift = () => {
      const words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
      const wanted = new Set(all("input[name=status]:checked").map((box) => box.value));
      const language = byId("language")?.value ?? "";
      let count = 0;
      for (const row of rows) {
        const fits = (!wanted.size || wanted.has(row.dataset.status)) && (!language || row.dataset.language === language)
          && words.every((word) => row.dataset.found.includes(word));
        row.hidden = !fits;
        if (fits) count += 1;
      }
      for (const part of parts) part.hidden = !all(".scenario:not([hidden])", part).length;
      for (const list of lists) list.closest(".feature").hidden = !all(".scenario:not([hidden])", list).length;
      byId("shown-en").value = byId("shown-sv").value = count;
      byId("none").hidden = count > 0;
    };
    filter.addEventListener("submit", (event) => event.preventDefault());
    filter.addEventListener("input", (event) => { if (event.target === order) arrange(); sift(); });
    byId("clear").addEventListener("click", () => { filter.reset(); arrange(); sift(); byId("search").focus(); });
    document.addEventListener("keydown", (event) => {
      if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
        event.preventDefault();
        byId("search").focus();
      }
    });
    const follow = () => {
      const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
      if (!target) return;
      if (target.matches("details.scenario")) {
        if (target.hidden || target.closest("[hidden]")) { filter.reset(); arrange(); sift(); }
        target.open = true;
        fill(target);
        target.querySelector("summary").focus({ preventScroll: true });
      } else target.focus({ preventScroll: true });
      target.scrollIntoView();
    };
    addEventListener("hashchange", follow);
    follow();
    sift();
  }

  // ---- the strip of claims is one stop for the keyboard; arrows walk it
  const cells = all("#strip .cell");
  cells.forEach((cell, index) => { cell.tabIndex = index ? -1 : 0; });
  byId("strip")?.addEventListener("keydown", (event) => {
    const move = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    const from = cells.indexOf(document.activeElement);
    if (move === undefined || from < 0) return;
    event.preventDefault();
    const to = Math.max(0, Math.min(cells.length - 1, from + move));
    cells[from].tabIndex = -1;
    cells[to].tabIndex = 0;
    cells[to].focus();
  });

  // ---- pictures, enlarged
  const viewer = byId("viewer");
  let shelf = [];
  let at = 0;
  const show = (index) => {
    at = Math.max(0, Math.min(shelf.length - 1, index));
    picture(byId("viewer-picture"), shelf[at].dataset.picture);
    byId("viewer-picture").alt = shelf[at].dataset.text;
    byId("viewer-text").textContent = `${at + 1} / ${shelf.length}  ${shelf[at].dataset.text}`;
    byId("viewer-previous").disabled = at === 0;
    byId("viewer-next").disabled = at === shelf.length - 1;
  };
  const enlarge = (row, button) => {
    shelf = all(".thumb", row);
    show(shelf.indexOf(button));
    viewer.showModal();
  };
  byId("viewer-previous").addEventListener("click", () => show(at - 1));
  byId("viewer-next").addEventListener("click", () => show(at + 1));
  byId("viewer-close").addEventListener("click", () => viewer.close());
  viewer.addEventListener("click", (event) => { if (event.target === viewer || event.target.id === "viewer-picture") viewer.close(); });
  viewer.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") show(at - 1);
    if (event.key === "ArrowRight") show(at + 1);
  });
  viewer.addEventListener("close", () => shelf[at]?.focus());

  // ---- on paper: what did not pass is open
  addEventListener("beforeprint", () => {
    for (const row of rows) if (row.dataset.status !== "passed") { fill(row); row.open = true; }
    for (const proofs of all("details.proofs")) proofs.open = false;
  });
})();
