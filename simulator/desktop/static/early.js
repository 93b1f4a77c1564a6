// Runs before the first paint, so that a stored appearance or language never flashes past; everything else waits for main.js.
(() => {
  const root = document.documentElement;
  /** @type {{appearance?: string, language?: string}} */
  let chosen = {};
  try {
    chosen = JSON.parse(localStorage.getItem("deskproof-desk.choices") ?? "{}");
  } catch {
    // Storage is off or holds something else: the browser's own preferences stand.
  }
  if (chosen.appearance === "light" || chosen.appearance === "dark") root.dataset.appearance = chosen.appearance;
  const wanted = [chosen.language ?? "", ...navigator.languages].map((tag) => tag.slice(0, 2));
  root.lang = wanted.find((tag) => tag === "en" || tag === "sv") ?? "en";
})();
