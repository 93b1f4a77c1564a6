/**
 * Sign-in at the identity provider: OpenID Connect discovery, authorization code with PKCE, and sign-out started by the client.
 * Tokens live in the tab and nowhere else; the access token tells which agent and organisation this is.
 */
import { tabShelf } from "./storage.js";

const CLIENT = "agent-desktop";
const SCOPE = "openid profile email cjp:user";

/**
 * @typedef {object} Provider
 * @property {string} issuer
 * @property {string} authorization_endpoint
 * @property {string} token_endpoint
 * @property {string} end_session_endpoint
 */

/**
 * @typedef {object} Tokens
 * @property {string} accessToken
 * @property {string} idToken
 * @property {string} agentId
 * @property {string} orgId
 */

/** Sign-in did not work out; `code` is the provider's or one of ours (`state`, `nonce`, `storage`, `unreachable`). */
export class SignInFailed extends Error {
  /** @param {string} code @param {string} [trackingId] */
  constructor(code, trackingId = "") {
    super(`sign-in failed: ${code}`);
    this.code = code;
    this.trackingId = trackingId;
  }
}

/** @param {string} idbroker @returns {Promise<Provider>} what the provider publishes about itself */
export async function discover(idbroker) {
  const base = idbroker.endsWith("/") ? idbroker : `${idbroker}/`;
  const reply = await fetch(new URL(".well-known/openid-configuration", base)).catch(() => null);
  if (!reply?.ok) throw new SignInFailed("unreachable", reply?.headers.get("trackingid") ?? "");
  return reply.json();
}

/** @returns {Tokens | null} the tokens of this tab */
export function tokens() {
  return tabShelf.read("tokens");
}

/** Forgets the tokens of this tab. */
export function dropTokens() {
  tabShelf.remove("tokens");
}

/**
 * Leaves for the e-mail page. The entry of this page is replaced, so that Back from there does not bounce.
 * @param {Provider} provider @param {string} language
 */
export async function leaveForSignIn(provider, language) {
  const pending = { state: secret(), nonce: secret(), verifier: secret() };
  if (!tabShelf.write("sign-in", pending)) throw new SignInFailed("storage");
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(pending.verifier));
  const address = new URL(provider.authorization_endpoint);
  address.search = new URLSearchParams({
    response_type: "code",
    client_id: CLIENT,
    redirect_uri: redirectUri(),
    scope: SCOPE,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: "S256",
    ui_locales: language,
  }).toString();
  location.replace(address);
}

/**
 * Turns the code in the address into tokens.
 * @param {Provider} provider @param {URLSearchParams} answer
 * @returns {Promise<Tokens | null>} null when this tab asked for no sign-in, as after Back or a copied address
 */
export async function finishSignIn(provider, answer) {
  const pending = tabShelf.read("sign-in");
  tabShelf.remove("sign-in");
  if (!pending) return null;
  if (answer.get("state") !== pending.state) throw new SignInFailed("state");
  const code = answer.get("code");
  if (!code) throw new SignInFailed(answer.get("error") ?? "no_code");
  const reply = await fetch(provider.token_endpoint, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: CLIENT,
      redirect_uri: redirectUri(),
      code,
      code_verifier: pending.verifier,
    }),
  }).catch(() => null);
  if (!reply) throw new SignInFailed("unreachable");
  const body = await reply.json().catch(() => ({}));
  if (!reply.ok) throw new SignInFailed(body.error ?? `http_${reply.status}`, reply.headers.get("trackingid") ?? "");
  if (claims(body.id_token).nonce !== pending.nonce) throw new SignInFailed("nonce");
  const { user_id: agentId, realm: orgId } = claims(body.access_token);
  const granted = { accessToken: body.access_token, idToken: body.id_token, agentId, orgId };
  if (!tabShelf.write("tokens", granted)) throw new SignInFailed("storage");
  return granted;
}

/**
 * Ends the session at the provider, which sends the browser back to this desktop.
 * @param {Provider} provider
 */
export function leaveForSignOut(provider) {
  const address = new URL(provider.end_session_endpoint);
  const hint = tokens()?.idToken;
  address.search = new URLSearchParams({
    ...(hint ? { id_token_hint: hint } : {}),
    client_id: CLIENT,
    post_logout_redirect_uri: location.origin,
  }).toString();
  dropTokens();
  location.replace(address);
}

function redirectUri() {
  return `${location.origin}/signed-in`;
}

function secret() {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

/** @param {Uint8Array} bytes */
function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * The claims of a token that came straight from the provider, which is why its signature need not be checked again here.
 * @param {string} token @returns {Record<string, any>}
 */
function claims(token) {
  const payload = token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(payload), (character) => character.charCodeAt(0))));
}
