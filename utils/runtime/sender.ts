import type { Sender } from '#utils/messages.ts';
import type { From } from './handlers.ts';

/** The parts of a browser's MessageSender that say who it is; set by the browser, never by the sender. */
export interface RawSender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; url?: string | undefined; windowId?: number | undefined } | undefined;
}

export interface SenderRules {
  extensionId: string;
  /** `chrome-extension://<id>` or `moz-extension://<uuid>`, no slash at the end. */
  extensionOrigin: string;
  isEnabled(origin: string): Promise<boolean>;
  /** The CMS tab that a panel's own window was opened for; null when there is none, or it is gone. */
  homeOf(ownTab: number): Promise<From['tab']>;
}

const PAGES = new Map<string, Sender>([
  ['/panel.html', 'panel'],
  ['/popup.html', 'popup'],
  ['/options.html', 'options'],
]);

/**
 * Who sent a message, or null when the sender may not speak to us. A page is one of ours by its own address. The panel
 * inside a web page counts only while that tab's site is enabled (any page may frame it); a content script counts only
 * in the top frame of such a tab.
 */
export async function identify(sender: RawSender, rules: SenderRules): Promise<From | null> {
  if (sender.id !== rules.extensionId || sender.url === undefined) return null;
  const url = URL.parse(sender.url);
  if (url === null) return null;
  const tab = tabOf(sender);

  if (originOf(url) === rules.extensionOrigin) {
    const page = PAGES.get(url.pathname);
    if (page === undefined) return null;
    const framed = tab !== null && sender.frameId !== 0;
    if (framed && !(await isEnabledTab(tab, rules))) return null;
    return page === 'panel' && tab !== null && !framed ? ownWindow(tab, rules) : { page, tab };
  }
  if (sender.frameId !== 0 || tab === null || !(await isEnabledTab(tab, rules))) return null;
  return originOf(url) === originOf(URL.parse(tab.url)) ? { page: 'content', tab } : null;
}

/** A panel in a window of its own. What its address says counts for nothing: the background knows whom it works for. */
async function ownWindow(tab: NonNullable<From['tab']>, rules: SenderRules): Promise<From> {
  const home = await rules.homeOf(tab.id);
  const isHome = home !== null && (await isEnabledTab(home, rules));
  return { page: 'panel', tab: isHome ? home : tab, ownTab: tab.id };
}

function tabOf({ tab }: RawSender): From['tab'] {
  if (tab?.id === undefined) return null;
  return { id: tab.id, url: tab.url ?? '', windowId: tab.windowId ?? null };
}

async function isEnabledTab(tab: { url: string }, rules: SenderRules): Promise<boolean> {
  const url = URL.parse(tab.url);
  return url !== null && /^https?:$/.test(url.protocol) && (await rules.isEnabled(url.origin));
}

/** `URL.origin` is the string "null" for extension schemes in some engines, so it is put together here. */
function originOf(url: URL | null): string {
  return url === null ? '' : `${url.protocol}//${url.host}`;
}
