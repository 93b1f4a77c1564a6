/**
 * The widgets of a layout: a tree in the vendor's form, drawn with the plain elements this desktop knows. Scripts of others are not run
 * (the page's policy forbids it): a widget that would need them is named and marked as unavailable.
 */
import { html, nothing } from "../../vendor/lit-3.3.3.js";

/** @typedef {import("../../state/layout.js").Widget} Widget */
/** @typedef {import("../../text/text.js").Text} Text */

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

/** @param {Widget} widget @param {Text} text @returns {unknown} */
export function widget({ comp, textContent, children = [], wrapper }, text) {
  const draw = COMPONENTS[comp];
  const content = draw
    ? draw(html`${textContent ?? nothing}${children.map((child) => widget(child, text))}`)
    : html`<p class="hint">${text("widget.unavailable", { name: wrapper?.title ?? comp })}</p>`;
  return wrapper?.title ? html`<section class="widget"><h2>${wrapper.title}</h2>${content}</section>` : content;
}

/** A page of widgets in its grid. @param {import("../../state/layout.js").Page} page @param {Text} text */
export function widgetPage({ widgets, areas, cols, rows }, text) {
  const named = Object.keys(widgets);
  const area = (/** @type {string} */ name) => `w${named.indexOf(name)}`;
  const fractions = (/** @type {number[]} */ sizes) => sizes.map((size) => `minmax(0, ${Number(size)}fr)`).join(" ");
  const style = [
    `grid-template-areas: ${areas.map((row) => `"${row.map(area).join(" ")}"`).join(" ")}`,
    `grid-template-columns: ${fractions(cols)}`,
    `grid-template-rows: ${fractions(rows)}`,
  ].join(";");
  return html`<div class="grid" .style=${style}>
    ${named.map((name) => html`<div .style=${`grid-area: ${area(name)}`}>${widget(widgets[name], text)}</div>`)}
  </div>`;
}
