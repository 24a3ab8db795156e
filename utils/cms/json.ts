/** More places than this are not tried: a page that is no JSON at all would be parsed again from every brace. */
const TRIES = 40;

/**
 * The JSON in a reply; undefined when there is none. PHP of a careless host prints its warnings before the JSON, and what
 * it has to say at the end behind it, so the JSON is what begins at the first brace from which it can be read.
 */
export function jsonIn(text: string): unknown {
  const whole = parsed(text);
  if (whole !== undefined) return whole;
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1;
  const starts = [...text.slice(0, end).matchAll(/[{[]/g)].slice(0, TRIES);
  for (const { index } of starts) {
    const json = parsed(text.slice(index, end));
    if (json !== undefined) return json;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
