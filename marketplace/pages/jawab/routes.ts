import type { Deps } from '#marketplace/deps.ts';
import type { App } from '#marketplace/http/appTypes.ts';
import { tellWorker } from '#marketplace/pages/kabar/scripts.ts';
import { mountPage } from '#marketplace/web/page.ts';
import { seeOther } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { endPairing, jawabAll, jawabHeld, jawabList } from './list.tsx';
import { confirmPage, confirmSent, mailSent, pushSent, tellNoMore } from './mail.tsx';
import { pairPage, pairSent } from './pair.tsx';
import { answer, jawabThread } from './thread.ts';
import { ANSWERS } from './views/model.ts';

/** Mounts what an official answers with from a phone. */
export function mountJawab(app: App, deps: Deps): void {
  mountPage(app, deps, 'GET', '/jawab', jawabList);
  // The scope of the worker that shows pushes ends so.
  mountPage(app, deps, 'GET', '/jawab/', ({ view }) => seeOther(link(view, '/jawab')));
  mountPage(app, deps, 'GET', '/jawab/semua', jawabAll);
  mountPage(app, deps, 'GET', '/jawab/tahan', jawabHeld);
  mountPage(app, deps, 'GET', '/jawab/pasang/:code', pairPage);
  mountPage(app, deps, 'POST', '/jawab/pasang/:code', pairSent);
  mountPage(app, deps, 'POST', '/jawab/keluar', endPairing);
  mountPage(app, deps, 'POST', '/jawab/surel', mailSent);
  mountPage(app, deps, 'POST', '/jawab/surel-hapus', tellNoMore('mail'));
  mountPage(app, deps, 'GET', '/jawab/kabar.js', tellWorker);
  mountPage(app, deps, 'POST', '/jawab/kabar', pushSent);
  mountPage(app, deps, 'POST', '/jawab/kabar-hapus', tellNoMore('push'));
  for (const path of ['/jawab/surel', '/jawab/surel-hapus', '/jawab/kabar-hapus', '/jawab/keluar'])
    mountPage(app, deps, 'GET', path, ({ view }) => seeOther(link(view, '/jawab')));
  mountPage(app, deps, 'GET', '/jawab/surel/:token', confirmPage);
  mountPage(app, deps, 'POST', '/jawab/surel/:token', confirmSent);
  mountPage(app, deps, 'GET', '/jawab/tanya/:id', jawabThread);
  // The answer to a form stays at the form's address; whoever opens that by hand is led back.
  mountPage(app, deps, 'GET', '/jawab/tanya/:id/:form', ({ view, param }) =>
    seeOther(link(view, `/jawab/tanya/${encodeURIComponent(param('id'))}`)),
  );
  for (const name of ANSWERS) mountPage(app, deps, 'POST', `/jawab/tanya/:id/${name}`, answer(name));
}
