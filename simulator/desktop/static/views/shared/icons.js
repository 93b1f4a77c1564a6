/** The desktop's own drawings, all on a 24 by 24 grid in the colour of the text around them; decoration, so hidden from screen readers. */
import { html, svg } from "../../vendor/lit-3.3.3.js";

/** @param {import("../../vendor/lit-3.3.3.js").TemplateResult} shape */
function icon(shape) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`;
}

export const mark = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
  <rect class="mark-tile" width="32" height="32" rx="9"></rect>
  <path class="mark-desk" d="M8 21.5h16M10.5 21.5v-3a5.5 5.5 0 0 1 11 0v3"></path>
  <path class="mark-tick" d="m12.6 10.4 2.4 2.4 4.6-5"></path>
</svg>`;
export const chevron = icon(svg`<path d="m6 9.5 6 6 6-6"></path>`);
export const cross = icon(svg`<path d="m7 7 10 10M17 7 7 17"></path>`);
export const tick = icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5"></path>`);
export const warning = icon(svg`<path d="M12 3.5 21.5 20h-19zM12 10v4.5M12 17.2v.1"></path>`);
export const info = icon(svg`<circle cx="12" cy="12" r="9"></circle><path d="M12 11v5.5M12 7.6v.1"></path>`);
export const leave = icon(svg`<path d="M14 4H6.5A1.5 1.5 0 0 0 5 5.5v13A1.5 1.5 0 0 0 6.5 20H14M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5"></path>`);
export const people = icon(
  svg`<circle cx="9" cy="8.500" r="3.500"></circle><path d="M3 19.500a6 6 0 0 1 12 0M15.500 5.300a3.500 3.500 0 0 1 0 6.400M17.500 14a6 6 0 0 1 3.500 5.500"></path>`,
);
export const inbox = icon(svg`<path d="M4 13.5 6.8 5h10.4L20 13.5V19H4zM4 13.5h4.5a3.5 3.5 0 0 0 7 0H20"></path>`);
export const house = icon(svg`<path d="M4 11 12 4.500l8 6.500v8.500H4zM9.500 19.500v-5.500h5v5.500"></path>`);
export const sheet = icon(svg`<path d="M6 3.500h8l4 4v13H6zM9 12h6M9 16h6"></path>`);
export const bell = icon(svg`<path d="M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 1.500h-15zM10 20.500h4"></path>`);
export const chat = icon(svg`<path d="M4 5h16v11.500h-9L6.500 20v-3.500H4zM8 9.500h8M8 12.500h5"></path>`);
export const pause = icon(svg`<path d="M9 5.500v13M15 5.500v13"></path>`);
export const resume = icon(svg`<path d="M8 5.500v13l10.500-6.500z"></path>`);
export const hangUp = icon(svg`<path d="M3.500 13.500c5-4.700 12-4.700 17 0l-1.800 3-4-1.500v-2.500a10 10 0 0 0-5.400 0V15l-4 1.500z"></path>`);
export const ear = icon(
  svg`<path d="M6.500 10a5.500 5.500 0 1 1 10.500 2.200c-1 2-3 2.600-3 5a3 3 0 0 1-5.700 1.300M9.500 10a2.500 2.500 0 1 1 4 2c-1 .700-1.500 1.300-1.500 2.500"></path>`,
);
export const refresh = icon(svg`<path d="M19.500 12a7.500 7.500 0 1 1-2.200-5.300M19.500 3.500v4h-4"></path>`);
export const microphone = icon(
  svg`<path d="M12 3.500a2.500 2.500 0 0 1 2.500 2.500v5.500a2.500 2.500 0 0 1-5 0V6A2.500 2.500 0 0 1 12 3.500zM6 11.500a6 6 0 0 0 12 0M12 17.500v3"></path>`,
);
export const microphoneOff = icon(
  svg`<path d="M14.500 9V6a2.500 2.500 0 0 0-4.800-1M9.500 9.500v2a2.500 2.500 0 0 0 3.800 2.100M6 11.500a6 6 0 0 0 9.500 4.900M18 11.500a6 6 0 0 1-.4 2.200M12 17.500v3M4 4l16 16"></path>`,
);
export const phone = icon(
  svg`<path d="M5 4h4l1.7 4.4-2.3 1.7a12 12 0 0 0 5.5 5.5l1.7-2.3L20 15v4a1.5 1.5 0 0 1-1.6 1.5A15.5 15.5 0 0 1 3.5 5.600A1.500 1.500 0 0 1 5 4z"></path>`,
);
export const handOver = icon(svg`<path d="M4 8h14M14.500 4.500 18 8l-3.500 3.500M20 16H6M9.500 12.500 6 16l3.500 3.500"></path>`);
export const record = icon(svg`<circle cx="12" cy="12" r="8.500"></circle><circle class="full" cx="12" cy="12" r="3.500"></circle>`);
