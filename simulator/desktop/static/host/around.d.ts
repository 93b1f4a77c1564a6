import type { Gateway } from "../api/gateway.js";
import type { Action } from "../state/actions.js";
import type { State } from "../state/state.js";

/** What the host service is made from. */
export interface Around {
  gateway: () => Gateway;
  /** The address of the metrics service. */
  metrics: () => string;
  state: () => State;
  dispatch: (action: Action) => void;
}
