import { join } from 'node:path';
import * as z from 'zod/mini';
import { wxt } from './wxt.ts';

/** The three archives of a version: one per store, and the sources that Mozilla asks for. */
export type Zips = { chrome: string; firefox: string; sources: string };

/** The version that package.json gives, which is the manifest's too. */
export const versionOf = (packageJson: string): string =>
  z.parse(z.object({ version: z.string().check(z.regex(/^\d+\.\d+\.\d+$/)) }), JSON.parse(packageJson)).version;

/** Where WXT leaves the archives of `folder`. */
export const zipsOf = (folder: string, version: string): Zips => ({
  chrome: join(folder, `.output/dodolan-${version}-chrome.zip`),
  firefox: join(folder, `.output/dodolan-${version}-firefox.zip`),
  sources: join(folder, `.output/dodolan-${version}-sources.zip`),
});

/** Makes Firefox's archive and the sources', or all three. */
export function makeZips(folder: string, browsers: ('chrome' | 'firefox')[]): void {
  for (const browser of browsers) wxt(folder, 'zip', '-b', browser);
}
