import { type Browser, chromium, expect, test } from '@playwright/test';
import { needChromium } from '#stack/system.ts';
import type { CmsId } from '#utils/cms/types.ts';
import { drawOn } from './pages/launcherLab.ts';

/**
 * The bars of real CMSs as far as their look decides what can be pressed: where they lie, what lies over what, how they fold.
 * Each was first seen on a running one.
 */
const BARS: { name: string; cms: CmsId; html: string; narrow: RegExp; wide: RegExp; isOwn?: true }[] = [
  {
    name: 'Drupal 10 and 11, toolbar with its tray open',
    cms: 'drupal',
    html: `<style>body{margin:0} #toolbar-administration a{display:block;line-height:1;padding:1em;font-size:13px}
#toolbar-bar{position:fixed;top:0;left:0;right:0;z-index:502;background:#0f0f0f;height:39px} .toolbar-tab{float:left}
.toolbar-tab>.toolbar-icon{position:relative;z-index:502} .toolbar-tray{z-index:501;position:fixed;left:0;top:0;height:100%;width:240px;background:#fff}
@media (min-width:61em){.toolbar-tray{top:39px;height:40px;width:100%}}</style>
<div id="toolbar-administration" class="toolbar"><nav id="toolbar-bar" class="toolbar-bar"><div class="toolbar-tab"><a href="#" id="toolbar-item-administration" class="toolbar-icon toolbar-item">Kelola</a><div class="toolbar-tray is-active"></div></div></nav></div>`,
    narrow: /toolbar-item/,
    wide: /toolbar-item/,
  },
  {
    name: 'Drupal 10.4 and 11, Navigation',
    cms: 'drupal',
    html: `<style>body{margin:0} .admin-toolbar{position:fixed;inset:0 auto 0 0;width:80px;background:#fff;transform:translateX(-100%)}
@media (min-width:64rem){.admin-toolbar{width:264px;transform:none}} ul{list-style:none;margin:0;padding:0}</style>
<div class="admin-toolbar"><nav id="menu-builder"><ul class="toolbar-block__list"><li><button class="toolbar-button toolbar-button--icon--shortcuts">Pintasan</button><div inert style="display:none"><a href="/node/add">Tambah isi</a></div></li></ul><ul class="toolbar-block__list"><li><a href="/node/add">Buat</a></li></ul></nav></div>`,
    narrow: /^$/,
    wide: /toolbar-button--icon/,
  },
  {
    name: 'Joomla 5.3, menu folded',
    cms: 'joomla',
    html: `<style>body{margin:0} .sidebar-wrapper{height:300px} @media (max-width:767px){.sidebar-wrapper{height:0;overflow:hidden}}</style>
<header id="header"><div class="header-items" style="display:flex"></div></header><div class="sidebar-wrapper"><ul class="main-nav"><li><a href="?option=com_content">Konten</a></li></ul></div>`,
    narrow: /header-item-content/,
    wide: /no-dropdown/,
  },
  {
    name: 'WordPress 6 and 7, a long menu beyond the window',
    cms: 'wordpress',
    html: `<style>body{margin:0} #adminmenu{width:160px;padding-top:1200px} #wpadminbar{position:fixed;top:0;left:0;right:0;height:32px}
@media (max-width:782px){#adminmenu{display:none}}</style>
<div id="wpadminbar"><ul id="wp-admin-bar-root-default" style="margin:0"></ul></div><ul id="adminmenu"><li id="menu-posts"><a href="#">Pos</a></li></ul>`,
    narrow: /ab-item/,
    wide: /menu-top/,
  },
  {
    name: 'OpenSID, sidebar pushed out',
    cms: 'opensid',
    html: `<style>body{margin:0} .main-sidebar{position:absolute;left:0;width:230px} @media (max-width:767px){.main-sidebar{transform:translate(-230px,0)}}</style>
<header class="navbar-custom-menu"><ul class="nav navbar-nav"></ul></header><aside class="main-sidebar"><ul class="sidebar-menu"><li><a href="/web/clear">Artikel</a></li></ul></aside>`,
    narrow: /^$/,
    wide: /^$/,
    isOwn: true,
  },
  {
    name: 'Backdrop 1.28',
    cms: 'backdrop',
    html: `<style>body{margin:0}</style><div id="admin-bar"><ul id="admin-bar-menu"><li><a class="admin-content" href="#">Isi</a></li></ul></div>`,
    narrow: /^$/,
    wide: /^$/,
    isOwn: true,
  },
];

let browser: Browser;
test.beforeAll(async () => {
  browser = await chromium.launch({ executablePath: needChromium(), args: ['--no-sandbox'] });
});
test.afterAll(() => browser.close());

for (const { name, cms, html, narrow, wide, isOwn = false } of BARS)
  for (const [width, expected] of [
    [360, narrow],
    [1280, wide],
  ] as const)
    test(`${name}, ${width} px: an entry can be pressed`, async () => {
      // A page of its own: a launcher redraws itself for as long as its window lasts.
      const page = await browser.newPage({ viewport: { width, height: 740 } });
      await drawOn(page, html, cms);
      const entries = page.getByRole('button', { name: 'Jual produk' });
      const pressed: string[] = [];
      for (const entry of await entries.all()) {
        const isMet = await entry
          .click({ timeout: 1_000 })
          .then(() => true)
          .catch(() => false);
        if (isMet && (await page.title()) === 'opened') pressed.push((await entry.getAttribute('class')) ?? '');
        await page.evaluate(() => {
          document.title = 'admin';
        });
      }
      expect(pressed).toContainEqual(expect.stringMatching(expected));
      // The floating button comes only where no entry of the CMS can be pressed.
      const floats = await page.locator('body > button').count();
      expect(floats > 0).toBe(expected.source === '^$' && !isOwn);
      await page.close();
    });
