import { createBrowser } from '#tests/cms/browser.ts';
import { opensid } from '#utils/cms/opensid/recognise.ts';
import type { DriverContext } from '#utils/cms/types.ts';

/** A signed-in person's tab on an OpenSID, real or double. */
export interface Tab {
  fetch: typeof fetch;
  /** Opens an admin page, as the content script would find it. */
  open(path: string): Promise<DriverContext>;
  /** Called before every request; it may change the site between two steps. */
  before: (url: URL, init: RequestInit) => void | Promise<void>;
}

/**
 * Signs in through the form, as a person does. `base` is the address under which the admin pages lie, ending in `/`.
 */
export async function openTab(base: string, user: string, password = 'x'): Promise<Tab> {
  const browser = createBrowser(base);
  const tab: Tab = {
    before: () => undefined,
    async fetch(input, init = {}) {
      await tab.before(new URL(String(input), base), init);
      return browser.fetch(input, init);
    },
    async open(path) {
      const { document, location } = await browser.open(new URL(path, base).href);
      const page = opensid.recognise({ document, location });
      if (page === null) throw new Error(`${location.href} is not an admin page`);
      return { page, document, fetch: tab.fetch };
    },
  };
  const { document } = await browser.open(new URL('siteman', base).href);
  const sidcsrf = /sidcsrf=(\w+)/.exec(document.cookie)?.[1] ?? '';
  const body = new URLSearchParams({ sidcsrf, username: user, password });
  await browser.fetch(new URL('siteman/auth', base), { method: 'POST', body });
  return tab;
}

/** The address of the form in which an article is edited: only the list has it, for the number in it is in cipher. */
export async function editAddress(tab: Tab, base: string, id: string): Promise<string> {
  const headers = { 'X-Requested-With': 'XMLHttpRequest' };
  const answer = await tab.fetch(new URL('web/datatables?cat=-1', base), { headers });
  const { data }: { data: { id: number; aksi: string }[] } = await answer.json();
  const row = data.find((article) => String(article.id) === id);
  const address = /href="([^"]+)"[^>]*title="Ubah Data"/.exec(row?.aksi ?? '')?.[1];
  if (address === undefined) throw new Error(`article ${id} has no edit button`);
  return address.replace('/web/form//', '/web/form/-1/');
}
