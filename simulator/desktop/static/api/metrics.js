/** The metrics service (PROTOCOL 8), whose answers nobody waits for. */
import { call } from "./gateway.js";

/**
 * An event for the metrics service.
 * @param {{gateway: () => import("./gateway.js").Gateway, metrics: () => string}} services @param {string} name @param {object} values
 */
export function track({ gateway, metrics }, name, values) {
  const body = { metrics: [{ type: ["behavioral"], metricName: name, eventPayload: values }] };
  call("POST", `${metrics()}/clientmetrics`, { body, accessToken: gateway().accessToken }).catch(() => {});
}
