import * as z from 'zod/mini';
import { BuyerPhone, Id, Inquiry, InquiryPage, VillageMessage } from '#contract';
import { type Route, villageRoute } from '#marketplace/http/route.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { act } from './act.ts';
import { ChangeCursor, inquiriesAfter } from './changes.ts';
import { revealPhone } from './phoneReveal.ts';
import { findInquiry } from './view.ts';

const InquiryPath = z.object({ id: Id });

const list = villageRoute({
  method: 'GET',
  path: '/v1/inquiries',
  summary: 'Inquiries that changed after a cursor, oldest change first; without one, all',
  query: z.object({ after: ChangeCursor }),
  response: InquiryPage,
  problems: [],
  handle: ({ deps, query, actor }) => inquiriesAfter(deps, actor.villageId, query.after),
});

const one = villageRoute({
  method: 'GET',
  path: '/v1/inquiries/:id',
  summary: 'One inquiry with its whole history',
  params: InquiryPath,
  response: Inquiry,
  problems: ['inquiry_unknown'],
  async handle({ deps, params, actor }) {
    const inquiry = await findInquiry(deps, actor.villageId, params.id);
    if (!inquiry) throw new ProblemError('inquiry_unknown');
    return inquiry;
  },
});

const message = villageRoute({
  method: 'PUT',
  path: '/v1/inquiries/:id/messages/:messageId',
  summary: 'Reply, counter, accept, decline, fulfil, cancel or report; the same id again changes nothing',
  params: z.object({ id: Id, messageId: Id }),
  body: VillageMessage,
  response: Inquiry,
  problems: [
    'inquiry_unknown', 'inquiry_state_changed', 'offer_not_lower', 'offer_above_list_price', 'id_taken', 'forbidden',
  ], // biome-ignore format: one list
  async handle({ deps, params, body, actor }) {
    const key = { villageId: actor.villageId, id: params.id };
    const command = { by: 'village' as const, ...body };
    const { refusal } = await act(deps, key, { messageId: params.messageId, command, deviceId: actor.deviceId });
    const inquiry = refusal === 'inquiry_unknown' ? null : await findInquiry(deps, key.villageId, key.id);
    if (!inquiry) throw new ProblemError('inquiry_unknown');
    // The answer includes the thread as it is now, so that the popup can show what changed and keep the typed words.
    if (refusal) throw new ProblemError(refusal, { current: inquiry });
    return inquiry;
  },
});

const phone = villageRoute({
  method: 'GET',
  path: '/v1/inquiries/:id/phone',
  summary: "The buyer's number; every look is kept",
  params: InquiryPath,
  response: BuyerPhone,
  problems: ['inquiry_unknown', 'too_many'],
  handle: async ({ deps, params, actor }) => ({ phone: await revealPhone(deps, actor, params.id) }),
});

export const inquiryRoutes: Route[] = [list, one, message, phone];
