import { inert } from '#utils/cms/plainText.ts';

/** Words of links and buttons that end a session, and addresses of such. */
const SIGN_OUT = /\b(?:log ?-?out|sign ?-?out|keluar)\b/i;
/** Addresses that may do something when they are asked for: those are never asked for a second time. */
const DOES =
  /hapus|delete|remove|destroy|log-?out|keluar|toggle|simpan|save|update|kirim|proses|aktif|aksi|action|verif|token/i;
const PATIENCE = 15_000;

/**
 * Whether this page is another one for a stranger, who has no cookies: then it is one for the people who look after the
 * site. Null where that cannot be told now. The address is asked for once more, so never one that may do something.
 */
export async function differsFromStranger(document: Document, fetch: typeof globalThis.fetch): Promise<boolean | null> {
  const url = new URL(document.location.href);
  if (DOES.test(url.pathname + url.search) || isRefused(document)) return false;
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const answer = await fetch(url, { credentials: 'omit', cache: 'no-store', redirect: 'manual', signal });
    if (answer.type === 'opaqueredirect' || [401, 403, 404, 419].includes(answer.status)) return true;
    return answer.ok ? hasMore(document, inert(await answer.text())) : null;
  } catch {
    return null;
  }
}

/** A page that was refused to the person too shows nothing. */
function isRefused({ defaultView }: Document): boolean {
  const [entry] = defaultView?.performance.getEntriesByType('navigation') ?? [];
  return ((entry as { responseStatus?: number } | undefined)?.responseStatus ?? 200) >= 400;
}

/** Roughly: a way to sign out, a form that saves, or a page in the place of one that asks for a password. */
function hasMore(here: Document, theirs: Document): boolean {
  if (asksPassword(theirs) && !asksPassword(here)) return true;
  if (canSignOut(here) && !canSignOut(theirs)) return true;
  return formsIn(here) > formsIn(theirs);
}

const asksPassword = (page: Document): boolean => page.querySelector('input[type=password]') !== null;

const formsIn = (page: Document): number => page.querySelectorAll('form[method=post i], textarea').length;

function canSignOut(page: Document): boolean {
  return [...page.querySelectorAll('a, button, form')].some((element) => {
    const address = element.getAttribute('href') ?? element.getAttribute('action') ?? '';
    const words = element.matches('form') ? '' : (element.textContent ?? '').slice(0, 60);
    return SIGN_OUT.test(words) || /log-?out|sign-?out|keluar/i.test(address);
  });
}

/** Whether a page offers to end a session, told strictly: menus of letters say "Surat keluar" too. */
export function offersSignOut(page: Document): boolean {
  return [...page.querySelectorAll('a, button, form')].some((element) => {
    const address = element.getAttribute('href') ?? element.getAttribute('action') ?? '';
    const words = element.matches('form') ? '' : (element.textContent ?? '').trim();
    return /^(?:log ?-?out|sign ?-?out|keluar)$/i.test(words) || /\/(?:log-?out|sign-?out)\b/i.test(address);
  });
}
