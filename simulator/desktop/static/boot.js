/*
 * Opens the page and draws it until the desktop is open: appearance and language before the first paint, the progress of loading, and,
 * when the desktop cannot load, an error with details for the administrator (AD-007 to AD-011).
 *
 * A classic script with its own texts and no imports, so that a missing or broken module does not affect it. The modules send it events:
 * "desk-stage" (the stage that begins), "desk-open" (the desktop is open) and "desk-failed" (a Failure of state.js).
 */
(() => {
  const root = document.documentElement;

  const WORDS = {
    en: {
      title: "The desktop could not be loaded",
      product: "Deskproof Desk",
      again: "Try Again",
      copy: "Copy Details",
      copied: "Copied",
      notCopied: "Copying was not allowed; the details are selected for you to copy.",
      intro: "Try again. If it goes on, give these details to your administrator.",
      id: "Error ID",
      time: "Time",
      address: "Address",
      cause: "Cause",
      stages: {
        files: "Loading the desktop…",
        service: "Finding the service…",
        identity: "Finding out who you are…",
        connection: "Connecting…",
        configuration: "Reading your settings…",
        session: "Looking for your session…",
      },
      why: {
        file: "A part of the desktop did not arrive.",
        script: "A part of the desktop does not work.",
        NETWORK: "The service could not be reached.",
        SOCKET: "The connection for notifications was refused.",
        unreachable: "The sign-in service could not be reached.",
        storage: "This browser does not let the desktop keep your sign-in. Allow site data for this address.",
        access_denied: "The sign-in was cancelled.",
        other: "Something went wrong on the way.",
      },
    },
    sv: {
      title: "Skrivbordet kunde inte läsas in",
      product: "Deskproof Desk",
      again: "Försök igen",
      copy: "Kopiera detaljer",
      copied: "Kopierat",
      notCopied: "Kopiering tilläts inte; detaljerna är markerade så att du kan kopiera dem.",
      intro: "Försök igen. Ge uppgifterna nedan till administratören om felet kvarstår.",
      id: "Fel-ID",
      time: "Tid",
      address: "Adress",
      cause: "Orsak",
      stages: {
        files: "Läser in skrivbordet…",
        service: "Letar upp tjänsten…",
        identity: "Tar reda på vem du är…",
        connection: "Ansluter…",
        configuration: "Läser dina inställningar…",
        session: "Letar efter din session…",
      },
      why: {
        file: "En del av skrivbordet kom aldrig fram.",
        script: "En del av skrivbordet fungerar inte.",
        NETWORK: "Tjänsten kunde inte nås.",
        SOCKET: "Anslutningen för aviseringar nekades.",
        unreachable: "Inloggningstjänsten kunde inte nås.",
        storage: "Webbläsaren låter inte skrivbordet spara din inloggning. Tillåt webbplatsdata för den här adressen.",
        access_denied: "Inloggningen avbröts.",
        other: "Något gick fel på vägen.",
      },
    },
  };
  const STAGES = Object.keys(WORDS.en.stages);

  chooseLook();
  const words = WORDS[root.lang === "sv" ? "sv" : "en"];

  let stage = "files";
  /** @typedef {{kind: string, cause: string, trackingId: string, at: string, address: string}} Failure */
  /** @type {Failure | null} */
  let failure = null;
  let open = false;
  let shown = false;
  /** Addresses of the files that have arrived. @type {Set<string>} */
  const arrived = new Set();

  /** The part of the page that this script draws; absent until the parser has reached it. */
  const boot = () => document.getElementById("boot");

  /** The stored appearance and the language chosen on this site, else the browser's own (storage.js writes both). */
  function chooseLook() {
    /** @type {{appearance?: unknown, language?: unknown}} */
    let chosen = {};
    let fromCookie;
    try {
      fromCookie = /(?:^|; )deskproof_language=(en|sv)(?:;|$)/.exec(document.cookie)?.[1];
      chosen = JSON.parse(localStorage.getItem("deskproof-desk.choices") ?? "{}") ?? {};
    } catch {
      // Storage is off or has something else in it: the browser's own preferences apply.
    }
    if (chosen.appearance === "light" || chosen.appearance === "dark") root.dataset.appearance = chosen.appearance;
    const preferred = [fromCookie, chosen.language, ...navigator.languages].map((tag) => (typeof tag === "string" ? tag.split("-")[0].toLowerCase() : ""));
    root.lang = preferred.find((tag) => tag === "en" || tag === "sv") ?? "en";
  }

  /** @param {string} name @param {string} className @param {...(Node | string)} content */
  function element(name, className, ...content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  }

  function draw() {
    const place = boot();
    if (!place) return;
    place.hidden = open;
    if (open) place.replaceChildren();
    else if (failure) drawFailure(place, failure);
    else drawProgress(place);
  }

  /** The files that the page names are the first half of the bar, the stages after them the second. @param {HTMLElement} place */
  function drawProgress(place) {
    const meter = place.querySelector("progress");
    const line = place.querySelector("h1");
    if (!meter || !line) return;
    const named = [...document.querySelectorAll("link[rel=modulepreload], link[rel=stylesheet], script[src]")].map(
      (file) => /** @type {HTMLLinkElement & HTMLScriptElement} */ (file).href || /** @type {HTMLScriptElement} */ (file).src,
    );
    const files = named.filter((address) => arrived.has(address)).length / Math.max(1, named.length);
    const stages = STAGES.indexOf(stage) / STAGES.length;
    meter.max = 100;
    meter.value = Math.max(meter.value, Math.round(stage === "files" ? files * 50 : 50 + stages * 50));
    meter.setAttribute("aria-label", words.stages.files);
    line.textContent = words.stages[/** @type {keyof typeof words.stages} */ (stage)];
    line.removeAttribute("lang");
    for (const other of place.querySelectorAll("h1 + h1")) other.remove();
  }

  /** @param {HTMLElement} place @param {Failure} failure */
  function drawFailure(place, { kind, cause, trackingId, at, address }) {
    if (shown) return;
    shown = true;
    document.title = `${words.title} · ${words.product}`;
    const facts = [
      [words.id, trackingId],
      [words.time, at],
      [words.address, address],
      [words.cause, cause],
    ];
    const shownValue = (/** @type {string} */ value) => (value === trackingId ? element("code", "", value) : value);
    const list = element("dl", "facts", ...facts.map(([name, value]) => element("div", "", element("dt", "", name), element("dd", "", shownValue(value)))));
    const heading = element("h1", "", words.title);
    heading.id = "failure-title";
    const why = words.why[/** @type {keyof typeof words.why} */ (kind)] ?? words.why.other;
    const alert = element("div", "", heading, element("p", "", why));
    alert.setAttribute("role", "alert");
    const copyStatus = element("span", "copied");
    copyStatus.setAttribute("role", "status");
    const copy = element("button", "secondary", words.copy);
    copy.onclick = async () => {
      const text = facts.map(([name, value]) => `${name}: ${value}`).join("\n");
      const done = await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      );
      if (!done) getSelection()?.selectAllChildren(list);
      copyStatus.textContent = done ? words.copied : words.notCopied;
    };
    const again = element("button", "primary", words.again);
    again.onclick = () => location.reload();
    const card = element(
      "section",
      "card failure",
      element("header", "", alert),
      element("div", "rows", element("p", "", words.intro), list),
      element("footer", "", copyStatus, copy, again),
    );
    card.setAttribute("aria-labelledby", heading.id);
    place.replaceChildren(element("main", "stage", card));
  }

  /** Shows the first failure only; later ones follow from it. @param {Failure} why */
  function fail(why) {
    if (open || failure) return;
    failure = why;
    root.toggleAttribute("data-could-not-load", true);
    draw();
  }

  /** A failure that this script detects itself. The query of the address may contain a sign-in code, so it is left out. @param {string} kind @param {string} cause */
  function found(kind, cause) {
    const trackingId = `desk_${crypto.randomUUID()}`;
    fail({ kind, cause, trackingId, at: new Date().toISOString(), address: location.origin + location.pathname });
  }

  // A file that does not arrive fires an error event at its element, which does not bubble; a script that fails fires one at the window.
  // A script also fails for a file that it imports, in either order with the link to that file, which is the one to be named.
  addEventListener(
    "error",
    (event) => {
      const { target } = event;
      if (target instanceof HTMLLinkElement && target.rel !== "icon") found("file", new URL(target.href).pathname);
      else if (target instanceof HTMLScriptElement) setTimeout(() => found("file", new URL(target.src).pathname));
      else if (event instanceof ErrorEvent) found("script", event.message);
    },
    true,
  );
  addEventListener("unhandledrejection", ({ reason }) => found("script", String(reason)));

  document.addEventListener("desk-stage", (event) => {
    stage = /** @type {CustomEvent} */ (event).detail;
    draw();
  });
  document.addEventListener("desk-failed", (event) => fail(/** @type {CustomEvent} */ (event).detail));
  document.addEventListener("desk-open", () => {
    open = true;
    draw();
  });
  document.addEventListener("readystatechange", draw);
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) arrived.add(name);
    if (stage === "files" && !open) draw();
  }).observe({ type: "resource", buffered: true });
})();
