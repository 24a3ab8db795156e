import type { Deps } from '#marketplace/deps.ts';
import type { App } from '#marketplace/http/appTypes.ts';
import { mountPage } from '#marketplace/web/page.ts';
import { seeOther } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { figuresFile } from './download.ts';
import { figures } from './page.tsx';
import { settings } from './settings.tsx';

/** Mounts the figures, their files and the settings. */
export function mountFigures(app: App, deps: Deps): void {
  mountPage(app, deps, 'GET', '/pengelola/angka', figures);
  mountPage(app, deps, 'POST', '/pengelola/angka/unduh', figuresFile);
  mountPage(app, deps, 'GET', '/pengelola/angka/unduh', ({ view }) => seeOther(link(view, '/pengelola/angka')));
  mountPage(app, deps, 'GET', '/pengelola/pengaturan', settings);
}
