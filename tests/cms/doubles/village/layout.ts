import { addressesOf } from './addresses.ts';
import { type Answer, type Asked, redirect } from './http.ts';
import { productAddresses } from './products/addresses.ts';
import type { Session, VillageState } from './state.ts';
import { esc } from './words.ts';

/** What every page of the admin is drawn with. */
export interface Page {
  state: VillageState;
  asked: Asked;
  session: Session;
}

const STYLE =
  'input,textarea{max-width:95%}body{font:16px sans-serif;margin:1em;max-width:60em}[contenteditable],textarea{border:1px solid #888;min-height:6em;padding:4px}.alert{background:#eef;padding:.5em}.modal{border:2px solid #333;padding:1em}td{padding:.3em 1em}';

/** An admin page; flash words stand in the same box whatever they say. */
export function adminPage({ state, session }: Page, title: string, body: string, alert: string | null = null): Answer {
  const { base, options, table } = state;
  const { list } = addressesOf(options);
  const shop = table === null ? '' : ` <a href="${base}${productAddresses(options, table.options).list}">Produk</a>`;
  const said = alert ?? session.flash;
  session.flash = null;
  const hasMeta = ['blade', 'json', 'jsonMultipart', 'driven'].includes(options.flavour);
  return {
    status: 200,
    body: `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${esc(title)} - Admin Desa Contoh</title>
<meta name="viewport" content="width=device-width">${hasMeta ? `<meta name="csrf-token" content="${session.token}">` : ''}
<style>${STYLE}</style></head><body>
<nav><a href="${base}${list}">Berita</a>${shop} <a href="${base}/" target="_blank">Lihat situs</a> <a href="${base}/keluar">Keluar</a></nav>
<h1>${esc(title)}</h1>
<div class="alert" role="status"${said === null ? ' hidden' : ''}>${esc(said ?? '')}</div>
${body}<script src="${base}/assets/admin.js"></script></body></html>`,
  };
}

/** Signing in takes any name and any password. */
export function loginPage(page: Page): Answer {
  const { base, options } = page.state;
  const { login } = addressesOf(options);
  const form =
    options.flavour === 'storageToken' ? `data-enter="${base}/api${login}"` : `method="post" action="${base}${login}"`;
  const token = options.flavour === 'blade' ? `<input type="hidden" name="_token" value="${page.session.token}">` : '';
  return adminPage(
    page,
    'Masuk',
    `<form ${form} data-list="${base}${addressesOf(options).list}">${token}<p><input name="username" aria-label="Pengguna"></p><p><input type="password" name="password" aria-label="Sandi"></p><button>Masuk</button></form>`,
  );
}

/** To the sign-in page; what was sent is lost. */
export const toLogin = ({ base, options }: VillageState): Answer => redirect(base + addressesOf(options).login);
