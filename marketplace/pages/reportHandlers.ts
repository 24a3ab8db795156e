import * as z from 'zod/mini';
import { text } from '#contract';
import { REPORT_REASONS } from '#marketplace/db/tables/reports.ts';
import { clientIp } from '#marketplace/http/clientIp.ts';
import { reportListing } from '#marketplace/reports/service.ts';
import { renderMessage } from '#marketplace/web/Message.tsx';
import type { PageHandler } from '#marketplace/web/page.ts';
import { htmlPage } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { listingOf } from './productHandlers.ts';
import { renderReport } from './Report.tsx';

const Typed = z.object({ reason: z.enum(REPORT_REASONS), text: text('report', { max: 500 }) });

export const reportForm: PageHandler = async (request) => {
  const listing = await listingOf(request);
  return htmlPage(renderReport(request.view, listing, { text: '', missing: false }), { cache: 'own' });
};

export const reportSent: PageHandler = async (request) => {
  const { deps, c, view } = request;
  const listing = await listingOf(request);
  const form = await c.req.parseBody();
  const words = typeof form.text === 'string' ? form.text : '';
  const typed = Typed.safeParse({ reason: form.reason, text: words });
  if (!typed.success) {
    const page = renderReport(view, listing, { text: words, missing: true });
    return htmlPage(page, { status: 422, cache: 'own' });
  }
  await reportListing(deps, {
    listing,
    reason: typed.data.reason,
    words: typed.data.text,
    ip: clientIp(c, deps.config),
  });
  const action = { href: link(view, `/p/${listing.slug}`), label: listing.name };
  const said = { title: view.t('reportDoneTitle'), text: view.t('reportDoneText'), action };
  return htmlPage(renderMessage(view, said), { cache: 'own' });
};
