import type { SentRequest } from './observeRequest.ts';

/**
 * A request as the page's own world tells of it, read by its shape alone, because the page may say anything; null for
 * what is none.
 */
export function toldRequest(detail: unknown): SentRequest | null {
  if (typeof detail !== 'string') return null;
  const said = parsed(detail);
  if (typeof said !== 'object' || said === null) return null;
  const { url, method, headers, text, form, files, answer } = said as Record<string, unknown>;
  const address = URL.parse(String(url));
  if (address === null || typeof method !== 'string' || !isStrings(headers)) return null;
  const base = {
    url: address,
    method,
    headers,
    ...(isStrings(files) && { files }),
    ...(typeof answer === 'string' && { answer }),
  };
  if (typeof text === 'string') {
    const json = parsed(text);
    return json === undefined ? null : { ...base, json };
  }
  if (typeof form !== 'object' || form === null || !Object.values(form).every(isStrings)) return null;
  return { ...base, form: form as Record<string, string[]> };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
