import { type Browser, createBrowser } from '#tests/cms/browser.ts';
import type { SiteFaults } from '#tests/cms/doubles/siteFaults.ts';
import { jpeg } from '#tests/cms/pictures.ts';
import type { RoleEnd, SeenPost, Site, Target } from '#tests/cms/suite/target.ts';
import { joomlaDriver } from '#utils/cms/joomla/driver.ts';
import { joomla as recogniser } from '#utils/cms/joomla/recognise.ts';
import type { DriverContext } from '#utils/cms/types.ts';

/** What both a real Joomla and the double offer beside their pages. */
export interface Backstage {
  url: string;
  /** Only a double has its faults at hand. */
  faults?: SiteFaults;
  password: string;
  /** Asks what the site really holds, or does what a person would: `witness.php` and its double. */
  witness(name: string, body?: object): Promise<unknown>;
  stop(): Promise<void>;
}

const may: RoleEnd = { saves: 'published', uploads: true, retires: true };

/** `manager`: not a super user, so filtered. `author`: may write its own, not publish, nor change a state. */
const ROLES: Record<string, RoleEnd> = {
  admin: may,
  manager: may,
  author: { saves: 'draft', uploads: true, retires: false },
};

export function joomlaTarget(name: string, start: () => Promise<Backstage>, patience = 20_000): Target {
  return {
    name,
    driver: joomlaDriver(async (blob) => blob),
    start: async () => siteOn(await start()),
    chief: 'admin',
    roles: ROLES,
    picture: jpeg,
    badPicture: new Blob(['<?php this is no picture'], { type: 'image/jpeg' }),
    restores: true,
    patience,
    silence: { body: '<!doctype html><title>Desa Dagan</title><p>Selamat datang', type: 'text/html' },
  };
}

export function siteOn({ url, faults, password, witness, stop }: Backstage): Site {
  const browsers = new Map<string, Promise<Browser>>();
  const contexts = new Map<string, Promise<DriverContext>>();
  const browserOf = (role: string) => keep(browsers, role, () => signedIn(url, role, password));
  const pageOf = async (role: string, query: string) => contextOn(await browserOf(role), url, query);
  return {
    url,
    faults,
    signIn: (role) => keep(contexts, role, () => pageOf(role, 'option=com_content')),
    openEditor: (role, postId) => pageOf(role, `option=com_content&task=article.edit&id=${postId}`),
    posts: async () => (await witness('posts')) as SeenPost[],
    pictures: async () => Number(await witness('pictures')),
    write: async (title, html) => String(await witness('write', { title, html })),
    edit: async (id, html) => void (await witness('edit', { id, html })),
    erase: async (id) => void (await witness('erase', { id })),
    endSessions: async () => {
      browsers.clear();
      contexts.clear();
      await witness('endSessions');
    },
    stop,
  };
}

function keep<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const value = kept.get(key) ?? make();
  kept.set(key, value);
  return value;
}

/** Signs in through the form, as a person does. */
export async function signedIn(url: string, username: string, passwd: string): Promise<Browser> {
  const browser = createBrowser(url);
  const address = `${url}/administrator/index.php`;
  const { document } = await browser.open(address);
  const body = new URLSearchParams({ username, passwd });
  for (const field of document.querySelectorAll('form#form-login input[type="hidden"]')) {
    body.set(field.getAttribute('name') ?? '', field.getAttribute('value') ?? '');
  }
  await browser.fetch(address, { method: 'POST', body });
  return browser;
}

export async function contextOn(browser: Browser, url: string, query: string): Promise<DriverContext> {
  const { document, location } = await browser.open(`${url}/administrator/index.php?${query}`);
  const page = recogniser.recognise({ document, location });
  if (page === null) throw new Error(`${location} is not recognised as an admin page`);
  return { page, document, fetch: browser.fetch };
}
