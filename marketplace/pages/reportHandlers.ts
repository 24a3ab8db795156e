import * as z from 'zod/mini';
import { text } from '#contract';
import { REPORT_REASONS } from '#contract/report.ts';
import { isForeignPost } from '#marketplace/http/sameOrigin.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { type Report, reportListing, reportVillage } from '#marketplace/reports/service.ts';
import { findBySlug } from '#marketplace/villages/service.ts';
import { renderMessage } from '#marketplace/web/Message.tsx';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import { htmlPage } from '#marketplace/web/respond.ts';
import { link, type View } from '#marketplace/web/view.ts';
import { issueText, REPORT } from '#marketplace/words/index.ts';
import { listingOf } from './productHandlers.ts';
import { renderReport } from './Report.tsx';
import { field, readForm } from './thread/form.ts';

const Typed = z.object({ reason: z.enum(REPORT_REASONS), text: text('report', { max: 500 }) });

const EMPTY = { reason: null, text: '', notice: null };

function noticeOf(view: View, error: z.core.$ZodError): string {
  const issue = error.issues.find(({ path }) => path[0] === 'text');
  return issue ? issueText(view.locale, issue.message) : view.t('reportPick');
}

/** What a report is of: a product, or a village as a whole. */
interface Subject {
  name: string;
  path: string;
  keep(report: Report): Promise<void>;
}

async function listingIn(request: PageRequest): Promise<Subject> {
  const listing = await listingOf(request);
  const keep = (report: Report) => reportListing(request.deps, listing, report);
  return { name: listing.name, path: `/p/${listing.slug}`, keep };
}

async function villageIn({ deps, param }: PageRequest): Promise<Subject> {
  const village = await findBySlug(deps, param('slug'));
  if (village === null) throw new ProblemError('not_found');
  const keep = (report: Report) => reportVillage(deps, village, report);
  return { name: village.name, path: `/desa/${village.slug}`, keep };
}

const formOf =
  (subjectIn: (request: PageRequest) => Promise<Subject>): PageHandler =>
  async (request) =>
    htmlPage(renderReport(request.view, await subjectIn(request), EMPTY), { cache: 'own' });

const sentOf =
  (subjectIn: (request: PageRequest) => Promise<Subject>): PageHandler =>
  async (request) => {
    const { deps, c, view } = request;
    const form = await readForm(c);
    const subject = await subjectIn(request);
    const words = field(form, 'text');
    const typed = Typed.safeParse({ reason: field(form, 'reason'), text: words });
    const again = (notice: string) => {
      const reason = REPORT_REASONS.find((one) => one === field(form, 'reason')) ?? null;
      return htmlPage(renderReport(view, subject, { reason, text: words, notice }), { status: 422, cache: 'own' });
    };
    if (!typed.success) return again(noticeOf(view, typed.error));
    // Whoever pressed on another site's page may not have seen what it does; one more press, on ours, is enough.
    if (isForeignPost(c, deps.config)) return again(issueText(view.locale, 'send_again'));
    await subject.keep({ reason: typed.data.reason, words: typed.data.text, c });
    const action = { href: link(view, subject.path), label: subject.name };
    const said = {
      title: view.t('reportDoneTitle'),
      text: REPORT[view.locale]('done'),
      action,
    };
    return htmlPage(renderMessage(view, said), { cache: 'own' });
  };

export const reportForm = formOf(listingIn);
export const reportSent = sentOf(listingIn);
export const villageReportForm = formOf(villageIn);
export const villageReportSent = sentOf(villageIn);
