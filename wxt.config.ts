import { join } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { writeLocales } from './utils/i18n/build.ts';

/**
 * Loopback stands in `host_permissions` only in the e2e build, because nobody can answer a native permission prompt in
 * a headless browser.
 */
const isE2e = process.env.DODOLAN_E2E === '1' || process.argv.includes('e2e');

/** Mozilla keeps the id for ever: another one would be another extension, without its users and their drafts. */
const FIREFOX_ID = '{d4e4b5e6-ad54-4df5-af86-89945e2ea7cf}';
/** The first with Mozilla's own question about the data that an extension sends. */
const FIREFOX_MINIMUM = '140.0';
/** The same on a phone. What Firefox lacks there is guarded (`tests/entrypoints/android.test.ts`). */
const ANDROID_MINIMUM = '142.0';
/** The first with `URL.parse`, the newest function that the code calls. */
const CHROME_MINIMUM = '126';

// This runs before WXT looks at public/, on every command: the typed public paths and the build both need the files.
writeLocales(join(import.meta.dirname, 'public/_locales'));

/**
 * What every page of ours needs for its first letter: a few files are read sooner than forty small ones, and pack better. Not one,
 * because the background speaks and formats too, and would carry the views.
 */
const VIEW =
  /node_modules\/preact\/|\/components\/background\/(?:code|commands|context|errorText|KeySheet|useKeys|writeAhead)|\/components\/ui\/(?:bare|Button|Check|Choices|Field|Notice|Undo|scrolls)|\/components\/(?:panelFrame|villages)\/|\/components\/panel\/whenHeld|virtual_?:?wxt-html-plugins/;
const SAID =
  /\/utils\/i18n\/|\/utils\/runtime\/(?:broadcast|changed|frame|gone|keepAlivePort|protocol|retryWhileWaking|send)|\/utils\/(?:appError|model\/limits|photos\/base64)|\/contract\/(?:choices|cut|format|labels|measure|mobile|permitText|phone|price|time|wellFormed|wib)\.|\/contract\/(?:i18n|words)\//;
/** The schemas of what is stored, which the popup reads by; the panel's form is drawn without one. */
const SHAPES =
  /node_modules\/zod\/|\/contract\/(?:checked|consignment|exchange|ids|inquiry|listing|maker|permits|practice|prices|problem|replies|report|shortCode|siteProof|siteRequest|text|usualGoods|village|villageProfile)\.|\/utils\/model\/(?!cardTask|limits|unseen)/;
/** What a product's form is made of, for the panel and the background. */
const FORM =
  /\/utils\/listing\/(?:blank|emptyForm|exchange|fields|pasted|permits|quickfill|template|unit)\.|\/utils\/makers\/(?:consent|find|names)\.|\/contract\/newId\.|\/node_modules\/nanoid\//;
const fewFirstChunks: Plugin = {
  name: 'few-first-chunks',
  outputOptions: (options) =>
    options.format === 'es'
      ? {
          ...options,
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [
              { name: 'view', test: VIEW, minShareCount: 2 },
              { name: 'said', test: SAID, minShareCount: 2 },
              { name: 'form', test: FORM, minShareCount: 2 },
              { name: 'shapes', test: SHAPES, minShareCount: 2 },
            ],
          },
        }
      : options,
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDir: isE2e ? '.output/e2e' : '.output',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  zip: {
    // This list names what goes in, because a list of what stays out forgot the contract and let stray files through.
    includeSources: [
      '{package,package-lock,tsconfig}.json',
      '.npmrc',
      'wxt.config.ts',
      '{LICENSE,README.md,BUILD.md}',
      '{components,entrypoints,utils,marketplace/contract,public/icons}/**',
    ],
  },
  vite: () => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // The extension's own pages are offered in the checked languages alone.
    resolve: { alias: { '#contract/words/shared.jv.json': '#contract/words/shared.id.json' } },
    // Every browser that we run in knows the links by itself.
    build: { modulePreload: { polyfill: false } },
    plugins: [fewFirstChunks],
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'id',
    permissions: [
      'storage',
      'scripting',
      'alarms',
      'notifications',
      'activeTab',
      'unlimitedStorage',
      'contextMenus',
      ...(browser === 'chrome' ? ['sidePanel'] : []),
    ],
    optional_host_permissions: ['*://*/*'],
    ...(isE2e && { host_permissions: ['http://127.0.0.1/*', 'http://localhost/*'] }),
    action: { default_title: '__MSG_extension_name__' },
    commands: {
      open_panel: {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_command_open_panel__',
      },
      quick_line: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_command_quick_line__' },
      oldest_question: { suggested_key: { default: 'Alt+Shift+Q' }, description: '__MSG_command_oldest_question__' },
      next_draft: { suggested_key: { default: 'Alt+Shift+D' }, description: '__MSG_command_next_draft__' },
    },
    omnibox: { keyword: 'jual' },
    content_security_policy: {
      // There is no upgrade-insecure-requests (Firefox's MV3 default): a regency may try its marketplace on plain http
      // first.
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data: https: http:; connect-src 'self' https: http:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-src 'none'; object-src 'none'",
    },
    web_accessible_resources: [
      // Any page may try to frame it; the panel itself asks the background whether its tab is an enabled site. The
      // address is fixed (no `use_dynamic_url`): Chrome sends no Cross-Origin-Resource-Policy header with a dynamic
      // one, so a page under Cross-Origin-Embedder-Policy, such as OpenSID's since 2026, would show a broken frame.
      { resources: ['panel.html'], matches: ['*://*/*'] },
    ],
    // The panel beside any page. It opens when the person says so, never with an update.
    ...(browser === 'chrome' && { side_panel: { default_path: 'panel.html' } }),
    ...(browser === 'firefox' && {
      sidebar_action: { default_panel: 'panel.html', default_title: '__MSG_extension_name__', open_at_install: false },
    }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: FIREFOX_ID,
          strict_min_version: FIREFOX_MINIMUM,
          data_collection_permissions: {
            required: ['websiteContent', 'personalCommunications', 'personallyIdentifyingInfo'],
          },
        },
        gecko_android: { strict_min_version: ANDROID_MINIMUM },
      },
    }),
    ...(browser === 'chrome' && { minimum_chrome_version: CHROME_MINIMUM }),
  }),
});
