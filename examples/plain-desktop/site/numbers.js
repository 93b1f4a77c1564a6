// What the agent types is a number of the United States, or begins with + and a country; an extension is digits.

export function dialable(typed) {
  const text = plain(typed);
  if (!text) return { wrong: "Which number do we call?" };
  if (/\p{L}/u.test(text)) return { wrong: "A phone number has no letters." };
  if (text.startsWith("+")) {
    return /^\+\d{8,15}$/.test(text) ? { number: text } : { wrong: "This is not a phone number." };
  }
  if (!/^\d+$/.test(text)) return { wrong: "This is not a phone number." };
  if (text.length < 10) return { wrong: "Too short: a phone number has ten digits." };
  if (text.length > 10) return { wrong: "Too long: a phone number has ten digits." };
  return { number: "+1" + text };
}

export function extension(typed) {
  const text = plain(typed);
  if (!text) return { wrong: "Which extension do we call?" };
  return /^\d{1,15}$/.test(text) ? { number: text } : { wrong: "An extension has digits only, fifteen at most." };
}

function plain(typed) {
  return typed.normalize("NFKC").replace(/[\s().-]/g, "");
}
