import { readFileSync } from 'node:fs';
import { InviteCode } from '#contract';
import { findInvite } from '#marketplace/villages/invites.ts';
import type { PageHandler } from '#marketplace/web/page.ts';
import { htmlPage } from '#marketplace/web/respond.ts';
import { renderAbout } from './About.tsx';
import { renderInvite, renderInviteProblem } from './Invite.tsx';

export const about: PageHandler = ({ view }) => htmlPage(renderAbout(view));

/**
 * The page of an invite link. The link in the address bar is a key, so no cache keeps the page, no other site is told
 * the address, and no search engine finds it.
 */
export const invite: PageHandler = async ({ deps, view, param }) => {
  const own = { cache: 'own', noReferrer: true } as const;
  const code = InviteCode.safeParse(param('code'));
  const found = code.success ? await findInvite(deps, code.data) : null;
  if (found === null) return htmlPage(renderInviteProblem(view, 'unknown'), { ...own, status: 404 });
  if (found.state !== 'open') return htmlPage(renderInviteProblem(view, found.state), { ...own, status: 410 });
  const url = `${view.baseUrl}/undang/${param('code')}`;
  return htmlPage(renderInvite(view, { url, village: found.village.name, expiresAt: found.expiresAt }), own);
};

const ICON = readFileSync(new URL('../../public/icons/icon.svg', import.meta.url), 'utf8');

export const icon: PageHandler = () =>
  new Response(ICON, { headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=604800' } });
