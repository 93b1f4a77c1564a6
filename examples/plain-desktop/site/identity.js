// Signs the agent in at the organisation's identity provider: OpenID Connect, authorization code with PKCE.
// The tokens are kept for this tab only.

const TOKENS = "plain-desktop.tokens";
const PENDING = "plain-desktop.pending";
const CLIENT = "agent-desktop";

const redirect = location.origin + "/signed-in";

export function tokens() {
  return JSON.parse(sessionStorage.getItem(TOKENS));
}

// The address that the desktop was opened at; after the way to the provider and back it is put there again.
export async function comeBack() {
  const pending = JSON.parse(sessionStorage.getItem(PENDING));
  const answer = new URLSearchParams(location.search);
  if (location.pathname !== "/signed-in" || !pending || answer.get("state") !== pending.state) return;
  sessionStorage.removeItem(PENDING);
  history.replaceState(null, "", pending.address);
  if (!answer.has("code")) throw new Error("The sign-in was not completed.");
  const reply = await fetch(pending.tokenEndpoint, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code", code: answer.get("code"), redirect_uri: redirect, client_id: CLIENT,
      code_verifier: pending.verifier,
    }),
  });
  if (!reply.ok) throw new Error("The sign-in was not accepted.");
  sessionStorage.setItem(TOKENS, JSON.stringify(await reply.json()));
}

export async function goToProvider() {
  const provider = await discovered();
  const verifier = random(), state = random();
  const pending = { verifier, state, address: location.href, tokenEndpoint: provider.token_endpoint };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  location.assign(provider.authorization_endpoint + "?" + new URLSearchParams({
    response_type: "code", client_id: CLIENT, redirect_uri: redirect, scope: "openid profile email cjp:user", state,
    code_challenge: base64url(digest), code_challenge_method: "S256",
  }));
}

export async function leave() {
  sessionStorage.removeItem(TOKENS);
  const provider = await discovered();
  location.assign(provider.end_session_endpoint + "?" + new URLSearchParams({
    client_id: CLIENT, post_logout_redirect_uri: location.href,
  }));
}

async function discovered() {
  const given = new URLSearchParams(location.search);
  const query = new URLSearchParams({ orgId: given.get("org"), format: "hostmap" });
  const links = (await (await fetch(`${given.get("catalogue")}/limited/catalog?${query}`)).json()).serviceLinks;
  const at = links.idbroker.replace(/\/$/, "");
  return {
    authorization_endpoint: at + "/authorize", token_endpoint: at + "/token", end_session_endpoint: at + "/sign-out",
  };
}

function random() {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
