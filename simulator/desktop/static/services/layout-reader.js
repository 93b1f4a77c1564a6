/**
 * Reads the agent's layout: found by team and role, with all of its images. A layout that cannot be used is reported with the
 * reason, and the default layout is shown instead (AD-001).
 */
import { DEFAULT_LAYOUT, Unusable, isImage, layoutFrom } from "../state/layout.js";
import { pageOfAddress } from "../state/pages.js";
import { knownPerson } from "../state/state.js";

/** @typedef {import("../api/gateway.js").Gateway} Gateway */
/** @typedef {import("../state/layout.js").Layout} Layout */
/** @typedef {import("../state/layout.js").LayoutProblem} LayoutProblem */

const IMAGE_MS = 8_000;

export class LayoutReader {
  /** The role and team whose layout was read. */
  #laidOutFor = "";
  /** Whether the layout could not be read, so that the next notification reads it again. */
  #missing = false;

  /** @param {{gateway: () => Gateway, state: () => import("../state/state.js").State, dispatch: (action: import("../state/actions.js").Action) => void}} dependencies */
  constructor({ gateway, state, dispatch }) {
    this.gateway = gateway;
    this.state = state;
    this.dispatch = dispatch;
  }

  /**
   * Reads the layout for this role and this team, once for the life of the page: a new layout applies on reload (AD-001).
   * @param {import("../state/person.js").RoleChoice} role @param {string} teamId empty for a person who signs in to no team
   */
  async layOut(role, teamId) {
    const whom = `${role} ${teamId}`;
    if (this.#laidOutFor === whom) return;
    this.#laidOutFor = whom;
    const { teams, primaryTeam } = knownPerson(this.state());
    const team = teams.find(({ id }) => id === teamId) ?? primaryTeam;
    const { layout, problem } = await readLayout(this.gateway(), team, role);
    const known = this.#missing;
    this.#missing = problem?.text === "layout.notRead";
    if (this.#missing) this.#laidOutFor = "";
    if (this.#missing && known) return;
    this.dispatch({ kind: "laidOut", layout, problem, page: pageOfAddress(location.pathname) });
  }
}

/**
 * The layout for a person who works for this team in this role.
 * @param {Gateway} gateway @param {import("../state/person.js").Team | null} team
 * @param {import("../state/person.js").RoleChoice} role the persona of the document
 * @returns {Promise<{layout: Layout, problem: LayoutProblem | null}>} the default layout, and why, when the configured one cannot be used
 */
export async function readLayout(gateway, team, role) {
  try {
    const id = team?.layoutId ?? (await globalLayout(gateway));
    if (!id) return { layout: DEFAULT_LAYOUT, problem: null };
    const { jsonFileContent } = await gateway.read(`/desktop-layout/${id}`);
    const layout = layoutFrom(jsonFileContent, role);
    await requireImages(layout);
    return { layout, problem: null };
  } catch (error) {
    const problem = error instanceof Unusable ? error.problem : { text: "layout.notRead", values: {} };
    return { layout: DEFAULT_LAYOUT, problem };
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

/** Throws `Unusable` when an image cannot be loaded, so that no broken image is shown. @param {Layout} layout */
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
    const timeout = setTimeout(() => settle(false), IMAGE_MS);
    const settle = (/** @type {boolean} */ arrived) => {
      clearTimeout(timeout);
      resolve(arrived);
    };
    image.onload = () => settle(true);
    image.onerror = () => settle(false);
    image.src = address;
  });
}
