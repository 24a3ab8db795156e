import { browser } from 'wxt/browser';
import { observeRequest, type SentRequest } from '#utils/cms/learned/observeRequest.ts';
import type { Db } from '#utils/db/db.ts';
import { isAt, runningLesson, sawSave } from './lesson.ts';

/** Larger requests (bytes) are no article's. */
const BYTES_MAX = 2_000_000;

interface Details {
  requestId: string;
  url: string;
  method: string;
  tabId: number;
  requestBody?: { raw?: { bytes?: ArrayBuffer }[]; formData?: Record<string, unknown[]> } | null;
  requestHeaders?: { name: string }[];
}

/** Requests whose headers are still to come. */
const begun = new Map<string, Pick<SentRequest, 'json' | 'form'>>();

/**
 * Sees how a page's script saves the article of a lesson. Registered when the worker starts, where the permission is
 * there: a listener that came later would miss the request that woke the worker. Of a request without the product's own
 * words nothing is kept, not even its address.
 */
export function watchRequests(db: Db, now: () => number, saw: () => void): void {
  const requests = browser.webRequest;
  if (requests === undefined) return;
  const filter = { urls: ['*://*/*'], types: ['xmlhttprequest' as const] };
  if (!requests.onBeforeRequest.hasListener(body)) requests.onBeforeRequest.addListener(body, filter, ['requestBody']);
  const headers = (details: Details): undefined => {
    const sent = begun.get(details.requestId);
    begun.delete(details.requestId);
    if (sent !== undefined) void observed(db, details, sent, now()).then((isSeen) => isSeen && saw());
    return undefined;
  };
  requests.onSendHeaders.addListener(headers, filter, ['requestHeaders']);
}

function body(details: Details): undefined {
  if (!['POST', 'PUT', 'PATCH'].includes(details.method) || details.tabId < 0) return undefined;
  const sent = sentIn(details);
  if (sent !== null) begun.set(details.requestId, sent);
  // Requests whose headers never came are forgotten.
  if (begun.size > 50) begun.delete([...begun.keys()][0] ?? '');
  return undefined;
}

function sentIn({ requestBody }: Details): Pick<SentRequest, 'json' | 'form'> | null {
  if (requestBody?.formData) {
    const strings = Object.entries(requestBody.formData).map(([name, values]) => [
      name,
      values.filter((value) => typeof value === 'string'),
    ]);
    return { form: Object.fromEntries(strings) };
  }
  const parts = (requestBody?.raw ?? []).map(({ bytes }) => bytes ?? new ArrayBuffer(0));
  if (parts.length === 0 || parts.reduce((sum, { byteLength }) => sum + byteLength, 0) > BYTES_MAX) return null;
  try {
    return { json: JSON.parse(parts.map((bytes) => new TextDecoder().decode(bytes)).join('')) };
  } catch {
    return null;
  }
}

async function observed(
  db: Db,
  details: Details,
  sent: Pick<SentRequest, 'json' | 'form'>,
  now: number,
): Promise<boolean> {
  const lesson = await runningLesson(db, now);
  const url = URL.parse(details.url);
  if (lesson === null || url === null) return false;
  const tab = await browser.tabs.get(details.tabId).catch(() => null);
  const page = URL.parse(tab?.url ?? '');
  if (page === null || !isAt(page.href, lesson)) return false;
  const headers = (details.requestHeaders ?? []).map(({ name }) => name.toLowerCase());
  const seen = observeRequest({ ...sent, url, method: details.method, headers }, { ...lesson, now }, page);
  if (seen === null) return false;
  const save = typeof seen === 'string' ? null : { ...seen, action: seen.action.href, page: page.href };
  await sawSave(db, page.href, { save, why: typeof seen === 'string' ? seen : null }, now);
  return true;
}
