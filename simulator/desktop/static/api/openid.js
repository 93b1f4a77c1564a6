/**
 * The client's half of OpenID Connect: discovery, a request for a code with PKCE, state and nonce, and the exchange of the code for tokens.
 * Its users, `identity.js` and `services/teams.js`, open the provider's pages and store the results.
 */

/**
 * @typedef {object} Provider
 * @property {string} issuer
 * @property {string} authorization_endpoint
 * @property {string} token_endpoint
 * @property {string} end_session_endpoint
 */

/** @typedef {{id: string, scope: string, redirectUri: string}} Client */
/** @typedef {import("../browser/storage.js").Pending} Pending */

/** Sign-in failed; `code` is the provider's or one of ours (`state`, `issuer`, `nonce`, `storage`, `unreachable`). */
export class SignInFailed extends Error {
  /** @param {string} code @param {string} [trackingId] */
  constructor(code, trackingId = "") {
    super(`sign-in failed: ${code}`);
    this.code = code;
    this.trackingId = trackingId;
  }
}

/** @param {string} issuer @returns {Promise<Provider>} what the provider publishes about itself */
export async function discover(issuer) {
  const base = issuer.endsWith("/") ? issuer : `${issuer}/`;
  const reply = await fetch(new URL(".well-known/openid-configuration", base)).catch(() => null);
  if (!reply?.ok) throw new SignInFailed("unreachable", reply?.headers.get("trackingid") ?? "");
  return reply.json();
}

/** @returns {Pending} three fresh secrets */
export function newPending() {
  return { state: secret(), nonce: secret(), verifier: secret() };
}

/**
 * @param {Provider} provider @param {Client} client @param {Pending} pending
 * @param {Record<string, string>} more further parameters of the request
 * @returns {Promise<URL>} where the person signs in
 */
export async function authorizationAddress(provider, client, pending, more) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(pending.verifier));
  const address = new URL(provider.authorization_endpoint);
  address.search = new URLSearchParams({
    response_type: "code",
    client_id: client.id,
    redirect_uri: client.redirectUri,
    scope: client.scope,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: "S256",
    ...more,
  }).toString();
  return address;
}

/**
 * Turns the provider's answer into tokens.
 * @param {Provider} provider @param {Client} client @param {Pending} pending @param {URLSearchParams} answer
 * @returns {Promise<{access_token: string, id_token: string}>}
 */
export async function redeem(provider, client, pending, answer) {
  if (answer.get("state") !== pending.state) throw new SignInFailed("state");
  const issuer = answer.get("iss");
  if (issuer !== null && issuer !== provider.issuer) throw new SignInFailed("issuer");
  const code = answer.get("code");
  if (!code) throw new SignInFailed(answer.get("error_subcode") ?? answer.get("error") ?? "no_code");
  const reply = await fetch(provider.token_endpoint, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: client.id,
      redirect_uri: client.redirectUri,
      code,
      code_verifier: pending.verifier,
    }),
  }).catch(() => null);
  if (!reply) throw new SignInFailed("unreachable");
  const body = await reply.json().catch(() => ({}));
  if (!reply.ok) throw new SignInFailed(body.error ?? `http_${reply.status}`, reply.headers.get("trackingid") ?? "");
  if (claims(body.id_token).nonce !== pending.nonce) throw new SignInFailed("nonce");
  return body;
}

/**
 * The claims of a token that came straight from the provider, which is why its signature need not be checked again here
 * (OpenID Connect Core 3.1.3.7).
 * @param {string} token @returns {Record<string, any>}
 */
export function claims(token) {
  const payload = token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(payload), (character) => character.charCodeAt(0))));
}

function secret() {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

/** @param {Uint8Array} bytes */
function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
