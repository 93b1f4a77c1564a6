/** The actions that the vendor's desktop SDK asks of its host: notifications, the agent's contacts, the token, and the codes. */

/** @typedef {import("./around.js").Around} Around */
/** @typedef {{data: {type: string, title?: string, data?: unknown}}} Notification as the SDK sends it */

/** The types of notification that are alerts. */
const ALERTS = ["warn", "error"];

/**
 * @param {Around} around @param {() => Map<string, Record<string, any>>} contacts the agent's contacts, by their ids
 * @returns {Record<string, import("./channels.js").Act>}
 */
export function actionsOf({ gateway, state, dispatch }, contacts) {
  const show = (/** @type {Notification} */ { data: { type, title = "", data = "" } }, silent = false) => {
    const tone = ALERTS.includes(type) ? /** @type {const} */ ("alert") : /** @type {const} */ ("note");
    dispatch({ kind: "noticed", text: "notice.widget", tone, values: { message: [title, words(data)].filter(Boolean).join(": ") }, silent });
    return undefined;
  };
  return {
    fireGeneralSilentNotification: (notification) => show(notification, true),
    fireGeneralAutoDismissNotification: (notification) => show(notification),
    fireGeneralAcknowledgeNotification: (notification) => show(notification),
    addCustomTask: () => {
      throw new Error("addCustomTask is not available in this desktop: its contacts are those of the contact centre.");
    },
    getToken: (id) => [gateway().accessToken, id],
    getTaskMap: (id) => [contacts(), id],
    getMediaTypeQueue: (channel, id) => [new Map([...contacts()].filter(([, { interaction }]) => interaction.mediaType === channel)), id],
    getIdleCodes: (id) => [state().person?.idleCodes ?? [], id],
    getWrapUpCodes: (id) => [state().person?.wrapUpCodes ?? [], id],
  };
}

/** @param {unknown} data of a notification: words, or an object whose values are words */
function words(data) {
  if (typeof data === "string") return data;
  return Object.values(data ?? {}).filter((value) => typeof value === "string").join(" ");
}
