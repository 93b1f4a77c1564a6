/**
 * Sign-in at the identity provider, and sign-out started by the client. Tokens are stored for the tab only; the access token
 * names the agent and the organisation.
 */
import { pendingSignIn, readChoices, tabTokens } from "../browser/storage.js";
import { SignInFailed, authorizationAddress, claims, newPending, redeem } from "./openid.js";

export { SignInFailed, discover } from "./openid.js";

/** @typedef {import("./openid.js").Provider} Provider */

/** @typedef {import("../browser/storage.js").Tokens} Tokens */
const CLIENT = { id: "agent-desktop", scope: "openid profile email cjp:user", redirectUri: `${location.origin}/signed-in` };

/** @returns {Tokens | null} the tokens of this tab */
export function tokens() {
  return tabTokens.read();
}

/** Forgets the tokens of this tab. */
export function dropTokens() {
  tabTokens.remove();
}

/**
 * Leaves for the e-mail page, replacing the history entry of this page, so that Back does not return here at once.
 * @param {Provider} provider @param {string} language of the provider's pages, unless another was chosen meanwhile
 */
export async function leaveForSignIn(provider, language) {
  const pending = newPending();
  if (!pendingSignIn.write(pending)) throw new SignInFailed("storage");
  location.replace(await authorizationAddress(provider, CLIENT, pending, { ui_locales: readChoices().language ?? language }));
}

/**
 * Turns the code in the address into tokens.
 * @param {Provider} provider @param {URLSearchParams} answer
 * @returns {Promise<Tokens | null>} null when this tab did not start a sign-in, as after Back or with a copied address
 */
export async function finishSignIn(provider, answer) {
  const pending = pendingSignIn.read();
  pendingSignIn.remove();
  if (!pending) return null;
  const body = await redeem(provider, CLIENT, pending, answer);
  const { user_id: agentId, realm: orgId } = claims(body.access_token);
  const granted = { accessToken: body.access_token, idToken: body.id_token, agentId, orgId };
  if (!tabTokens.write(granted)) throw new SignInFailed("storage");
  return granted;
}

/**
 * Ends the session at the provider, which sends the browser back to this desktop.
 * @param {Provider} provider @param {string} language of the provider's pages, unless another was chosen meanwhile
 */
export function leaveForSignOut(provider, language) {
  const address = new URL(provider.end_session_endpoint);
  const hint = tokens()?.idToken;
  address.search = new URLSearchParams({
    ...(hint ? { id_token_hint: hint } : {}),
    client_id: CLIENT.id,
    post_logout_redirect_uri: location.origin,
    ui_locales: readChoices().language ?? language,
  }).toString();
  dropTokens();
  location.replace(address);
}
