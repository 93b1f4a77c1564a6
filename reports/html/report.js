// The page's own script: language and light, search and order, details and pictures when they are looked at.
// Rule: nothing from the record is ever read as markup: the details of a scenario are the page's own, escaped before they
// were packed. Details are unpacked and pictures decoded when they are opened.
"use strict";
(() => {
  const root = document.documentElement;
  /** @type {All} */
  const all = (selector, from = document) => /** @type {any[]} */ ([...from.querySelectorAll(selector)]);
  const byId = /** @type {ById} */ ((/** @type {string} */ id) => document.getElementById(id));

  // A page opened from disk may have no storage; then a choice lasts as long as the page.
  const stored = {
    /** @param {string} key */
    get(key) { try { return localStorage.getItem(`deskproof.report.${key}`); } catch { return null; } },
    /** @param {string} key @param {string} value */
    set(key, value) { try { localStorage.setItem(`deskproof.report.${key}`, value); } catch { /* not saved */ } },
  };

  // ---- language
  /** @type {[string, string][]} */
  const swaps = [["labelSv", "aria-label"], ["titleSv", "title"], ["placeholderSv", "placeholder"]];
  /** @type {WeakMap<Element, Record<string, string>>} */
  const english = new WeakMap();
  /** @param {ParentNode} from */
  const speak = (from) => {
    const swedish = root.dataset.lang === "sv";
    for (const [key, attribute] of swaps) {
      for (const element of all(`[data-${key.replace("Sv", "-sv")}]`, from)) {
        const saved = english.get(element) ?? {};
        english.set(element, saved);
        saved[attribute] ??= element.getAttribute(attribute) ?? "";
        element.setAttribute(attribute, swedish ? element.dataset[key] ?? "" : saved[attribute]);
      }
    }
    for (const option of all("[data-text-sv]", from)) {
      const saved = english.get(option) ?? {};
      english.set(option, saved);
      saved.text ??= option.textContent ?? "";
      option.textContent = swedish ? option.dataset.textSv ?? "" : saved.text;
    }
  };
  /** @param {Language} language */
  const choose = (language) => {
    root.lang = root.dataset.lang = language;
    for (const button of all("[data-choose-lang]")) button.setAttribute("aria-pressed", String(button.dataset.chooseLang === language));
    speak(document);
  };
  for (const button of all("[data-choose-lang]")) {
    const language = /** @type {Language} */ (button.dataset.chooseLang);
    button.addEventListener("click", () => { choose(language); stored.set("lang", language); });
  }
  const known = (/** @type {string | null} */ language) => (language === "en" || language === "sv" ? language : null);
  choose(known(stored.get("lang")) ?? (navigator.language.toLowerCase().startsWith("sv") ? "sv" : "en"));

  // ---- light and dark
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const theme = stored.get("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  byId("theme").addEventListener("click", () => {
    const other = (root.dataset.theme ?? (dark.matches ? "dark" : "light")) === "dark" ? "light" : "dark";
    root.dataset.theme = other;
    stored.set("theme", other);
  });

  // ---- scenarios: details are made when they are opened
  /** @type {Row[]} */
  const rows = all("details.scenario");
  // Pictures are at the end of the page, each a line for every part: its place, its size and its data. A picture of parts
  // is drawn upon the one under it. One that is not loaded yet is shown when the page is complete.
  const drawn = (/** @type {HTMLElement} */ data) => {
    const lines = [];
    for (let at = /** @type {HTMLElement | null} */ (data); at; at = byId(at.dataset.under ?? "")) lines.unshift(...at.textContent.split("\n"));
    const parts = lines.map((line) => line.split(" "));
    const [[, , width, height, whole]] = parts;
    if (parts.length === 1) return whole;
    const images = parts.map(([x, y, wide, high, uri]) => `<image x="${x}" y="${y}" width="${wide}" height="${high}" preserveAspectRatio="none" href="${uri}"/>`);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${images.join("")}</svg>`;
    return `data:image/svg+xml,${encodeURIComponent(svg)}`;
  };
  /** @type {(image: HTMLImageElement, key: string) => void} */
  const picture = (image, key) => {
    const data = byId(key);
    if (data) image.src = drawn(data);
    else if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => picture(image, key), { once: true });
  };
  const unpacked = async (/** @type {string} */ text) => {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  };
  /** @type {WeakMap<Row, Promise<void>>} */
  const filled = new WeakMap();
  const fill = (/** @type {Row} */ row) => {
    const filling = filled.get(row) ?? make(row);
    filled.set(row, filling);
    return filling;
  };
  const make = async (/** @type {Row} */ row) => {
    const [packed] = all(":scope > .packed", row);
    const inside = document.createElement("template");
    inside.innerHTML = await unpacked(packed.textContent);
    speak(inside.content);
    for (const button of thumbs(inside.content)) button.addEventListener("click", () => enlarge(row, button));
    packed.replaceWith(inside.content);
  };
  /** @type {(from: ParentNode) => Thumb[]} */
  const thumbs = (from) => all(".thumb", from);
  const develop = (/** @type {Row} */ row) => {
    for (const button of thumbs(row)) if (!button.firstElementChild.src) picture(button.firstElementChild, button.dataset.picture);
  };
  const look = async (/** @type {Row} */ row) => {
    await fill(row);
    if (row.open) develop(row);
  };
  for (const row of rows) row.addEventListener("toggle", () => { if (row.open) look(row); });

  // ---- search, filter, order: all of it is in the address, so that a view can be sent
  const filter = byId("filter");
  if (filter) {
    const lists = all("section.feature .list");
    const parts = all("section.feature .rule");
    const homes = rows.map((row) => /** @type {HTMLElement} */ (row.parentElement));
    const places = new Map(rows.map((row, index) => [row, index]));
    const placed = (/** @type {Row} */ row) => places.get(row) ?? 0;
    const flat = document.createElement("div");
    flat.className = "list flat";
    byId("rows").append(flat);

    const field = (/** @type {string} */ name) => /** @type {HTMLSelectElement} */ (filter.elements.namedItem(name));
    const fields = ["feature", "rule", "tag", "language", "changed", "review"].map(field).filter(Boolean);
    /** @type {(of: (row: Row) => string | undefined | string[]) => string[]} */
    const distinct = (of) => [...new Set(rows.flatMap((row) => of(row) ?? []))].filter(Boolean);
    /** @type {Record<string, () => string[]>} */
    const choices = {
      feature: () => distinct((row) => row.dataset.feature),
      rule: () => distinct((row) => (!field("feature").value || row.dataset.feature === field("feature").value ? row.dataset.rule : "")),
      tag: () => distinct((row) => row.dataset.tag.split(" ")).sort(),
    };
    const offer = (/** @type {HTMLSelectElement} */ select) => {
      const chosen = select.value;
      const options = choices[select.dataset.choices ?? ""]().map((text) => new Option(text, text));
      select.replaceChildren(select.options[0], ...options);
      select.value = chosen;
      if (!select.value) select.value = "";
    };
    /** @type {HTMLSelectElement[]} */
    const offered = all("[data-choices]", filter);
    for (const select of offered) offer(select);

    /** @typedef {(a: Row, b: Row) => number} Compare */
    /** @type {(key: string) => Compare} */
    const text = (key) => (a, b) => (a.dataset[key] ?? "").localeCompare(b.dataset[key] ?? "", root.lang);
    const name = (/** @type {Row} */ row) => row.querySelector(".name")?.firstChild?.textContent ?? "";
    /** @type {Record<Order, Compare>} */
    const compare = {
      status: (a, b) => Number(a.dataset.weight) - Number(b.dataset.weight),
      name: (a, b) => name(a).localeCompare(name(b), root.lang),
      feature: text("feature"),
      rule: text("rule"),
      language: text("language"),
      changed: (a, b) => Number(Boolean(b.dataset.changed)) - Number(Boolean(a.dataset.changed)) || text("changed")(a, b),
      duration: (a, b) => Number(b.dataset.ms) - Number(a.dataset.ms),
    };
    /** @type {(by: string) => by is Order} */
    const isOrder = (by) => Object.hasOwn(compare, by);
    const sorts = all("[data-sort]", filter);
    let order = { by: "written", reverse: false };
    const arrange = () => {
      for (const button of sorts) {
        const chosen = button.dataset.sort === order.by;
        button.setAttribute("aria-pressed", String(chosen));
        button.classList.toggle("reverse", chosen && order.reverse);
      }
      if (!isOrder(order.by)) {
        rows.forEach((row, index) => homes[index].append(row));
        return;
      }
      const by = compare[order.by];
      const sign = order.reverse ? -1 : 1;
      flat.append(...[...rows].sort((a, b) => sign * by(a, b) || placed(a) - placed(b)));
    };
    const statuses = () => {
      /** @type {HTMLInputElement[]} */
      const boxes = all("input[name=status]");
      return boxes;
    };
    const ticked = () => statuses().filter((box) => box.checked).map((box) => box.value);
    const sift = () => {
      const words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
      const wanted = new Set(ticked());
      const is = Object.fromEntries(fields.map((field) => [field.name, field.value]));
      /** @type {(list: string | undefined, one: string) => boolean} */
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
      for (const list of lists) {
        const feature = /** @type {HTMLElement} */ (list.closest(".feature"));
        feature.hidden = !all(".scenario:not([hidden])", list).length;
      }
      byId("shown-en").value = byId("shown-sv").value = String(count);
      byId("none").hidden = count > 0;
    };

    const remember = () => {
      const view = new URLSearchParams();
      if (byId("search").value) view.set("q", byId("search").value);
      const wanted = ticked();
      if (wanted.length) view.set("status", wanted.join(","));
      for (const field of fields) if (field.value) view.set(field.name, field.value);
      if (order.by !== "written") view.set("sort", (order.reverse ? "-" : "") + order.by);
      const open = rows.find((row) => row.open);
      if (open) view.set("open", open.id);
      const query = view.toString();
      const hash = query ? `#?${query}` : "";
      if (hash !== location.hash) try { history.replaceState(null, "", hash || location.pathname + location.search); } catch { /* not saved */ }
    };
    const recall = (/** @type {URLSearchParams} */ view) => {
      filter.reset();
      byId("search").value = view.get("q") ?? "";
      const wanted = (view.get("status") ?? "").split(",");
      for (const box of statuses()) box.checked = wanted.includes(box.value);
      for (const field of fields) {
        if (field.name === "rule") offer(field);
        const asked = view.get(field.name) ?? "";
        field.value = [...field.options].some((option) => option.value === asked) ? asked : "";
      }
      const by = view.get("sort") ?? "written";
      const known = by.replace(/^-/, "");
      order = isOrder(known) ? { by: known, reverse: by.startsWith("-") } : { by: "written", reverse: false };
      arrange();
      sift();
      const open = byId(view.get("open") ?? "");
      if (open?.matches("details.scenario")) go(open);
    };
    const changed = () => { sift(); remember(); };

    filter.addEventListener("submit", (event) => event.preventDefault());
    filter.addEventListener("input", (event) => {
      if (event.target === field("feature")) offer(field("rule"));
      changed();
    });
    for (const button of sorts) {
      button.addEventListener("click", () => {
        const by = button.dataset.sort ?? "written";
        order = { by, reverse: order.by === by && by !== "written" && !order.reverse };
        arrange();
        changed();
      });
    }
    byId("clear").addEventListener("click", () => { recall(new URLSearchParams()); remember(); byId("search").focus(); });
    for (const row of rows) row.addEventListener("toggle", remember);
    document.addEventListener("keydown", (event) => {
      if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "")) {
        event.preventDefault();
        byId("search").focus();
      }
    });
    const isRow = /** @type {(target: HTMLElement) => target is Row} */ ((target) => target.matches("details.scenario"));
    const go = (/** @type {HTMLElement} */ target) => {
      if (isRow(target)) {
        if (target.hidden || target.closest("[hidden]")) recall(new URLSearchParams());
        target.open = true;
        look(target);
        target.querySelector("summary")?.focus({ preventScroll: true });
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
    /** @type {Record<string, number | undefined>} */
    const moves = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };
    const move = moves[event.key];
    const from = cells.findIndex((cell) => cell === document.activeElement);
    if (move === undefined || from < 0) return;
    event.preventDefault();
    const to = Math.max(0, Math.min(cells.length - 1, from + move));
    cells[from].tabIndex = -1;
    cells[to].tabIndex = 0;
    cells[to].focus();
  });

  // ---- pictures, enlarged; one that changed is beside that of the baseline run
  const viewer = byId("viewer");
  const ways = byId("viewer-ways");
  /** @type {Thumb[]} */
  let strip = [];
  let at = 0;
  let way = "both";
  const arrangeWays = () => {
    const { before, difference, gone } = strip[at].dataset;
    const shown = before === undefined ? "now" : way;
    ways.hidden = before === undefined;
    byId("viewer-gone").hidden = gone === undefined;
    byId("viewer-stage").dataset.way = shown;
    for (const button of all("button", ways)) button.setAttribute("aria-pressed", String(button.dataset.way === shown));
    if (before !== undefined && (shown === "both" || shown === "baseline")) picture(byId("viewer-baseline"), before);
    if (difference !== undefined && shown === "difference") picture(byId("viewer-difference"), difference);
  };
  const show = (/** @type {number} */ index) => {
    at = Math.max(0, Math.min(strip.length - 1, index));
    picture(byId("viewer-picture"), strip[at].dataset.picture);
    /** @type {HTMLImageElement[]} */
    const images = all("img", byId("viewer-stage"));
    for (const image of images) image.alt = strip[at].dataset.text;
    byId("viewer-text").textContent = `${at + 1} / ${strip.length}  ${strip[at].dataset.text}`;
    byId("viewer-previous").disabled = at === 0;
    byId("viewer-next").disabled = at === strip.length - 1;
    arrangeWays();
  };
  /** @type {(row: Row, button: Thumb) => void} */
  const enlarge = (row, button) => {
    strip = thumbs(row);
    show(strip.indexOf(button));
    viewer.showModal();
  };
  for (const button of all("button", ways)) button.addEventListener("click", () => { way = button.dataset.way ?? way; arrangeWays(); });
  byId("viewer-previous").addEventListener("click", () => show(at - 1));
  byId("viewer-next").addEventListener("click", () => show(at + 1));
  byId("viewer-close").addEventListener("click", () => viewer.close());
  viewer.addEventListener("click", (event) => {
    if (event.target === viewer || event.target instanceof HTMLImageElement) viewer.close();
  });
  viewer.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") show(at - 1);
    if (event.key === "ArrowRight") show(at + 1);
  });
  viewer.addEventListener("close", () => strip[at]?.focus());

  // ---- on paper: the list of claims alone, on request
  byId("print-claims")?.addEventListener("click", () => { root.dataset.print = "claims"; print(); });
  addEventListener("afterprint", () => { delete root.dataset.print; });

  // ---- on paper: what did not pass is open; it is unpacked beforehand, for a printer does not wait
  const telling = rows.filter((row) => !["passed", "not-offered"].includes(row.dataset.status)).slice(0, 100);
  addEventListener("load", async () => { for (const row of telling) await fill(row); });
  addEventListener("beforeprint", () => {
    for (const row of telling) { row.open = true; develop(row); }
    /** @type {HTMLDetailsElement[]} */
    const folded = all("details.proofs");
    for (const proofs of folded) proofs.open = false;
  });
})();
