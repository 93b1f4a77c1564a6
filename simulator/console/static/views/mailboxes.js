/** The mails, with their codes. */
import { html, nothing } from "../vendor/lit-3.3.3.js";
import { card, counted } from "./parts.js";

/** @param {import("./parts.js").Console} console_ */
export function mailboxes({ state, text }) {
  const mails = state.floor?.mails ?? [];
  if (!state.floor) return nothing;
  return card(
    "mailboxes",
    text("mailboxes"),
    mails.length
      ? html`<ul class="rows">${mails.toReversed().map(
          (mail) => html`<li class="mail">
            <p class="who"><b>${mail.to}</b></p><time class="timer" datetime=${mail.at}>${mail.at.slice(11, 19)}</time>
            <p><span lang="en">${mail.subject}</span>${mail.code ? html` <code class="code">${mail.code}</code>` : nothing}</p>
            <p class="soft" lang="en">${mail.text}</p>
          </li>`,
        )}</ul>`
      : html`<p class="empty">${text("mailboxes.none")}</p>`,
    counted(mails.length),
  );
}
