/** The form for the control token. */
import { html } from "../vendor/lit-3.3.3.js";
import { choices, notice } from "./header.js";
import { mark, submitted } from "./parts.js";

/** @param {import("./parts.js").Console} console_ */
export function signIn(console_) {
  const { text, open } = console_;
  return html`<main class="stage">
    <form class="card sign-in" @submit=${submitted(({ token }) => open(token ?? ""))}>
      <div class="brand">${mark}<h1>${text("title")}</h1></div>
      <p class="soft">${text("signIn.lead")}</p>
      ${notice(console_)}
      <div class="row">
        <label for="token">${text("signIn.token")}</label>
        <div class="field"><input id="token" name="token" type="password" required autocomplete="off" spellcheck="false" aria-describedby="token-hint" /></div>
        <p class="hint" id="token-hint">${text("signIn.hint")}</p>
      </div>
      <button class="primary">${text("signIn")}</button>
      <div class="foot">${choices(console_)}<a href="/">${text("overview")}</a></div>
    </form>
  </main>`;
}
