import { Id, type Terms, VillageMessage } from '#contract';
import { newId } from '#contract/newId.ts';
import { act } from '#marketplace/inquiries/act.ts';
import { findInquiry } from '#marketplace/inquiries/view.ts';
import { field, readTerms } from '#marketplace/pages/thread/form.ts';
import { privatePage } from '#marketplace/pages/thread/thread.ts';
import { issuesOf } from '#marketplace/validate.ts';
import type { PageHandler } from '#marketplace/web/page.ts';
import { type Page, seeOther } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { jawabMessage, type PhoneRequest, phoneForm, phonePage } from './phone.ts';
import type { AnswerName, AnswerRefused } from './views/model.ts';
import { renderJawabThread } from './views/ThreadPage.tsx';

async function threadPage(request: PhoneRequest, refused: AnswerRefused | null, status = 200): Promise<Page> {
  const { deps, view, j, actor, param, query } = request;
  const id = Id.safeParse(param('id'));
  const inquiry = id.success ? await findInquiry(deps, actor.villageId, id.data) : null;
  if (inquiry === null) {
    const back = { href: link(view, '/jawab'), label: j('toList') };
    return jawabMessage(request, { title: j('missingTitle'), text: j('missingText') }, 404, back);
  }
  const isSent = query('terkirim') !== '';
  return privatePage(renderJawabThread({ view, j, inquiry, refused, isSent, newId }), status);
}

export const jawabThread: PageHandler = phonePage((request) => threadPage(request, null));

type Parts = { text: string; seen: number; terms: Terms | null };

const MESSAGES: Record<AnswerName, (parts: Parts) => object> = {
  balas: ({ text }) => ({ kind: 'reply', text }),
  tawar: (parts) => ({ kind: 'counter', ...parts }),
  setuju: ({ text, seen }) => ({ kind: 'accept', text, seen }),
  tolak: ({ text, seen }) => ({ kind: 'decline', text, seen }),
};

/** One of the four answers: the same command that the popup sends, under the same rules. */
export const answer = (name: AnswerName): PageHandler =>
  phoneForm(async (request, { form, tooMany }) => {
    const { deps, view, actor, param } = request;
    const typed = { text: field(form, 'text'), price: field(form, 'price'), quantity: field(form, 'quantity') };
    const again = (codes: string[], status = 422) => threadPage(request, { form: name, codes, typed }, status);
    if (tooMany) return again(['too_many'], 429);
    const inquiryId = Id.safeParse(param('id'));
    if (!inquiryId.success) return again(['inquiry_unknown'], 404);
    const inquiry = await findInquiry(deps, actor.villageId, inquiryId.data);
    if (inquiry === null) return again(['inquiry_unknown'], 404);
    const { terms, issues } =
      name === 'tawar' ? readTerms(typed.price, typed.quantity, inquiry.listing) : { terms: null, issues: [] };
    if (issues.length > 0) return again(issues.map(({ code }) => code));
    if (name === 'tawar' && terms === null) return again(['price_missing']);
    // A form without its hidden fields was not made by this service; -1 is a seq that nobody has seen.
    const seen = /^\d{1,6}$/.test(field(form, 'seen')) ? Number(field(form, 'seen')) : -1;
    const messageId = Id.safeParse(field(form, 'id'));
    if (!messageId.success) return again(['send_again']);
    const message = VillageMessage.safeParse(MESSAGES[name]({ text: typed.text, seen, terms }), { reportInput: true });
    if (!message.success) return again(issuesOf(message.error).map(({ code }) => code));
    const { refusal } = await act(
      deps,
      { villageId: actor.villageId, id: inquiryId.data },
      { messageId: messageId.data, command: { by: 'village', ...message.data }, deviceId: actor.deviceId },
    );
    if (refusal !== null) return again([refusal], 409);
    return seeOther(link(view, `/jawab/tanya/${inquiryId.data}`, { terkirim: '1' }));
  });
