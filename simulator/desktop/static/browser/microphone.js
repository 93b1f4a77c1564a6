/** The agent's microphone: opened for a call, and tried before the agent signs in to be called here (AD-046). */

/** Why there is no microphone: `denied` by the agent or the administrator, `absent`, or `failed` for any other reason. */
export class NoMicrophone extends Error {
  /** @param {"denied" | "absent" | "failed"} why */
  constructor(why) {
    super(`no microphone: ${why}`);
    this.why = why;
  }
}

/** @type {Record<string, "denied" | "absent">} */
const REASONS = { NotAllowedError: "denied", SecurityError: "denied", NotFoundError: "absent", OverconstrainedError: "absent" };

/** @returns {Promise<MediaStream>} the sound of the microphone; fails with `NoMicrophone` */
export async function openMicrophone() {
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch (error) {
    throw new NoMicrophone(REASONS[/** @type {Error} */ (error).name] ?? "failed");
  }
}

/** Settles when there is a microphone that may be used; fails with `NoMicrophone`. */
export async function tryMicrophone() {
  const stream = await openMicrophone();
  for (const track of stream.getTracks()) track.stop();
}
