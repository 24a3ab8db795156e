import { type Browser, createBrowser } from '#tests/cms/browser.ts';
import type { SiteFaults } from '#tests/cms/doubles/siteFaults.ts';
import { jpeg } from '#tests/cms/pictures.ts';
import type { RoleEnd, SeenPost, Site, Target } from '#tests/cms/suite/target.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import { wordpressDriver } from '#utils/cms/wordpress/driver.ts';
import { wordpress as recogniser } from '#utils/cms/wordpress/recognise.ts';

/** Node draws no pictures: one that is to become a JPEG stays what it is. */
export const driver = wordpressDriver(async (blob) => blob);

/** What both a real WordPress and the double offer beside their pages. */
export interface Backstage {
  url: string;
  /** Only a double has its faults at hand. */
  faults?: SiteFaults;
  passwordOf(role: string): string;
  /** Asks what the site really holds, or does what a person would: `witness.php` and its double. */
  witness(name: string, body?: object): Promise<unknown>;
  endSessions(): Promise<void>;
  stop(): Promise<void>;
}

const ROLES: Record<string, RoleEnd> = {
  admin: { saves: 'published', uploads: true, retires: true },
  editor: { saves: 'published', uploads: true, retires: true },
  author: { saves: 'published', uploads: true, retires: true },
  contributor: { saves: 'pending', uploads: false, retires: true },
};

export function wordpressTarget(name: string, start: () => Promise<Backstage>, over: Partial<Target> = {}): Target {
  return {
    name,
    driver,
    start: async () => siteOn(await start()),
    chief: 'admin',
    roles: ROLES,
    picture: jpeg,
    badPicture: new Blob(['<?php this is no picture'], { type: 'image/jpeg' }),
    restores: true,
    tellsDates: true,
    silence: { body: '<!doctype html><title>Desa Dagan</title><p>Selamat datang', type: 'text/html' },
    ...over,
  };
}

function siteOn(backstage: Backstage): Site {
  const { url, witness } = backstage;
  const id = async (answer: Promise<unknown>) => String(await answer);
  // Signing in costs a real site seconds; a session is used until it is ended.
  const browsers = new Map<string, Promise<Browser>>();
  const contexts = new Map<string, Promise<DriverContext>>();
  const browserOf = (role: string) => keep(browsers, role, () => signedIn(backstage, role));
  const pageOf = async (role: string, path: string) => contextOn(await browserOf(role), `${url}/wp-admin/${path}`);
  return {
    url,
    faults: backstage.faults,
    signIn: (role) => keep(contexts, role, () => pageOf(role, 'profile.php')),
    openEditor: (role, postId) => pageOf(role, `post.php?post=${postId}&action=edit`),
    posts: async () => ((await witness('posts')) as (Omit<SeenPost, 'state'> & { status: string })[]).map(seen),
    pictures: async () => Number(await witness('pictures')),
    write: (title, html) => id(witness('write', { title, html })),
    edit: async (postId, html) => void (await witness('edit', { id: postId, html })),
    erase: async (postId) => void (await witness('erase', { id: postId })),
    endSessions: async () => {
      browsers.clear();
      contexts.clear();
      await backstage.endSessions();
    },
    stop: backstage.stop,
  };
}

function keep<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const value = kept.get(key) ?? make();
  kept.set(key, value);
  return value;
}

const STATES: Record<string, SeenPost['state']> = { publish: 'published', pending: 'pending', trash: 'down' };

function seen({ status, ...post }: Omit<SeenPost, 'state'> & { status: string }): SeenPost {
  return { ...post, state: STATES[status] ?? 'draft' };
}

async function signedIn({ url, passwordOf }: Backstage, role: string): Promise<Browser> {
  const browser = createBrowser(url);
  const body = new URLSearchParams({ log: role, pwd: passwordOf(role), redirect_to: `${url}/wp-admin/` });
  await browser.fetch(`${url}/wp-login.php`, { method: 'POST', body });
  return browser;
}

/** A person on a page of the admin. */
export async function contextOf(backstage: Backstage, role: string, path: string): Promise<DriverContext> {
  return contextOn(await signedIn(backstage, role), `${backstage.url}/wp-admin/${path}`);
}

async function contextOn(browser: Browser, address: string): Promise<DriverContext> {
  const { document, location } = await browser.open(address);
  const page = recogniser.recognise({ document, location });
  if (page === null) throw new Error(`${location} is not recognised as an admin page`);
  return { page, document, fetch: browser.fetch };
}
