import type { Deps } from '#marketplace/deps.ts';
import type { App } from '#marketplace/http/appTypes.ts';
import { mountPage } from '#marketplace/web/page.ts';
import { seeOther } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { account, keyRemoved, signedOut, signedOutEverywhere } from './account/account.tsx';
import { audit } from './account/audit.tsx';
import { operatorAdded, operatorEnded, operatorList } from './account/operators.tsx';
import { mountDesk } from './desk/routes.ts';
import { mountFigures } from './figures/routes.ts';
import { linkPage, linkPressed, mailAsked } from './signIn/link.tsx';
import { signIn } from './signIn/pages.tsx';
import {
  keyScript,
  newPasskeyAsked,
  newPasskeyMade,
  passkeyAsked,
  passkeySigned,
  webauthnScript,
} from './signIn/passkey.ts';

/** Mounts the operator's console. */
export function mountConsole(app: App, deps: Deps): void {
  mountPage(app, deps, 'GET', '/pengelola/masuk', signIn);
  mountPage(app, deps, 'POST', '/pengelola/masuk/surel', mailAsked);
  // Whoever reloads what a form led to comes back to the door.
  mountPage(app, deps, 'GET', '/pengelola/masuk/surel', ({ view }) => seeOther(link(view, '/pengelola/masuk')));
  mountPage(app, deps, 'GET', '/pengelola/masuk/:token', linkPage);
  mountPage(app, deps, 'POST', '/pengelola/masuk/:token', linkPressed);
  mountPage(app, deps, 'GET', '/pengelola/webauthn.js', webauthnScript);
  mountPage(app, deps, 'GET', '/pengelola/kunci.js', keyScript);
  mountPage(app, deps, 'POST', '/pengelola/kunci/tanya', passkeyAsked);
  mountPage(app, deps, 'POST', '/pengelola/kunci/masuk', passkeySigned);
  mountPage(app, deps, 'POST', '/pengelola/kunci/baru', newPasskeyAsked);
  mountPage(app, deps, 'POST', '/pengelola/kunci/simpan', newPasskeyMade);
  mountPage(app, deps, 'GET', '/pengelola/akun', account);
  mountPage(app, deps, 'POST', '/pengelola/akun/hapus', keyRemoved);
  mountPage(app, deps, 'POST', '/pengelola/keluar', signedOut);
  mountPage(app, deps, 'POST', '/pengelola/keluar-semua', signedOutEverywhere);
  mountPage(app, deps, 'GET', '/pengelola/pengelola', operatorList);
  mountPage(app, deps, 'POST', '/pengelola/pengelola', operatorAdded);
  mountPage(app, deps, 'POST', '/pengelola/pengelola/akhiri', operatorEnded);
  mountPage(app, deps, 'GET', '/pengelola/catatan', audit);
  mountFigures(app, deps);
  mountDesk(app, deps);
}
