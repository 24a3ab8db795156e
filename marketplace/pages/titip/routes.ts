import type { Deps } from '#marketplace/deps.ts';
import type { App } from '#marketplace/http/appTypes.ts';
import { mountPage } from '#marketplace/web/page.ts';
import { shrinker, titip, titipDone, titipSent } from './handlers.ts';

/** Three photos as a phone's camera makes them: beyond what is taken they only go by, so that the form can say so. */
const SENT_BYTES = 32 * 1024 * 1024;

/** Mounts the form with which villagers ask their village to sell something. */
export function mountTitip(app: App, deps: Deps): void {
  mountPage(app, deps, 'GET', '/titip.js', shrinker);
  mountPage(app, deps, 'GET', '/titip/:token', titip);
  mountPage(app, deps, 'POST', '/titip/:token', titipSent, SENT_BYTES);
  mountPage(app, deps, 'GET', '/titip/:token/terkirim', titipDone);
}
