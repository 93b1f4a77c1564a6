/**
 * Three comforts; without this script the pages work all the same.
 * The main button waits until every field has text. A form that leads back to its own page (a wrong password, another
 * language) replaces it, so that one Back always leads to the page before. A link that sends its form does so.
 */
for (const form of document.querySelectorAll("form")) {
  const fields = [...form.querySelectorAll("input[required]")];
  const button = form.querySelector("button.primary");
  if (!button) continue;
  const follow = () => {
    button.disabled = fields.some((field) => field.value.trim() === "");
  };
  form.addEventListener("input", follow);
  addEventListener("pageshow", follow);
  follow();
}

addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload(); // a page restored by the browser may be older than the sign-in
});

for (const form of document.querySelectorAll("form[data-step]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, event.submitter);
  });
}

for (const link of document.querySelectorAll("a[data-sends]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    link.closest("form")?.requestSubmit();
  });
}

/** @param {HTMLFormElement} form @param {HTMLElement | null} submitter */
async function send(form, submitter) {
  const body = new URLSearchParams(new FormData(form, submitter));
  const controls = [...document.querySelectorAll("input:enabled, button:enabled")];
  for (const control of controls) control.disabled = true; // text typed now would be lost, and nothing is sent twice
  for (const message of document.querySelectorAll(".problem, .notice")) message.remove();
  const reply = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
  if (!reply?.ok || !reply.headers.get("content-type")?.startsWith("application/json")) {
    for (const control of controls) control.disabled = false;
    form.submit(); // the browser shows what is wrong
    return;
  }
  const next = new URL((await reply.json()).location, location.href);
  if (next.origin === location.origin && next.pathname === location.pathname) location.replace(next);
  else location.assign(next);
}
