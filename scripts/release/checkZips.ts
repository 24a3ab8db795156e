import { statSync } from 'node:fs';
import * as z from 'zod/mini';
import { readZip } from './readZip.ts';
import type { Zips } from './zips.ts';

/** Today's archives have 0.2 and 0.6 MB; a larger one than this holds something that was not meant to be in it. */
const MAX_BYTES = 2 << 20;

/** The files that a Mozilla reviewer needs at hand, and without which the sources do not build. */
const SOURCES = [
  'BUILD.md',
  'README.md',
  'LICENSE',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'wxt.config.ts',
];
const NO_SOURCES = /(^|\/)(node_modules|\.output|\.data|_locales|tests)\/|\.(log|tsbuildinfo)$/;
const NO_EXTENSION = /\.(map|tsx?)$/;

/**
 * The id that the manifest of Firefox must have in every release: Mozilla never lets an extension change it, and one with
 * another id would come as a second extension beside the first, without its drafts.
 */
const FIREFOX_ID = '{d4e4b5e6-ad54-4df5-af86-89945e2ea7cf}';

const Manifest = z.object({
  manifest_version: z.literal(3),
  version: z.string(),
  host_permissions: z.optional(z.array(z.string())),
  minimum_chrome_version: z.optional(z.string()),
  browser_specific_settings: z.optional(
    z.object({ gecko: z.object({ id: z.string(), strict_min_version: z.optional(z.string()) }) }),
  ),
});

/** What is wrong with the archives of a version; empty when they may go to the stores. */
export async function problemsOf(zips: Zips, version: string): Promise<string[]> {
  const large = Object.values(zips).filter((path) => statSync(path).size > MAX_BYTES);
  return [
    ...large.map((path) => `${path} is larger than ${MAX_BYTES} bytes`),
    ...extensionProblems('chrome', await readZip(zips.chrome), version),
    ...extensionProblems('firefox', await readZip(zips.firefox), version),
    ...sourcesProblems(await readZip(zips.sources)),
  ];
}

/** What is wrong with the files of a store's archive. */
export function extensionProblems(
  browser: 'chrome' | 'firefox',
  files: Map<string, Uint8Array>,
  version: string,
): string[] {
  const text = new TextDecoder().decode(files.get('manifest.json'));
  const manifest = Manifest.safeParse(text === '' ? null : JSON.parse(text));
  if (!manifest.success) return [`${browser}: no manifest of version 3 at the top`];
  const { data } = manifest;
  const stray = [...files.keys()].filter((path) => NO_EXTENSION.test(path));
  const gecko = data.browser_specific_settings?.gecko;
  const isFirefox = gecko !== undefined;
  const minimum = isFirefox ? gecko.strict_min_version : data.minimum_chrome_version;
  return [
    data.version !== version && `${browser}: the manifest says ${data.version}, package.json ${version}`,
    data.host_permissions !== undefined && `${browser}: built for the e2e tests, with host permissions`,
    isFirefox !== (browser === 'firefox') && `${browser}: built for the other browser`,
    isFirefox && gecko.id !== FIREFOX_ID && `${browser}: the id is ${gecko.id}, not the one of the first release`,
    minimum === undefined && `${browser}: no oldest version of the browser, so it is offered where it cannot run`,
    ...stray.map((path) => `${browser}: ${path} has no place in it`),
  ].filter((said) => said !== false);
}

/** What is wrong with the files of the sources' archive. Whether they build is checked by `rebuild.ts`. */
export function sourcesProblems(files: Map<string, Uint8Array>): string[] {
  const paths = [...files.keys()];
  return [
    ...SOURCES.filter((path) => !files.has(path)).map((path) => `sources: ${path} is missing`),
    ...paths.filter((path) => NO_SOURCES.test(path)).map((path) => `sources: ${path} has no place in it`),
  ];
}
