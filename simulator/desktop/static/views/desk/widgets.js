/**
 * The widgets of a layout: a tree in the vendor's form. Plain elements are drawn by this desktop, custom elements by the script that the
 * layout names; a component that is neither is named and marked as unavailable.
 */
import { html, nothing } from "../../vendor/lit-3.3.3.js";
import { resolved, storeOf } from "../../state/store.js";
import "./layout-element.js";

/** @typedef {import("../../state/layout.js").Widget} Widget */
/** @typedef {Pick<import("./desktop.js").Desktop, "state" | "text" | "agent">} Situation */

/** What each component becomes. @type {Record<string, (content: unknown) => unknown>} */
const COMPONENTS = {
  div: (content) => html`<div>${content}</div>`,
  p: (content) => html`<p>${content}</p>`,
  span: (content) => html`<span>${content}</span>`,
  h2: (content) => html`<h2>${content}</h2>`,
  h3: (content) => html`<h3>${content}</h3>`,
  ul: (content) => html`<ul>${content}</ul>`,
  li: (content) => html`<li>${content}</li>`,
  "md-label": (content) => html`<p>${content}</p>`,
  "md-tabs": (content) => html`<div>${content}</div>`,
  "md-tab": (content) => html`<h3>${content}</h3>`,
  "md-tab-panel": (content) => html`<div>${content}</div>`,
};

/** @param {Widget} tree @param {Situation} desktop @returns {unknown} */
export function widget(tree, desktop) {
  const { comp, wrapper } = tree;
  const draw = COMPONENTS[comp];
  const content = tree.script
    ? custom(tree, desktop)
    : draw
      ? draw(inside(tree, desktop))
      : html`<p class="hint">${desktop.text("widget.unavailable", { name: wrapper?.title ?? comp })}</p>`;
  return wrapper?.title ? html`<section class="widget"><h2>${wrapper.title}</h2>${content}</section>` : content;
}

/** @param {Widget} tree @param {Situation} desktop */
function inside({ textContent, children = [] }, desktop) {
  return html`${textContent ?? nothing}${children.map((child) => widget(child, desktop))}`;
}

/** @param {Widget} tree @param {Situation} desktop */
function custom(tree, desktop) {
  const { state, text, agent } = desktop;
  const store = storeOf(state, isDark(state));
  const hasContent = tree.textContent !== undefined || (tree.children ?? []).length > 0;
  return html`<layout-element
    .widget=${tree}
    .given=${resolved(tree.attributes ?? {}, store)}
    .values=${resolved(tree.properties ?? {}, store)}
    .content=${hasContent ? inside(tree, desktop) : nothing}
    .text=${text}
    .load=${agent.loadScript}
    .failed=${agent.elementFailed}
  ></layout-element>`;
}

/** @param {import("../../state/state.js").State} state */
function isDark({ appearance }) {
  return appearance === "dark" || (appearance === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
}

/** A page of widgets in its grid. @param {import("../../state/layout.js").Page} page @param {Situation} desktop */
export function widgetPage({ widgets, areas, cols, rows }, desktop) {
  const named = Object.keys(widgets);
  const area = (/** @type {string} */ name) => `w${named.indexOf(name)}`;
  const fractions = (/** @type {number[]} */ sizes) => sizes.map((size) => `minmax(0, ${Number(size)}fr)`).join(" ");
  const style = [
    `grid-template-areas: ${areas.map((row) => `"${row.map(area).join(" ")}"`).join(" ")}`,
    `grid-template-columns: ${fractions(cols)}`,
    `grid-template-rows: ${fractions(rows)}`,
  ].join(";");
  return html`<div class="grid" .style=${style}>
    ${named.map((name) => html`<div .style=${`grid-area: ${area(name)}`}>${widget(widgets[name], desktop)}</div>`)}
  </div>`;
}
