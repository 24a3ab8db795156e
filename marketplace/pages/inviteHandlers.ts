import { InviteCode } from '#contract';
import { isForeignPost } from '#marketplace/http/sameOrigin.ts';
import { findInvite, inviteUrl } from '#marketplace/villages/invites.ts';
import { makeShortCode, takeShortCode } from '#marketplace/villages/shortCodes.ts';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import { htmlPage, type Page } from '#marketplace/web/respond.ts';
import { renderInvite, renderInviteProblem } from './Invite.tsx';
import { renderShortCode } from './ShortCode.tsx';

/** The link in the address bar is a key: no cache keeps the page, no other site is told the address. */
const OWN = { cache: 'own', noReferrer: true } as const;

/** The page of an invite link, which no search engine finds. */
export const invite: PageHandler = (request) => invitePage(request, null);

/** The same with the 8 letters that carry the invite to another computer. */
export const inviteCode: PageHandler = async (request) => {
  const { deps, c, param } = request;
  const code = InviteCode.safeParse(param('code'));
  const isAsked = code.success && !isForeignPost(c, deps.config);
  return invitePage(request, isAsked ? await makeShortCode(deps, code.data) : null);
};

async function invitePage({ deps, view, param }: PageRequest, letters: string | null): Promise<Page> {
  const code = InviteCode.safeParse(param('code'));
  const found = code.success ? await findInvite(deps, code.data) : null;
  if (!code.success || found === null) return htmlPage(renderInviteProblem(view, 'unknown'), { ...OWN, status: 404 });
  if (found.state !== 'open') return htmlPage(renderInviteProblem(view, found.state), { ...OWN, status: 410 });
  const { village, expiresAt } = found;
  const url = inviteUrl(deps, code.data);
  const { stores } = deps.config;
  return htmlPage(
    renderInvite(view, { url, path: `/undang/${code.data}`, village: village.name, expiresAt, stores, letters }),
    OWN,
  );
}

/** Where the letters of an invite are typed. */
export const shortCode: PageHandler = ({ view }) => htmlPage(renderShortCode(view, { typed: '', isWrong: false }), OWN);

export const shortCodeSent: PageHandler = async ({ deps, c, view }) => {
  const form = await c.req.parseBody();
  const typed = typeof form.kode === 'string' ? form.kode.slice(0, 40) : '';
  const link = isForeignPost(c, deps.config) ? null : await takeShortCode(deps, c, typed);
  if (link !== null)
    return new Response(null, { status: 303, headers: { location: link, 'referrer-policy': 'no-referrer' } });
  return htmlPage(renderShortCode(view, { typed, isWrong: true }), { ...OWN, status: 422 });
};
