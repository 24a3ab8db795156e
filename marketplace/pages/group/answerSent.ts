import type { BulkResult } from '#marketplace/inquiries/bulk/send.ts';
import type { Bulk } from '#marketplace/inquiries/bulk/store.ts';
import { errorFields } from '#marketplace/log.ts';
import { privatePage } from '#marketplace/pages/thread/thread.ts';
import type { PageRequest } from '#marketplace/web/page.ts';
import type { Page } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import type { BulkForm } from './model.ts';
import type { SentBulk } from './page.ts';
import { partOf } from './partOf.ts';
import { renderSentOnly } from './SentOnly.tsx';

interface Pressed {
  form: BulkForm;
  results: BulkResult[];
  /** How many of the ticked are not sold any more. */
  gone: number;
  /** The form has opened threads at an earlier press. */
  wasSent: boolean;
  bulk: Bulk;
  again: (asked: Omit<SentBulk, 'form'>) => Promise<Page>;
}

/** The answer to a press that was sent: the buyer's page of all, or this page with where it was sent and where not. */
export async function answerSent(request: PageRequest, pressed: Pressed): Promise<Page | Response> {
  const { deps, c, view } = request;
  const { form, results, gone, wasSent, bulk, again } = pressed;
  const path = link(view, `/tanya/semua/${bulk.secret}`);
  const part = partOf(view, { results, gone, path, wasSent });
  if (part.unsent.length > 0) {
    form.chosen = results
      .filter(({ outcome }) => outcome !== 'sent' && outcome !== 'asked_before')
      .map(({ listing }) => listing.id);
    try {
      return await again({ issues: [], part, status: 409 });
    } catch (error) {
      // The villages of the page cannot be read any more; what became of the press is known all the same.
      deps.log('error', 'bulk_inquiry', errorFields(error));
      return privatePage(renderSentOnly(view, part, c.var.typed), 503);
    }
  }
  return new Response(null, {
    status: 303,
    headers: { location: path, 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' },
  });
}
