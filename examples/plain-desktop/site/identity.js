// The agent signs in at the company's portal, which puts the tokens into the browser before it opens the desktop.

const TOKENS = "plain-desktop.tokens";

export function tokens() {
  return JSON.parse(localStorage.getItem(TOKENS));
}

export function forget() {
  localStorage.removeItem(TOKENS);
}
