import type { Deps } from '#marketplace/deps.ts';
import type { App } from '#marketplace/http/appTypes.ts';
import { solver } from '#marketplace/inquiries/proofOfWork/script.ts';
import { tellScript, tellWorker } from '#marketplace/pages/kabar/scripts.ts';
import { mountPage, type PageHandler } from '#marketplace/web/page.ts';
import { backTo, commandForm, isTicked, type Posted } from './actions.ts';
import { ask } from './ask.ts';
import { download } from './data.ts';
import { field } from './form.ts';
import { changeLink, shutLink, whatsapp } from './links.ts';
import { tellByMail, tellByPush, tellNoMore } from './tell.ts';
import { receipt, thread } from './thread.ts';
import type { FormName } from './views/model.ts';

/** Every form of the private page, by the last part of its address. */
const FORMS: Record<FormName, PageHandler> = {
  pesan: commandForm('pesan'),
  tawar: commandForm('tawar'),
  setuju: commandForm('setuju'),
  tolak: commandForm('tolak'),
  tarik: commandForm('tarik', { isSure: isSureToWithdraw }),
  lapor: commandForm('lapor'),
  wa: whatsapp,
  unduh: download,
  'ganti-tautan': changeLink,
  'matikan-tautan': shutLink,
  hapus: commandForm('hapus', { isSure: isTicked }),
  surel: tellByMail,
  'surel-hapus': tellNoMore('surel-hapus', 'mail'),
  kabar: tellByPush,
  'kabar-hapus': tellNoMore('kabar-hapus', 'push'),
};

/**
 * Whether the buyer may withdraw. One press withdraws an offer, but an agreement needs a tick. A buyer who pressed
 * before the village agreed had no tick to set, so that form passes here and is refused because the thread has changed.
 */
function isSureToWithdraw(posted: Posted): boolean {
  const { thread } = posted.found;
  const hadSeenDeal = Number(field(posted.form, 'seen')) >= thread.stateSeq;
  return thread.state !== 'deal' || !hadSeenDeal || isTicked(posted);
}

/** Mounts the buyer's side: asking, and the private thread. It stands before the storefront's own pages. */
export function mountBuyer(app: App, deps: Deps): void {
  mountPage(app, deps, 'POST', '/p/:slug/tanya', ask);
  mountPage(app, deps, 'GET', '/soal.js', solver);
  mountPage(app, deps, 'GET', '/kabar.js', tellScript);
  mountPage(app, deps, 'GET', '/tanya/kabar.js', tellWorker);
  mountPage(app, deps, 'GET', '/tanya/:secret', thread);
  mountPage(app, deps, 'GET', '/tanya/:secret/nota', receipt);
  // A form's answer stays at the form's address, so whoever opens that address by hand (or changes the language there)
  // is redirected to the thread.
  mountPage(app, deps, 'GET', '/tanya/:secret/:form', (request) => backTo(request, request.param('secret')));
  for (const [name, handle] of Object.entries(FORMS)) mountPage(app, deps, 'POST', `/tanya/:secret/${name}`, handle);
}
