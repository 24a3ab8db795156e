import { InviteCode } from '#contract';
import { readShortCode } from '#contract/shortCode.ts';
import { isForeignPost } from '#marketplace/http/sameOrigin.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { findInvite, inviteUrl } from '#marketplace/villages/invites.ts';
import { areLettersOf, makeShortCode, takeShortCode } from '#marketplace/villages/shortCodes.ts';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import { htmlPage, type Page } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { renderInvite, renderInviteProblem } from './Invite.tsx';
import { renderShortCode } from './ShortCode.tsx';

/** The link in the address bar is a key: no cache keeps the page, no other site is told the address. */
const OWN = { cache: 'own', noReferrer: true } as const;
/** Under this name the letters stand in the address of the page that shows them. */
const LETTERS = 'huruf';

/** The page of an invite link, which no search engine finds; with the letters of its address while those are good. */
export const invite: PageHandler = async (request) => {
  const { deps, c, param } = request;
  const code = InviteCode.safeParse(param('code'));
  const letters = readShortCode(c.req.query(LETTERS) ?? '');
  const areShown = code.success && letters !== null && (await areLettersOf(deps, code.data, letters));
  return invitePage(request, areShown ? letters : null);
};

/**
 * Makes the 8 letters that carry the invite to another computer, and leads to the page that shows them: loaded anew, it
 * makes no others.
 */
export const inviteCode: PageHandler = async (request) => {
  const { deps, c, param, view } = request;
  const code = InviteCode.safeParse(param('code'));
  const isAsked = code.success && !isForeignPost(c, deps.config);
  const letters = isAsked ? await makeShortCode(deps, code.data) : null;
  if (letters === null) return invitePage(request, null);
  return seeOther(`${link(view, `/undang/${param('code')}`, { [LETTERS]: letters })}#komputer`);
};

async function invitePage({ deps, view, param }: PageRequest, letters: string | null): Promise<Page> {
  const code = InviteCode.safeParse(param('code'));
  const found = code.success ? await findInvite(deps, code.data) : null;
  if (!code.success || found === null) return htmlPage(renderInviteProblem(view, 'unknown'), { ...OWN, status: 404 });
  if (found.isPractice) view.isPractice = true;
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
export const shortCode: PageHandler = ({ view }) => htmlPage(renderShortCode(view, { typed: '', problem: null }), OWN);

export const shortCodeSent: PageHandler = async ({ deps, c, view }) => {
  const form = await c.req.parseBody();
  const typed = typeof form.kode === 'string' ? form.kode.slice(0, 40) : '';
  try {
    const found = isForeignPost(c, deps.config) ? null : await takeShortCode(deps, c, typed);
    if (found !== null) return seeOther(found);
    return htmlPage(renderShortCode(view, { typed, problem: 'wrong' }), { ...OWN, status: 422 });
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'too_many') throw error;
    const seconds = error.extra.retryAfter ?? 60;
    const page = htmlPage(renderShortCode(view, { typed, problem: Math.ceil(seconds / 60) }), { ...OWN, status: 429 });
    page.headers.set('retry-after', String(seconds));
    return page;
  }
};

const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, 'referrer-policy': 'no-referrer' } });
