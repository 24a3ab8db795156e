import type { Deps } from '#marketplace/deps.ts';
import type { App } from '#marketplace/http/appTypes.ts';
import { mountPage } from '#marketplace/web/page.ts';
import { askMany } from './askMany.ts';
import { bulk } from './bulkPage.ts';
import { group, groupAsk } from './page.ts';

/** Mounts one product of many villages. It stands before the private threads, whose address has room for any word. */
export function mountGroups(app: App, deps: Deps): void {
  mountPage(app, deps, 'GET', '/produk/:slug', group);
  mountPage(app, deps, 'GET', '/produk/:slug/tanya', groupAsk);
  mountPage(app, deps, 'POST', '/produk/:slug/tanya', askMany);
  mountPage(app, deps, 'GET', '/tanya/semua/:secret', bulk);
}
