/**
 * What can be done in the console: of each action the request to the control plane, the same in Python, and the sentence of
 * the features where there is one.
 */
/** @typedef {import("./state.js").Done} Done */
/** @typedef {Record<string, any>} Values */

/**
 * `path` is below the tenant, unless it is `outside` of one. `sentence` is a key of SENTENCES with its values; null where
 * the features have none.
 * @typedef {object} Action
 * @property {"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} method
 * @property {(values: Values) => string} path
 * @property {(values: Values) => object} [body]
 * @property {boolean} [outside]
 * @property {(values: Values) => string} python
 * @property {(done: Done) => {key: string, values: Values} | null} [sentence]
 */

const part = encodeURIComponent;

/** A value as Python writes it. @param {any} value @returns {string} */
export function literal(value) {
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value === "object") return `{${Object.entries(value).map(([key, item]) => `${literal(key)}: ${literal(item)}`).join(", ")}}`;
  return JSON.stringify(value);
}

/** Arguments by their names; those without a value are left out. @param {Values} values */
function named(values) {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null && value !== "")
    .map(([name, value]) => `${name}=${literal(value)}`)
    .join(", ");
}

/** A number without the code of the country in which the features dial. @param {string} number */
export function nationalOf(number) {
  return number.replace(/^\+1/, "");
}

/** The key of the agent at a phone. @param {Done} done @returns {string} empty for a phone that is nobody's */
function agentAt({ values, before }) {
  return before?.phones.find(({ number }) => number === values.number)?.agent ?? "";
}

/** @type {Record<string, Action>} */
export const ACTIONS = {
  advance: {
    method: "POST",
    path: () => "/clock/advance",
    body: ({ seconds }) => ({ seconds }),
    python: ({ seconds }) => `tenant.advance(seconds=${seconds})`,
    sentence: ({ values: { seconds } }) => (Number.isInteger(seconds) && seconds > 0 ? { key: "passed", values: { seconds } } : null),
  },
  next: { method: "POST", path: () => "/clock/next", python: () => "tenant.run_to_next_deadline()" },
  freeze: { method: "POST", path: () => "/clock/freeze", python: () => "tenant.freeze()" },
  run: { method: "POST", path: () => "/clock/run", python: () => "tenant.run_clock()" },
  call: {
    method: "POST",
    path: () => "/conversations",
    body: ({ number, queue, dials }) => ({ number, ...(dials ? { dials } : { queue }) }),
    python: (values) => `tenant.customer_calls(${named(values)})`,
    sentence: () => ({ key: "calls", values: {} }),
  },
  write: {
    method: "POST",
    path: () => "/conversations",
    body: ({ customer, queue }) => ({ customer, queue }),
    python: (values) => `tenant.customer_writes(${named(values)})`,
  },
  customerHangsUp: {
    method: "POST",
    path: ({ conversation }) => `/conversations/${part(conversation)}/hang-up`,
    python: ({ conversation }) => `tenant.customer_hangs_up(${literal(conversation)})`,
    sentence: ({ values, before }) =>
      before?.conversations.find(({ id }) => id === values.conversation)?.channel === "voice" ? { key: "hangsUp", values: {} } : null,
  },
  listen: {
    method: "POST",
    path: ({ conversation }) => `/conversations/${part(conversation)}/listen`,
    body: ({ listener }) => ({ timeoutSeconds: 10, ...(listener ? { listener } : {}) }),
    python: ({ conversation, listener }) => `tenant.frequencies(${[literal(conversation), named({ listener })].filter(Boolean).join(", ")})`,
  },
  preview: {
    method: "POST",
    path: ({ campaign }) => `/campaigns/${part(campaign)}/previews`,
    body: ({ agent, number }) => ({ agent, number }),
    python: (values) => `tenant.offer_preview(${named(values)})`,
  },
  answer: {
    method: "POST",
    path: ({ number }) => `/phones/${part(number)}/answer`,
    python: ({ number }) => `tenant.answer_phone(${literal(number)})`,
    sentence: (done) => {
      const person = agentAt(done);
      return person ? { key: "answers", values: { person } } : { key: "somebodyAnswers", values: { number: done.values.number } };
    },
  },
  decline: {
    method: "POST",
    path: ({ number }) => `/phones/${part(number)}/decline`,
    python: ({ number }) => `tenant.decline_phone(${literal(number)})`,
    sentence: (done) => (agentAt(done) ? { key: "declines", values: { person: agentAt(done) } } : null),
  },
  hangUp: {
    method: "POST",
    path: ({ number }) => `/phones/${part(number)}/hang-up`,
    python: ({ number }) => `tenant.hang_up_phone(${literal(number)})`,
  },
  setPhone: {
    method: "PUT",
    path: ({ number }) => `/phones/${part(number)}`,
    body: ({ ready }) => ({ ready }),
    python: ({ number, ready }) => `tenant.set_phone(${literal(number)}, ready=${literal(ready)})`,
    sentence: (done) => (agentAt(done) ? { key: done.values.ready ? "ready" : "notReady", values: { person: agentAt(done) } } : null),
  },
  signInSupervisor: {
    method: "POST",
    path: () => "/supervisors",
    body: ({ supervisor, number }) => ({ supervisor, number }),
    python: ({ supervisor, number }) => `tenant.sign_in_supervisor(${literal(supervisor)}, ${named({ number })})`,
    sentence: ({ values: { supervisor, number } }) => ({ key: "signedIn", values: { person: supervisor, number: nationalOf(number) } }),
  },
  supervise: {
    method: "POST",
    path: ({ conversation }) => `/conversations/${part(conversation)}/supervision`,
    body: ({ supervisor, act }) => ({ supervisor, act }),
    python: ({ conversation, supervisor, act }) => `tenant.supervise(${literal(conversation)}, ${named({ supervisor, act })})`,
    sentence: ({ values: { supervisor, act } }) => {
      const key = { monitor: "monitors", resume: "resumesMonitoring", end: "endsMonitoring" }[/** @type {string} */ (act)];
      return key ? { key, values: { person: supervisor } } : null;
    },
  },
  changeAgentState: {
    method: "PUT",
    path: ({ agent }) => `/agents/${part(agent)}/state`,
    body: ({ supervisor, state, idleCode }) => ({ supervisor, state, ...(idleCode ? { idleCode } : {}) }),
    python: ({ agent, supervisor, state, idleCode }) =>
      `tenant.change_agent_state(${literal(agent)}, ${named({ supervisor, state, idle_code: idleCode })})`,
  },
  signOutAgent: {
    method: "POST",
    path: ({ agent }) => `/agents/${part(agent)}/sign-out`,
    body: ({ supervisor }) => ({ supervisor }),
    python: ({ agent, supervisor }) => `tenant.sign_out_agent(${literal(agent)}, ${named({ supervisor })})`,
  },
  arm: {
    method: "POST",
    path: () => "/faults",
    body: ({ fault }) => fault,
    python: ({ fault: { kind, secondsMax, ...others } }) =>
      `tenant.arm_fault(${[literal(kind), named({ ...others, seconds_max: secondsMax }), others.times === null ? "times=None" : ""].filter(Boolean).join(", ")})`,
  },
  clear: {
    method: "DELETE",
    path: ({ fault }) => `/faults/${part(fault)}`,
    python: ({ fault }) => `tenant.clear_fault(next(fault for fault in tenant.faults() if fault.id == ${literal(fault)}))`,
  },
  change: {
    method: "PATCH",
    path: () => "/configuration",
    body: ({ patch }) => patch,
    python: ({ patch }) => `tenant.change(${literal(patch)})`,
  },
  waitFor: {
    method: "POST",
    path: () => "/facts/wait",
    body: ({ name, after }) => ({ name, after, timeoutSeconds: 60 }),
    python: ({ name, after }) => `tenant.wait_for(${literal(name)}, ${named({ after, timeout_seconds: 60 })})`,
  },
  create: {
    method: "POST",
    path: () => "/tenants",
    outside: true,
    body: ({ frozenAt, seed, expires }) => ({
      clock: frozenAt ? { frozenAt } : { real: true },
      ...(seed === undefined ? {} : { seed }),
      ...(expires === undefined ? {} : { expiresAfterMinutes: expires }),
    }),
    python: ({ frozenAt, seed, expires }) =>
      `tenant = control.create_tenant(${named({ frozen_at: frozenAt, seed, expires_after_minutes: expires })})`,
  },
  close: { method: "DELETE", path: () => "", python: () => "tenant.close()" },
};

/** The request of an action: method, path below the control plane's prefix, body. @param {Pick<Done, "action" | "values" | "tenant">} done */
export function requestOf({ action, values, tenant }) {
  const { method, path, body, outside } = ACTIONS[action];
  return { method, path: `${outside ? "" : `/tenants/${part(tenant)}`}${path(values)}`, body: body?.(values) };
}
