/**
 * Reads the agent's layout: found by team and role, with all of its images. What cannot be used is said with its reason; the
 * default stands in for it (AD-001).
 */
import { DEFAULT_LAYOUT, Unusable, isImage, layoutFrom } from "../state/layout.js";
import { pageOfAddress } from "../state/pages.js";
import { knownPerson } from "../state/state.js";

/** @typedef {import("../api/gateway.js").Gateway} Gateway */
/** @typedef {import("../state/layout.js").Layout} Layout */
/** @typedef {import("../state/layout.js").Trouble} Trouble */

const IMAGE_MS = 8_000;

export class LayoutReader {
  /** For whom the layout of this page was read. */
  #laidOutFor = "";
  /** Whether the layout could not be read, and is to be read at the next occasion. */
  #missing = false;

  /** @param {{gateway: () => Gateway, state: () => import("../state/state.js").State, dispatch: (action: import("../state/actions.js").Action) => void}} around */
  constructor({ gateway, state, dispatch }) {
    this.gateway = gateway;
    this.state = state;
    this.dispatch = dispatch;
  }

  /**
   * Reads the layout for this role and this team, once for the life of the page: a new layout applies on reload (AD-001).
   * @param {import("../state/person.js").RoleChoice} role @param {string} teamId empty for somebody who signs in to no team
   */
  async layOut(role, teamId) {
    const whom = `${role} ${teamId}`;
    if (this.#laidOutFor === whom) return;
    this.#laidOutFor = whom;
    const { teams, primaryTeam } = knownPerson(this.state());
    const team = teams.find(({ id }) => id === teamId) ?? primaryTeam ?? undefined;
    const { layout, trouble } = await readLayout(this.gateway(), team, role);
    const known = this.#missing;
    this.#missing = trouble?.text === "layout.notRead";
    if (this.#missing) this.#laidOutFor = "";
    if (this.#missing && known) return;
    this.dispatch({ kind: "laidOut", layout, trouble, page: pageOfAddress(location.pathname) });
  }
}

/**
 * The layout for somebody who works for this team in this role.
 * @param {Gateway} gateway @param {import("../state/person.js").Team | undefined} team
 * @param {import("../state/person.js").RoleChoice} role the persona of the document
 * @returns {Promise<{layout: Layout, trouble: Trouble | null}>} the default layout, and why, when the configured one cannot be used
 */
export async function readLayout(gateway, team, role) {
  try {
    const id = team?.layoutId ?? (await globalLayout(gateway));
    if (!id) return { layout: DEFAULT_LAYOUT, trouble: null };
    const { jsonFileContent } = await gateway.read(`/desktop-layout/${id}`);
    const layout = layoutFrom(jsonFileContent, role);
    await requireImages(layout);
    return { layout, trouble: null };
  } catch (error) {
    const trouble = error instanceof Unusable ? error.trouble : { text: "layout.notRead", values: {} };
    return { layout: DEFAULT_LAYOUT, trouble };
  }
}

/** @param {Gateway} gateway @returns {Promise<string | undefined>} */
async function globalLayout(gateway) {
  const [found] = await gateway.readAll(`/v2/desktop-layout?filter=${encodeURIComponent("global==true")}&attributes=id,global`);
  return found?.id;
}

/** @param {Layout} layout @returns {{property: string, address: string}[]} */
function images({ title, logo, illustration, pages }) {
  const named = [
    { property: "appTitle", address: title ?? "" },
    { property: "logo", address: logo },
    { property: "taskPageIllustration", address: illustration },
    ...pages.map(({ icon, label }) => ({ property: `nav.icon (${label})`, address: icon })),
  ];
  return named.filter(({ address }) => isImage(address));
}

/** Every image arrives, so that no broken one is ever shown. @param {Layout} layout */
async function requireImages(layout) {
  await Promise.all(
    images(layout).map(async ({ property, address }) => {
      if (!(await arrives(address))) throw new Unusable("layout.noImage", { property });
    }),
  );
}

/** @param {string} address @returns {Promise<boolean>} */
function arrives(address) {
  return new Promise((resolve) => {
    const image = new Image();
    const patience = setTimeout(() => settle(false), IMAGE_MS);
    const settle = (/** @type {boolean} */ arrived) => {
      clearTimeout(patience);
      resolve(arrived);
    };
    image.onload = () => settle(true);
    image.onerror = () => settle(false);
    image.src = address;
  });
}
