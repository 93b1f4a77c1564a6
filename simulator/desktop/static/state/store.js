/**
 * The data that a layout passes to its custom elements: `$STORE.agent`, `$STORE.agentContact` and `$STORE.app`, under the names that the
 * vendor documents for them. A path that is not among them has no value.
 */
import { shown } from "./conversations.js";

/** @typedef {import("./state.js").State} State */

const REFERENCE = "$STORE.";

/** @param {State} state @param {boolean} darkMode whether the desktop is dark at the moment @returns {Record<string, any>} what `$STORE` stands for */
export function storeOf({ person, session, floor }, darkMode) {
  const code = person?.idleCodes.find(({ id }) => id === session?.codeId);
  const selected = shown(floor) ?? floor.conversations[0] ?? null;
  return {
    agent: {
      agentId: person?.agentId ?? "",
      agentName: person?.name ?? "",
      agentEmailId: person?.email ?? "",
      orgId: person?.orgId ?? "",
      siteId: person?.siteId ?? "",
      teamId: session?.teamId ?? "",
      teamName: person?.teams.find(({ id }) => id === session?.teamId)?.name ?? "",
      dnNumber: session?.number ?? "",
      deviceType: session?.option ?? "",
      userSelectedRole: session?.role ?? "",
      subStatus: session?.subStatus ?? "",
      idleCode: code ? { id: code.id, name: code.name } : null,
      idleCodes: person?.idleCodes ?? [],
      subStatusChangeTimestamp: session?.stateSince ?? 0,
      idleStatusTimestamp: session?.codeSince ?? 0,
    },
    agentContact: {
      agentId: person?.agentId ?? "",
      interactionIds: floor.conversations.map(({ id }) => id),
      selectedTaskId: selected?.id ?? "",
      taskSelected: selected && {
        interactionId: selected.id, mediaType: selected.channel, ani: selected.caller, queueName: selected.queue, state: selected.stage,
      },
    },
    app: { darkMode },
  };
}

/** @param {Record<string, unknown>} values of a layout @param {Record<string, any>} store @returns {Record<string, any>} the values with the store's in place of their names */
export function resolved(values, store) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, valueOf(value, store)]));
}

/** @param {unknown} value @param {Record<string, any>} store @returns {unknown} */
function valueOf(value, store) {
  if (typeof value !== "string" || !value.startsWith(REFERENCE)) return value;
  const path = value.slice(REFERENCE.length).split(".");
  return path.reduce((/** @type {any} */ inner, name) => (inner && Object.hasOwn(inner, name) ? inner[name] : undefined), store);
}
