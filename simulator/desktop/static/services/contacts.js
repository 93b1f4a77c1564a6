/** Contacts: who else is signed in, the address book, and the queues; each is a feature that may be unavailable (AD-095, AD-096). */
import { COMMANDS } from "../api/gateway.js";
import { knownPerson } from "../state/state.js";
import { isBroken, twice } from "./outcomes.js";

export class Contacts {
  /** @param {{gateway: () => import("../api/gateway.js").Gateway, state: () => import("../state/state.js").State, dispatch: (action: import("../state/actions.js").Action) => void}} dependencies */
  constructor({ gateway, state, dispatch }) {
    this.gateway = gateway;
    this.state = state;
    this.dispatch = dispatch;
  }

  /** Reads who else is signed in, and the address book; each is a separate feature (AD-095). */
  async read() {
    const { addressBookId } = knownPerson(this.state());
    await Promise.all([
      this.#readColleagues(),
      this.#feature("addressBook", async () => ({
        addressBook: addressBookId ? await this.gateway().readAll(`/v2/address-book/${addressBookId}/entry`) : [],
      })),
    ]);
  }

  /** Reads whom a call can be taken to: who else is signed in, and the queues that take calls. */
  async readDestinations() {
    await Promise.all([
      this.#readColleagues(),
      this.#feature("queues", async () => {
        const queues = await this.gateway().readAll("/v2/contact-service-queue");
        return { queues: queues.filter(({ channelType }) => channelType === "TELEPHONY").map(({ id, name }) => ({ id, name })) };
      }),
    ]);
  }

  #readColleagues() {
    const { profileId } = knownPerson(this.state());
    return this.#feature("colleagues", async () => {
      const { agentList } = await this.gateway().send(COMMANDS.colleagues, { agentProfileId: profileId, mediaType: "telephony" });
      return { colleagues: agentList };
    });
  }

  /**
   * Reads what a feature needs, with one retry: a feature that still cannot be read is unavailable until the page is reloaded (AD-096).
   * @param {import("../state/state.js").Feature} feature @param {() => Promise<import("../state/actions.js").Details["read"]["contacts"]>} read
   */
  async #feature(feature, read) {
    if (this.state().unavailable.includes(feature)) return;
    try {
      this.dispatch({ kind: "read", contacts: await twice(read) });
    } catch (error) {
      if (isBroken(error) && this.state().connection === "up") this.dispatch({ kind: "unavailable", feature });
    }
  }
}
