// The page's own script: language and light, search and order, details and pictures when they are looked at.
// Rule: nothing from the record is ever read as markup: the details of a scenario are the page's own, escaped before they
// were packed. Details are unpacked and pictures decoded when somebody looks at them.
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
  const unpacked = async (text) => {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  };
  const filled = new WeakMap();
  const fill = (row) => {
    if (!filled.has(row)) filled.set(row, make(row));
    return filled.get(row);
  };
  const make = async (row) => {
    const packed = row.querySelector(":scope > .packed");
    const inside = document.createElement("template");
    inside.innerHTML = await unpacked(packed.textContent);
    speak(inside.content);
    for (const button of all(".thumb", inside.content)) button.addEventListener("click", () => enlarge(row, button));
    packed.replaceWith(inside.content);
  };
  const develop = (row) => {
    for (const button of all(".thumb", row)) if (!button.firstElementChild.src) picture(button.firstElementChild, button.dataset.picture);
  };
  const look = async (row) => {
    await fill(row);
    if (row.open) develop(row);
  };
  for (const row of rows) row.addEventListener("toggle", () => { if (row.open) look(row); });

  // ---- search, filter, order: all of it stands in the address, so that a view can be sent
  const filter = byId("filter");
  if (filter) {
    const lists = all("section.feature .list");
    const parts = all("section.feature .rule");
    const homes = new Map(rows.map((row) => [row, row.parentElement]));
    const places = new Map(rows.map((row, index) => [row, index]));
    const flat = document.createElement("div");
    flat.className = "list flat";
    byId("rows").append(flat);

    const fields = ["feature", "rule", "tag", "language", "changed", "review"].map((name) => filter.elements[name]).filter(Boolean);
    const distinct = (of) => [...new Set(rows.flatMap(of))].filter(Boolean);
    const choices = {
      feature: () => distinct((row) => row.dataset.feature),
      rule: () => distinct((row) => (!filter.elements.feature.value || row.dataset.feature === filter.elements.feature.value ? row.dataset.rule : "")),
      tag: () => distinct((row) => row.dataset.tag.split(" ")).sort(),
    };
    const offer = (select) => {
      const chosen = select.value;
      const options = choices[select.dataset.choices]().map((text) => new Option(text, text));
      select.replaceChildren(select.options[0], ...options);
      select.value = chosen;
      if (!select.value) select.value = "";
    };
    for (const select of all("[data-choices]", filter)) offer(select);

    const text = (key) => (a, b) => (a.dataset[key] ?? "").localeCompare(b.dataset[key] ?? "", root.lang);
    const name = (row) => row.querySelector(".name").firstChild.textContent;
    const compare = {
      status: (a, b) => a.dataset.weight - b.dataset.weight,
      name: (a, b) => name(a).localeCompare(name(b), root.lang),
      feature: text("feature"),
      rule: text("rule"),
      language: text("language"),
      changed: (a, b) => Boolean(b.dataset.changed) - Boolean(a.dataset.changed) || text("changed")(a, b),
      duration: (a, b) => b.dataset.ms - a.dataset.ms,
    };
    const sorts = all("[data-sort]", filter);
    let order = { by: "written", reverse: false };
    const arrange = () => {
      for (const button of sorts) {
        const chosen = button.dataset.sort === order.by;
        button.setAttribute("aria-pressed", String(chosen));
        button.classList.toggle("reverse", chosen && order.reverse);
      }
      const by = compare[order.by];
      if (!by) {
        for (const row of rows) homes.get(row).append(row);
        return;
      }
      const sign = order.reverse ? -1 : 1;
      flat.append(...[...rows].sort((a, b) => sign * by(a, b) || places.get(a) - places.get(b)));
    };
    const sift = () => {
      const words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
      const wanted = new Set(all("input[name=status]:checked").map((box) => box.value));
      const is = Object.fromEntries(fields.map((field) => [field.name, field.value]));
      const holds = (list, one) => !one || (list ?? "").split(" ").includes(one);
      let count = 0;
      for (const row of rows) {
        const { dataset } = row;
        const fits = (!wanted.size || wanted.has(dataset.status)) && (!is.language || dataset.language === is.language)
          && (!is.feature || dataset.feature === is.feature) && (!is.rule || dataset.rule === is.rule)
          && holds(dataset.tag, is.tag) && holds(dataset.changed, is.changed) && holds(dataset.review, is.review)
          && words.every((word) => dataset.found.includes(word));
        row.hidden = !fits;
        if (fits) count += 1;
      }
      for (const part of parts) part.hidden = !all(".scenario:not([hidden])", part).length;
      for (const list of lists) list.closest(".feature").hidden = !all(".scenario:not([hidden])", list).length;
      byId("shown-en").value = byId("shown-sv").value = count;
      byId("none").hidden = count > 0;
    };

    const remember = () => {
      const view = new URLSearchParams();
      if (byId("search").value) view.set("q", byId("search").value);
      const wanted = all("input[name=status]:checked").map((box) => box.value);
      if (wanted.length) view.set("status", wanted.join(","));
      for (const field of fields) if (field.value) view.set(field.name, field.value);
      if (order.by !== "written") view.set("sort", (order.reverse ? "-" : "") + order.by);
      const open = rows.find((row) => row.open);
      if (open) view.set("open", open.id);
      const told = view.toString();
      const hash = told ? `#?${told}` : "";
      if (hash !== location.hash) try { history.replaceState(null, "", hash || location.pathname + location.search); } catch { /* not kept */ }
    };
    const recall = (view) => {
      filter.reset();
      byId("search").value = view.get("q") ?? "";
      const wanted = (view.get("status") ?? "").split(",");
      for (const box of all("input[name=status]")) box.checked = wanted.includes(box.value);
      for (const field of fields) {
        if (field.name === "rule") offer(field);
        const asked = view.get(field.name) ?? "";
        field.value = [...field.options].some((option) => option.value === asked) ? asked : "";
      }
      const by = view.get("sort") ?? "written";
      const known = by.replace(/^-/, "");
      order = Object.hasOwn(compare, known) ? { by: known, reverse: by.startsWith("-") } : { by: "written", reverse: false };
      arrange();
      sift();
      const open = byId(view.get("open") ?? "");
      if (open?.matches("details.scenario")) go(open);
    };
    const changed = () => { sift(); remember(); };

    filter.addEventListener("submit", (event) => event.preventDefault());
    filter.addEventListener("input", (event) => {
      if (event.target.name === "feature") offer(filter.elements.rule);
      changed();
    });
    for (const button of sorts) {
      button.addEventListener("click", () => {
        const by = button.dataset.sort;
        order = { by, reverse: order.by === by && by !== "written" && !order.reverse };
        arrange();
        changed();
      });
    }
    byId("clear").addEventListener("click", () => { recall(new URLSearchParams()); remember(); byId("search").focus(); });
    for (const row of rows) row.addEventListener("toggle", remember);
    document.addEventListener("keydown", (event) => {
      if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
        event.preventDefault();
        byId("search").focus();
      }
    });
    const go = (target) => {
      if (target.matches("details.scenario")) {
        if (target.hidden || target.closest("[hidden]")) recall(new URLSearchParams());
        target.open = true;
        look(target);
        target.querySelector("summary").focus({ preventScroll: true });
      } else target.focus({ preventScroll: true });
      target.scrollIntoView();
    };
    const follow = () => {
      if (location.hash.startsWith("#?")) recall(new URLSearchParams(location.hash.slice(2)));
      else {
        const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
        if (target) go(target);
      }
    };
    addEventListener("hashchange", follow);
    sift();
    follow();
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

  // ---- pictures, enlarged; one that changed stands beside that of the base run
  const viewer = byId("viewer");
  const ways = byId("viewer-ways");
  let shelf = [];
  let at = 0;
  let way = "both";
  const arrangeWays = () => {
    const beside = "before" in shelf[at].dataset;
    const shown = beside ? way : "now";
    ways.hidden = !beside;
    byId("viewer-gone").hidden = !("gone" in shelf[at].dataset);
    byId("viewer-stage").dataset.way = shown;
    for (const button of all("button", ways)) button.setAttribute("aria-pressed", String(button.dataset.way === shown));
    if (shown === "both" || shown === "base") picture(byId("viewer-base"), shelf[at].dataset.before);
    if (shown === "difference") picture(byId("viewer-difference"), shelf[at].dataset.difference);
  };
  const show = (index) => {
    at = Math.max(0, Math.min(shelf.length - 1, index));
    picture(byId("viewer-picture"), shelf[at].dataset.picture);
    for (const image of all("img", byId("viewer-stage"))) image.alt = shelf[at].dataset.text;
    byId("viewer-text").textContent = `${at + 1} / ${shelf.length}  ${shelf[at].dataset.text}`;
    byId("viewer-previous").disabled = at === 0;
    byId("viewer-next").disabled = at === shelf.length - 1;
    arrangeWays();
  };
  const enlarge = (row, button) => {
    shelf = all(".thumb", row);
    show(shelf.indexOf(button));
    viewer.showModal();
  };
  for (const button of all("button", ways)) button.addEventListener("click", () => { way = button.dataset.way; arrangeWays(); });
  byId("viewer-previous").addEventListener("click", () => show(at - 1));
  byId("viewer-next").addEventListener("click", () => show(at + 1));
  byId("viewer-close").addEventListener("click", () => viewer.close());
  viewer.addEventListener("click", (event) => { if (event.target === viewer || event.target.matches("img")) viewer.close(); });
  viewer.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") show(at - 1);
    if (event.key === "ArrowRight") show(at + 1);
  });
  viewer.addEventListener("close", () => shelf[at]?.focus());

  // ---- on paper: what did not pass is open; it is unpacked beforehand, for a printer does not wait
  const telling = rows.filter((row) => row.dataset.status !== "passed").slice(0, 100);
  addEventListener("load", async () => { for (const row of telling) await fill(row); });
  addEventListener("beforeprint", () => {
    for (const row of telling) { row.open = true; develop(row); }
    for (const proofs of all("details.proofs")) proofs.open = false;
  });
})();
