import { readFileSync } from 'node:fs';
import type { PageHandler } from '#marketplace/web/page.ts';
import { htmlPage } from '#marketplace/web/respond.ts';
import { renderAbout } from './About.tsx';

export const about: PageHandler = ({ view }) => htmlPage(renderAbout(view));

const ICON = readFileSync(new URL('../../public/icons/icon.svg', import.meta.url), 'utf8');

export const icon: PageHandler = () =>
  new Response(ICON, { headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=604800' } });
