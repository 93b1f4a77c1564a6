/* Runs in the page of a test: draws a view with an agent that notes every call, and reads what is there. */
(async () => {
  const { html, nothing, render } = await import("/desktop/vendor/lit-3.3.3.js");
  const { initialState } = await import("/desktop/state/state.js");
  const { catalogue } = await import("/desktop/text/text.js");
  const icons = await import("/desktop/views/shared/icons.js");
  const numbering = await (await fetch("/desktop/numbering.json")).json();
  const regions = numbering.regions.filter(({ region }) => ["US", "CA", "SE"].includes(region));

  const happened = (target, name, act) =>
    new Promise((resolve) => {
      target.addEventListener(name, resolve, { once: true });
      act();
    });

  const styles = ["style", "layout", "dialogs", "notices", "desk", "calls", "teams", "small"];
  await Promise.all(
    styles.map((name) => {
      const link = Object.assign(document.createElement("link"), { rel: "stylesheet", charset: "utf-8", href: `/desktop/styles/${name}.css` });
      return happened(link, "load", () => document.head.append(link));
    }),
  );
  document.body.style.paddingLeft = "30rem"; // panels unfold to the left of their buttons
  document.body.innerHTML = '<div id="stage"></div><dialog id="probe"></dialog><div id="probe-popover" popover="manual"></div>';
  const views = {};
  const calls = [];
  const recorder = (...path) =>
    new Proxy(() => {}, {
      get: (_, name) => (typeof name === "string" && !name.startsWith("_$") ? recorder(...path, name) : undefined), // `_$` is Lit's own
      apply: (_, __, given) => {
        calls.push([path.join("."), ...given]);
      },
    });

  const drawing = (icon) => {
    const place = document.createElement("div");
    render(icon, place);
    return place.querySelector("svg").innerHTML.replace(/<!--.*?-->/g, "");
  };
  const icon = Object.fromEntries(Object.entries(icons).map(([name, each]) => [drawing(each), name]));

  const RELATED = ["aria-describedby", "aria-labelledby", "aria-controls", "aria-activedescendant", "for"];
  const UNSEEN = ["class", "id", "data-used", "for", "name", "checked", "disabled", "readonly", "open", "selected"];

  const textOf = (element) =>
    [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data).join("").replace(/\s+/g, " ").trim();
  const wordsOf = (element) => element.textContent.replace(/\s+/g, " ").trim();

  function relation(name, ids) {
    const texts = ids.split(" ").map((id) => {
      const other = document.getElementById(id);
      if (!other) return `MISSING #${id}`;
      return name === "aria-controls" ? other.getAttribute("role") || other.localName : `"${wordsOf(other)}"`;
    });
    return `${name}=${texts.join(" + ")}`;
  }

  function facts(element) {
    const attributes = [...element.attributes].filter(({ name }) => !UNSEEN.includes(name));
    const { disabled, readOnly, checked, type, localName } = element;
    const isField = ["input", "select"].includes(localName);
    return [
      ...attributes.map(({ name, value }) => (RELATED.includes(name) ? relation(name, value) : value === "" ? name : `${name}=${name === "style" ? value.replace(/[\d.]+px/g, "…px") : value.trim()}`)),
      ...(element.htmlFor && !document.getElementById(element.htmlFor) ? ["FOR NOTHING"] : []),
      ...(isField && type !== "radio" && type !== "checkbox" ? [`value="${element.value}"`] : []),
      ...(checked ? ["checked"] : []),
      ...(disabled ? ["disabled"] : []),
      ...(readOnly ? ["readonly"] : []),
      ...(element.matches(":modal") ? ["MODAL"] : []),
      ...(element.matches(":popover-open") ? ["OPEN"] : []),
      ...(element === document.activeElement ? ["FOCUS"] : []),
    ];
  }

  function* lines(element, depth) {
    for (const child of element.children) {
      if (child.localName === "svg") {
        const decorative = child.getAttribute("aria-hidden") === "true" && child.getAttribute("focusable") === "false";
        yield `${" ".repeat(depth)}[${icon[child.innerHTML.replace(/<!--.*?-->/g, "")]}]${decorative ? "" : " NOT HIDDEN"}`;
        continue;
      }
      const classes = [...child.classList].map((name) => `.${name}`).join("");
      const seen = facts(child);
      const silent = child.closest("[aria-hidden=true]") ? textOf(child) : "";
      const shown = classes || seen.length > 0 || silent;
      const text = textOf(child);
      if (shown) yield [" ".repeat(depth) + child.localName + classes, ...(text ? [`"${text}"`] : []), ...seen].join(" ");
      yield* lines(child, shown ? depth + 1 : depth);
    }
  }

  window.stage = {
    calls,

    async draw({ module, view, state, language, again }) {
      const root = document.getElementById("stage");
      const loaded = await import(module);
      if (!again) {
        render(nothing, root);
        await stage.settle();
        document.activeElement.blur();
      }
      const whole = { ...initialState({ language, appearance: "system", display: { small: false, zoom: 100 } }), regions, ...state };
      whole.floor = { ...initialState({}).floor, ...state.floor };
      whole.softphone = { ...initialState({}).softphone, ...state.softphone };
      const desktop = {
        state: whole,
        text: catalogue(language),
        agent: recorder("agent"),
        choose: (choices) => calls.push(["choose", choices]),
        dispatch: (action) => calls.push(["dispatch", action]),
        stay: () => calls.push(["stay"]),
        messages: html`<p>Messages</p>`,
      };
      views[view] ??= (0, eval)(view); // the same function, so that Lit draws in place
      render(views[view](loaded, desktop, html), root);
      await stage.settle();
      if (!again) calls.splice(0);
    },

    /** Everything that was to happen has happened: elements are up to date, and events that browsers send later were sent. */
    async settle() {
      const [dialog, popover] = [document.getElementById("probe"), document.getElementById("probe-popover")];
      await happened(popover, "toggle", () => popover.showPopover());
      await happened(popover, "toggle", () => popover.hidePopover());
      dialog.open = true; // show() would close every popover
      await happened(dialog, "close", () => dialog.close());
      const waiting = () => [...document.querySelectorAll("*")].filter((element) => element.isUpdatePending);
      for (let some = waiting(); some.length > 0; some = waiting()) await Promise.all(some.map(({ updateComplete }) => updateComplete));
    },

    /** Shows what is folded away, so that it can be read. */
    unfold(on) {
      if (on) {
        const style = document.createElement("style");
        style.id = "unfolding";
        style.textContent = "#stage [popover] { display: block !important }";
        document.head.append(style);
      } else document.getElementById("unfolding").remove();
    },

    seen() {
      return [...lines(document.getElementById("stage"), 0)];
    },

    found() {
      return [...document.querySelectorAll("#stage :is(button, a, input, select)")].filter(
        (element) => element.closest("[popover]") === null || element.closest("[popover]").id !== "probe-popover",
      );
    },

    controls() {
      return stage.found().map((element) => {
        const label = element.ariaLabel ?? element.labels?.[0] ?? element;
        return `${element.localName} "${typeof label === "string" ? label : wordsOf(label)}"`;
      });
    },

    /** Marks the control with this number, and opens what hides it. */
    async mark(index) {
      document.querySelector("[data-used]")?.removeAttribute("data-used");
      const element = stage.found()[index];
      if (!element) return;
      element.setAttribute("data-used", "");
      const folded = element.closest("[popover]:not(:popover-open)");
      folded?.showPopover();
      const dialog = element.closest("dialog:not([open])");
      dialog?.showModal();
      await stage.settle();
    },

    kind() {
      const element = document.querySelector("[data-used]");
      if (element.disabled || element.readOnly || element.ariaDisabled === "true") return "disabled";
      if (element.localName === "select") return "select";
      return element.localName === "input" && !["radio", "checkbox"].includes(element.type) ? "text" : "click";
    },
  };
})();
