/** A form's main button waits until every field has text. Without this script it is simply always ready. */
for (const form of document.querySelectorAll("form")) {
  const fields = [...form.querySelectorAll("input[required]")];
  const button = form.querySelector("button.primary");
  if (!button || fields.length === 0) continue;
  const follow = () => {
    button.disabled = fields.some((field) => field.value.trim() === "");
  };
  form.addEventListener("input", follow);
  addEventListener("pageshow", follow);
  follow();
}
