/**
 * The desktop layout that the administrator configured (AD-001, AD-082, AD-083): the vendor's document, checked against one table and
 * turned into what the views draw.
 */

/**
 * @typedef {object} Widget
 * @property {string} comp
 * @property {string} [textContent]
 * @property {string} [script] the address of the script that defines `comp` as a custom element
 * @property {Record<string, unknown>} [attributes]
 * @property {Record<string, unknown>} [properties] of the custom element; `$STORE` values are resolved by `store.js`
 * @property {Widget[]} [children]
 * @property {{title?: string}} [wrapper]
 */

/** @typedef {{address: string, label: string, icon: string, widgets: Record<string, Widget>, areas: string[][], cols: number[], rows: number[]}} Page */

/**
 * @typedef {object} Layout
 * @property {string | null} title text or the address of an image; empty for none, null for the desktop's own name
 * @property {string} logo the address of an image; empty for the desktop's own, `no-logo` for none
 * @property {string} illustration the address of the image behind the Task page; empty for none
 * @property {string[]} header the parts of the header, in order
 * @property {Page | null} home
 * @property {Page[]} pages further pages, in order
 * @property {Widget | null} panel beside the Task page
 * @property {Widget[]} persistent below every page
 * @property {Widget[]} extra custom elements in the header, after its own parts
 * @property {Widget[]} headless custom elements that run out of sight from sign-in on
 * @property {string} landing the page that opens after sign-in: `task`, `home` or the address of a further page
 */

/** Why a layout cannot be used: a key of the message catalogue and its values. @typedef {{text: string, values: Record<string, string>}} LayoutProblem */

export const NO_LOGO = "no-logo";

const HEADER = ["webex", "outdial", "notification", "availability"];

/** @type {Layout} */
export const DEFAULT_LAYOUT = {
  title: null, logo: "", illustration: "", header: HEADER.filter((part) => part !== "webex"), home: null, pages: [], panel: null, persistent: [], extra: [], headless: [],
  landing: "task",
};

/** The names of the header's parts in `advancedHeader`, and in `headerActions` (the values). */
const ADVANCED = {
  "agentx-webex": "webex", "agentx-outdial": "outdial", "agentx-notification": "notification", "agentx-state-selector": "availability",
};

const SHORTEST_NOTIFICATION_SECONDS = 1;
const LONGEST_NOTIFICATION_SECONDS = 10;
const FEWEST_NOTIFICATIONS = 1;
const MOST_NOTIFICATIONS = 10;
const IMAGE = /^(https?:\/\/|data:image\/(png|jpe?g|gif|svg\+xml|webp)[;,])/i;
const SCRIPT = /^https?:[/][/]/i;
const LOOKS_LIKE_ADDRESS = /^(https?:|data:)/i;

/** A layout cannot be used; `trouble` says why. */
export class Unusable extends Error {
  /** @param {string} text @param {Record<string, string>} values */
  constructor(text, values = {}) {
    super(text);
    this.problem = { text, values };
  }
}

/** @typedef {(value: unknown) => boolean} Check */

/** @type {Check} */
const text = (value) => typeof value === "string";
/** @type {Check} */
const flag = (value) => typeof value === "boolean";
/** @type {Check} */
const number = (value) => typeof value === "number";
/** @type {Check} */
const object = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** @param {Check} each @returns {Check} */
const list = (each) => (value) => Array.isArray(value) && value.every(each);
/** @param {number} least @param {number} most @returns {Check} */
const within = (least, most) => (value) => number(value) && Number(value) >= least && Number(value) <= most;
/** @type {Check} */
const image = (value) => value === "" || (text(value) && IMAGE.test(String(value)));

/** The check of each property by its path; the desktop reads no other properties. @type {[string, Check][]} */
const PROPERTIES = [
  ["appTitle", (value) => text(value) && (!LOOKS_LIKE_ADDRESS.test(String(value).trim()) || image(String(value).trim()))],
  ["logo", (value) => value === NO_LOGO || image(value)],
  ["taskPageIllustration", image],
  ["stopNavigateOnAcceptTask", flag],
  ["dragDropEnabled", flag],
  ["notificationTimer", within(SHORTEST_NOTIFICATION_SECONDS, LONGEST_NOTIFICATION_SECONDS)],
  ["maximumNotificationCount", within(FEWEST_NOTIFICATIONS, MOST_NOTIFICATIONS)],
  ["browserNotificationTimer", number],
  ["wxmConfigured", flag],
  ["desktopChatApp", object],
  ["desktopChatApp.webexConfigured", flag],
  ["headerActions", list(text)],
  ["area", object],
  ["area.advancedHeader", list((part) => object(part) && (/** @type {any} */ (part).script === undefined || widgetFits(part)))],
  ["area.header", widgetsFit],
  ["area.headless", widgetsFit],
  ["area.navigation", list((item) => object(item) && pageFits(/** @type {any} */ (item)))],
  ["area.homePage", (home) => object(home) && gridFits(/** @type {any} */ (home).page)],
  ["area.panel", widgetFits],
  ["area.persistent", list(widgetFits)],
];

/** @param {any} item of the navigation */
function pageFits({ nav, page }) {
  return object(nav) && text(nav.label) && text(nav.navigateTo) && /^[\w-]+$/.test(nav.navigateTo) && gridFits(page);
}

/** @param {any} page */
function gridFits(page) {
  if (!object(page) || !object(page.widgets) || !Object.values(page.widgets).every(widgetFits)) return false;
  const { widgets, layout = {} } = page;
  if (!object(layout)) return false;
  const { areas = [], size = {} } = layout;
  if (!object(size)) return false;
  const { cols = [], rows = [] } = size;
  return list(list((name) => text(name) && Object.hasOwn(widgets, String(name))))(areas) && list(number)(cols) && list(number)(rows);
}

/** @param {any} area a set of widgets by name @returns {boolean} */
function widgetsFit(area) {
  return object(area) && object(area.widgets ?? {}) && Object.values(area.widgets ?? {}).every(widgetFits);
}

/** @param {any} widget @returns {boolean} */
function widgetFits(widget) {
  if (!object(widget)) return false;
  const { comp, textContent = "", script, attributes = {}, properties = {}, wrapper = {}, children = [] } = widget;
  if (script !== undefined && !(text(script) && SCRIPT.test(script))) return false;
  return text(comp) && text(textContent) && object(attributes) && object(properties) && object(wrapper) && list(widgetFits)(children);
}

/** @param {string} content @param {import("./person.js").RoleChoice} role @returns {Layout} */
export function layoutFrom(content, role) {
  let document;
  try {
    document = JSON.parse(content);
  } catch {
    throw new Unusable("layout.notJson");
  }
  const persona = document?.[role];
  if (!object(persona)) throw new Unusable("layout.noPersona", { persona: role });
  for (const [path, fits] of PROPERTIES) {
    const value = path.split(".").reduce((/** @type {any} */ inner, name) => inner?.[name], persona);
    if (value !== undefined && !fits(value)) throw new Unusable("layout.wrong", { property: `${role}.${path}` });
  }
  const { appTitle = null, logo = "", taskPageIllustration = "", area = {} } = persona;
  const pages = (area.navigation ?? []).map(navigationPage);
  const home = role === "agent" || !area.homePage ? null : grid("home", "", "", area.homePage.page);
  const landing = (area.navigation ?? []).find((/** @type {any} */ { nav }) => nav.isDefaultLandingPage)?.nav.navigateTo;
  return {
    title: appTitle?.trim() ?? null,
    logo,
    illustration: taskPageIllustration,
    header: header(persona),
    home,
    pages,
    panel: area.panel ?? null,
    persistent: area.persistent ?? [],
    extra: [...Object.values(area.header?.widgets ?? {}), ...(area.advancedHeader ?? []).filter((/** @type {Widget} */ { script }) => script)],
    headless: Object.values(area.headless?.widgets ?? {}),
    landing: landing ?? (home ? "home" : "task"),
  };
}

/** The known parts of the header that the document names, in its order. @param {any} persona @returns {string[]} */
function header({ headerActions = HEADER.slice(0, 3), area = {}, desktopChatApp }) {
  const named = area.advancedHeader
    ? area.advancedHeader.map((/** @type {{comp: keyof typeof ADVANCED}} */ { comp }) => ADVANCED[comp])
    : [...headerActions, "availability"];
  const known = (/** @type {string} */ part) => HEADER.includes(part) && (part !== "webex" || desktopChatApp?.webexConfigured === true);
  return named.filter(known);
}

/** @param {any} item of the navigation @returns {Page} */
function navigationPage({ nav, page }) {
  return grid(nav.navigateTo, nav.label, nav.iconType === "other" ? (nav.icon ?? "") : "", page);
}

/** @param {string} address @param {string} label @param {string} icon @param {any} page @returns {Page} */
function grid(address, label, icon, { widgets, layout = {} }) {
  const names = Object.keys(widgets);
  const { areas = [names], size = {} } = layout;
  return { address, label, icon, widgets, areas, cols: size.cols ?? areas[0]?.map(() => 1) ?? [], rows: size.rows ?? areas.map(() => 1) };
}

/** @param {string} value of a title: an image or words */
export function isImage(value) {
  return IMAGE.test(value);
}
