import * as z from 'zod/mini';
import { text } from '#contract';
import { REPORT_REASONS } from '#marketplace/db/tables/reports.ts';
import { isForeignPost } from '#marketplace/http/sameOrigin.ts';
import { reportListing } from '#marketplace/reports/service.ts';
import { renderMessage } from '#marketplace/web/Message.tsx';
import type { PageHandler } from '#marketplace/web/page.ts';
import { htmlPage } from '#marketplace/web/respond.ts';
import { link, type View } from '#marketplace/web/view.ts';
import { issueText } from '#marketplace/words/index.ts';
import { listingOf } from './productHandlers.ts';
import { renderReport } from './Report.tsx';

const Typed = z.object({ reason: z.enum(REPORT_REASONS), text: text('report', { max: 500 }) });

const EMPTY = { reason: null, text: '', notice: null };

function noticeOf(view: View, error: z.core.$ZodError): string {
  const issue = error.issues.find(({ path }) => path[0] === 'text');
  return issue ? issueText(view.locale, issue.message) : view.t('reportPick');
}

export const reportForm: PageHandler = async (request) => {
  const listing = await listingOf(request);
  return htmlPage(renderReport(request.view, listing, EMPTY), { cache: 'own' });
};

export const reportSent: PageHandler = async (request) => {
  const { deps, c, view } = request;
  const listing = await listingOf(request);
  const form = await c.req.parseBody();
  const words = typeof form.text === 'string' ? form.text : '';
  const typed = Typed.safeParse({ reason: form.reason, text: words });
  const again = (notice: string) => {
    const reason = REPORT_REASONS.find((one) => one === form.reason) ?? null;
    return htmlPage(renderReport(view, listing, { reason, text: words, notice }), { status: 422, cache: 'own' });
  };
  if (!typed.success) return again(noticeOf(view, typed.error));
  // Whoever pressed on another site's page may not have seen what it does; one more press, on ours, is enough.
  if (isForeignPost(c, deps.config)) return again(issueText(view.locale, 'send_again'));
  await reportListing(deps, {
    listing,
    reason: typed.data.reason,
    words: typed.data.text,
    c,
  });
  const action = { href: link(view, `/p/${listing.slug}`), label: listing.name };
  const said = { title: view.t('reportDoneTitle'), text: view.t('reportDoneText'), action };
  return htmlPage(renderMessage(view, said), { cache: 'own' });
};
