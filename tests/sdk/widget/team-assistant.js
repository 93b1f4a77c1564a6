// A custom element as a team would write it with the vendor's desktop SDK, which stands before it in the same script, as a bundler leaves
// it. It shows its agent's state and contacts, and gives tests the SDK itself.

const { Desktop } = WxccDesktopSDK;

const CONTACT_EVENTS = [
  "eAgentOfferContact", "eAgentContactAssigned", "eAgentContactHeld", "eAgentContactUnHeld", "eAgentConsultCreated", "eAgentConsulting",
  "eAgentConsultEnded", "eAgentConsultConferenced", "eParticipantJoinedConference", "eParticipantLeftConference", "eAgentWrapup",
  "eAgentContactWrappedUp", "eAgentContactEnded", "eAgentOfferContactRona",
];

class TeamAssistant extends HTMLElement {
  constructor() {
    super();
    this.events = [];
    this.attachShadow({ mode: "open" }).innerHTML = `<p role="status"></p><button type="button">Notify</button>`;
  }

  async connectedCallback() {
    await Desktop.config.init({ widgetName: "team-assistant", widgetProvider: "Example" });
    Desktop.agentStateInfo.addEventListener("updated", (changes) => this.#note("updated", changes));
    for (const name of CONTACT_EVENTS) Desktop.agentContact.addEventListener(name, (message) => this.#note(name, message));
    Desktop.screenpop.addEventListener("eScreenPop", (message) => this.#note("eScreenPop", message));
    Desktop.dialer.addEventListener("eOutdialFailed", (message) => this.#note("eOutdialFailed", message));
    Desktop.shortcutKey.register([
      { widgetElement: "team-assistant", group: "Assistant", action: "note", modifierKeys: Desktop.shortcutKey.MODIFIERS.CTRL_SHIFT, key: "y",
        listenKeyPress: ({ data }) => this.#note("key", { action: data.action }) },
    ]);
    this.shadowRoot.querySelector("button").addEventListener("click", () =>
      Desktop.actions.fireGeneralAutoDismissNotification({ data: { type: "info", mode: "autodismiss", title: "Assistant", data: "Ask for the order number." } }),
    );
    this.#draw();
    this.ready = true;
  }

  disconnectedCallback() {
    Desktop.shortcutKey.unregisterKeys("team-assistant");
    Desktop.agentContact.removeAllEventListeners();
  }

  async call(module, method, ...given) {
    try {
      return { value: plain(await Desktop[module][method](...given)) };
    } catch (error) {
      return { error: { message: error.message, id: error.id ?? null, details: plain(error.details) } };
    }
  }

  latest() {
    return plain(Desktop.agentStateInfo.latestData);
  }

  // The content of the first event of this name that was not asked for yet; undefined as long as there is none.
  next(name) {
    const index = this.events.findIndex((event) => event.name === name);
    return index < 0 ? undefined : { content: this.events.splice(index, 1)[0].content };
  }

  #note(name, content) {
    this.events.push({ name, content: plain(content) });
    this.#draw();
  }

  async #draw() {
    const contacts = await Desktop.actions.getTaskMap();
    const { agentName, subStatus } = Desktop.agentStateInfo.latestData;
    this.shadowRoot.querySelector("p").textContent = `${agentName}: ${subStatus}, contacts: ${contacts?.size}`;
  }
}

function plain(value) {
  if (value instanceof Map) return { map: [...value].map(([key, each]) => [key, plain(each)]) };
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

customElements.define("team-assistant", TeamAssistant);
