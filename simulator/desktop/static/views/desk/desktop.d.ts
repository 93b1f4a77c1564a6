import type { Agent } from "../../services/agent.js";
import type { Action } from "../../state/actions.js";
import type { Choices, State } from "../../state/state.js";
import type { Text } from "../../text/text.js";

/** What every part of the desk needs to draw itself. */
export interface Desktop {
  state: State;
  text: Text;
  agent: Agent;
  choose: (choices: Choices) => void;
  dispatch: (action: Action) => void;
  messages: unknown;
}
