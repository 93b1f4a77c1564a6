/** The header of the desk: title and logo, and the parts that the layout orders (AD-001). */
import { html, nothing } from "../../vendor/lit-3.3.3.js";
import { NO_LOGO, isImage } from "../../state/layout.js";
import "../shared/drop-down.js";
import { bell, chat, mark } from "../shared/icons.js";

/** @typedef {import("./desktop.js").Desktop} Desktop */

/** @param {import("../../state/layout.js").Layout} layout @param {import("../../text/text.js").Text} text */
export function brand({ title, logo }, text) {
  const words = title ?? text("product");
  const drawing = logo === NO_LOGO ? nothing : logo ? html`<img class="logo" src=${logo} alt="" />` : mark;
  const name = isImage(words)
    ? html`<img class="title" src=${words} alt=${text("product")} />`
    : html`<span title=${words}>${words}</span>`;
  return html`<p class="product">${drawing}${words ? name : nothing}</p>`;
}

/** The parts of the header that are this module's own; `desk.js` adds the others. @type {Record<string, (desktop: Desktop) => unknown>} */
export const HEADER_PARTS = { webex, notification };

/** Webex for the web, which needs no installation and opens beside the desktop. @param {Desktop} desktop */
function webex({ text }) {
  return html`<a class="tool" href="https://web.webex.com/" target="_blank" rel="noopener noreferrer" aria-label=${text("header.webex")}>${chat}</a>`;
}

/** Notification Center: every notice since the desktop was opened, newest first. @param {Desktop} desktop */
function notification({ state, text }) {
  const notifications = state.notifications.toReversed();
  return html`<drop-down class="notifications">
    <button
      type="button"
      class="opener tool"
      aria-haspopup="dialog"
      aria-expanded="false"
      aria-controls="notifications"
      aria-label=${text("header.notifications")}
    >
      ${bell}
    </button>
    <div id="notifications" class="drop panel" popover role="dialog" aria-labelledby="notifications-title" tabindex="-1">
      <section>
        <h2 id="notifications-title">${text("header.notifications")}</h2>
        ${notifications.length === 0 ? html`<p class="hint">${text("header.noNotifications")}</p>` : nothing}
        <ul class="history">
          ${notifications.map((notice) => html`<li class=${notice.tone}>${text(notice.text, notice.values)}</li>`)}
        </ul>
      </section>
    </div>
  </drop-down>`;
}
