const SCREENS = ["starting", "gone", "trouble", "station", "work"];

export function at(id) {
  return document.getElementById(id);
}

export function show(screen, title) {
  for (const id of SCREENS) at(id).hidden = id !== screen;
  document.title = `${title} - Plain Desktop`;
}

export function fill(select, entries) {
  select.replaceChildren(...entries.map(([value, text]) => new Option(text, value)));
}
