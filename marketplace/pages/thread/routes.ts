import type { Deps } from '#marketplace/deps.ts';
import type { App } from '#marketplace/http/appTypes.ts';
import { solver } from '#marketplace/inquiries/proofOfWork/script.ts';
import { mountPage, type PageHandler } from '#marketplace/web/page.ts';
import { backTo, commandForm, isTicked, type Posted } from './actions.ts';
import { ask } from './ask.ts';
import { download } from './data.ts';
import { field } from './form.ts';
import { changeLink, shutLink, whatsapp } from './links.ts';
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
};

/**
 * An offer is withdrawn by one press, an agreement only with a tick. Who pressed before the village agreed had no tick to
 * set, and hears that things have changed.
 */
function isSureToWithdraw(posted: Posted): boolean {
  const { thread } = posted.found;
  const hadSeenDeal = Number(field(posted.form, 'seen')) >= thread.stateSeq;
  return thread.state !== 'deal' || !hadSeenDeal || isTicked(posted);
}

/** The buyer's side: asking, and the private thread. Before the storefront's own pages. */
export function mountBuyer(app: App, deps: Deps): void {
  mountPage(app, deps, 'POST', '/p/:slug/tanya', ask);
  mountPage(app, deps, 'GET', '/soal.js', solver);
  mountPage(app, deps, 'GET', '/tanya/:secret', thread);
  mountPage(app, deps, 'GET', '/tanya/:secret/nota', receipt);
  // A form's answer has its address: whoever opens it by hand (or changes the language there) is led to the thread.
  mountPage(app, deps, 'GET', '/tanya/:secret/:form', (request) => backTo(request, request.param('secret')));
  for (const [name, handle] of Object.entries(FORMS)) mountPage(app, deps, 'POST', `/tanya/:secret/${name}`, handle);
}
