import type { Deps } from '#marketplace/deps.ts';
import type { App } from '#marketplace/http/appTypes.ts';
import { mountPage } from '#marketplace/web/page.ts';
import { shrinker, titip, titipDone, titipSent } from './handlers.ts';

/** Mounts the form with which villagers ask their village to sell something. */
export function mountTitip(app: App, deps: Deps): void {
  mountPage(app, deps, 'GET', '/titip.js', shrinker);
  mountPage(app, deps, 'GET', '/titip/:token', titip);
  mountPage(app, deps, 'POST', '/titip/:token', titipSent, null);
  mountPage(app, deps, 'GET', '/titip/:token/terkirim', titipDone);
}
