import { type Browser, createBrowser } from '#tests/cms/browser.ts';
import type { SiteFaults } from '#tests/cms/doubles/siteFaults.ts';
import { jpeg } from '#tests/cms/pictures.ts';
import type { RoleEnd, SeenPost, Site, Target } from '#tests/cms/suite/target.ts';
import { backdropDriver } from '#utils/cms/backdrop/driver.ts';
import { backdrop } from '#utils/cms/backdrop/recognise.ts';
import { drupalDriver } from '#utils/cms/drupal/driver.ts';
import { drupal } from '#utils/cms/drupal/recognise.ts';
import type { DriverContext } from '#utils/cms/types.ts';

/** What a Drupal offers beside its pages, real or double. Everybody's password is the own name. */
export interface Backstage {
  url: string;
  /** Only a double has its faults at hand. */
  faults?: SiteFaults;
  /** What the site really holds, or what a person did there: the names of `Site`'s own methods. */
  witness(name: string, body?: object): Promise<unknown>;
  stop(): Promise<void>;
}

/** As in `recognisers.ts`: Backdrop is asked first. */
const RECOGNISERS = [backdrop, drupal];

const NO_PICTURE = new Blob(['<?php this is no picture'], { type: 'image/jpeg' });
/** Backdrop looks at the file's name only, but a file beyond PHP's own limit does not arrive. */
const TOO_LARGE = new Blob([jpeg('large'), new Uint8Array(2_200_000)], { type: 'image/jpeg' });

export function drupalTarget(
  cms: 'drupal' | 'backdrop',
  name: string,
  roles: Record<string, RoleEnd>,
  start: () => Promise<Backstage>,
  over: Partial<Target> = {},
): Target {
  const toJpeg = async (blob: Blob) => blob;
  return {
    name,
    driver: cms === 'drupal' ? drupalDriver(toJpeg) : backdropDriver(toJpeg),
    start: async () => siteOn(await start()),
    chief: 'admin',
    roles,
    picture: jpeg,
    badPicture: cms === 'drupal' ? NO_PICTURE : TOO_LARGE,
    restores: true,
    tellsDates: true,
    silence: { body: '<!doctype html><title>Desa Dagan</title><p>Selamat datang', type: 'text/html' },
    ...over,
  };
}

function siteOn({ url, faults, witness, stop }: Backstage): Site {
  /** The tab of each role, kept while its session lasts: signing in and reading the page anew takes longer than all else. */
  const tabs = new Map<string, Promise<DriverContext>>();
  const tabOf = (role: string): Promise<DriverContext> => {
    const tab = tabs.get(role) ?? signedIn(url, role).then((browser) => contextOn(browser, `${url}/user`));
    tabs.set(role, tab);
    return tab;
  };
  const act = async (name: string, body: object): Promise<void> => void (await witness(name, body));
  return {
    url,
    faults,
    signIn: tabOf,
    openEditor: async (role, id) => contextOn(await signedIn(url, role), `${url}/node/${id}/edit`),
    posts: async () => (await witness('posts')) as SeenPost[],
    pictures: async () => Number(await witness('pictures')),
    write: async (title, html) => String(await witness('write', { title, html })),
    edit: (id, html) => act('edit', { id, html }),
    erase: (id) => act('erase', { id }),
    endSessions() {
      tabs.clear();
      return act('endSessions', {});
    },
    stop,
  };
}

/** Signs in through the form, as a person does. */
export async function signedIn(url: string, role: string): Promise<Browser> {
  const browser = createBrowser(url);
  const { document } = await browser.open(`${url}/user/login`);
  const body = new URLSearchParams({ name: role, pass: role });
  const inputs = document.querySelectorAll('form[id^="user-login"] :is(input[type="hidden"], input[type="submit"])');
  for (const input of inputs) body.set(input.getAttribute('name') ?? '', input.getAttribute('value') ?? '');
  await browser.fetch(`${url}/user/login`, { method: 'POST', body });
  return browser;
}

/** The page as the content script finds it. */
export async function contextOn(browser: Browser, address: string): Promise<DriverContext> {
  const { document, location } = await browser.open(address);
  const page = RECOGNISERS.map(({ recognise }) => recognise({ document, location })).find((found) => found !== null);
  if (!page) throw new Error(`${location} is not recognised`);
  return { page, document, fetch: browser.fetch };
}
