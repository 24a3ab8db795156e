import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Support {
  version_added: string | false | null | 'preview';
  partial_implementation?: boolean;
}
interface Feature {
  __compat?: { support: { firefox_android?: Support | Support[] } };
  [member: string]: Feature | unknown;
}

const ROOT = join(import.meta.dirname, '../..');
const { webextensions } = createRequire(import.meta.url)('@mdn/browser-compat-data') as {
  webextensions: { api: Record<string, Feature>; manifest: Record<string, Feature> };
};
/** Calls by a name that the data keep under another one. */
const SAME: Record<string, string> = { contextMenus: 'menus' };
/** Types of the browser's, not its functions. */
const NOT_ASKED = new Set(['runtime.id']);

const sources = ['entrypoints', 'utils', 'components'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => [`${folder}/${name}`, readFileSync(join(ROOT, folder, name), 'utf8')] as const),
);
const calls = sources.flatMap(([file, text]) =>
  [...text.matchAll(/\bbrowser\.(\w+)\s*(\?)?\.(\w+)/g)].map(([, api = '', guard, member = '']) => ({
    file,
    api,
    member,
    isGuarded: guard !== undefined,
  })),
);

/** The version of Firefox for Android that has it; null for none. Undefined where the data do not know it. */
function sinceOf(api: string, member: string): number | null | undefined {
  const feature = webextensions.api[SAME[api] ?? api]?.[member] as Feature | undefined;
  const support = feature?.__compat?.support.firefox_android;
  const added = (Array.isArray(support) ? support[0] : support)?.version_added;
  return added === undefined ? undefined : typeof added === 'string' ? Number.parseInt(added, 10) : null;
}

describe('Firefox for Android', () => {
  it('is asked for nothing that it lacks: such a call stands behind a question mark', () => {
    expect(calls.length).toBeGreaterThan(60);
    const lacking = calls.filter(({ api, member, isGuarded }) => !isGuarded && sinceOf(api, member) === null);
    expect(lacking.map(({ file, api, member }) => `${file}: ${api}.${member}`)).toEqual([]);
  });

  it('every call is one that the data know, so that none is passed over', () => {
    const unknown = calls.filter(({ api, member }) => sinceOf(api, member) === undefined);
    const names = new Set(unknown.map(({ api, member }) => `${api}.${member}`));
    expect([...names].filter((name) => !NOT_ASKED.has(name))).toEqual([]);
  });

  it('the least version in the manifest has all that is called, and the question about data', () => {
    const config = readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8');
    const least = Number(/ANDROID_MINIMUM = '(\d+)\.0'/.exec(config)?.[1]);
    const needed = calls.map(({ api, member }) => sinceOf(api, member) ?? 0);
    // Mozilla asks about data on Android since 142.
    expect(least).toBeGreaterThanOrEqual(Math.max(142, ...needed));
  });
});
