import { newId } from '#contract/newId.ts';
import { readGroup } from '#marketplace/groups/read.ts';
import { clientIp } from '#marketplace/http/clientIp.ts';
import { isForeignPost } from '#marketplace/http/sameOrigin.ts';
import { BULK_MAX } from '#marketplace/inquiries/bulk/room.ts';
import { sendBulk } from '#marketplace/inquiries/bulk/send.ts';
import { type Bulk, type BulkThread, bulkOfForm, bulkThreads, openBulk } from '#marketplace/inquiries/bulk/store.ts';
import { limitOpening } from '#marketplace/inquiries/openingLimits.ts';
import { noMoreIssue } from '#marketplace/pages/noMore.ts';
import { field, readForm } from '#marketplace/pages/thread/form.ts';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import { link } from '#marketplace/web/view.ts';
import { answerSent } from './answerSent.ts';
import { chosenListings, freshOf, namesOf } from './chosen.ts';
import type { BulkForm } from './model.ts';
import { groupPage, nameIn, type SentBulk } from './page.ts';
import { proofOf } from './proof.ts';
import { readBulk, typedBulk } from './readBulk.ts';

/**
 * One question to several villages: opens a thread in each, and redirects to the buyer's page of all. When anything is
 * wrong, and where a village was not reached, the product's page comes back with what was typed.
 */
export const askMany: PageHandler = async (request) => {
  const { deps, c, view } = request;
  const fields = await readForm(c);
  const name = nameIn(request);
  const isForeign = isForeignPost(c, deps.config);
  const form = typedBulk(fields, isForeign);
  const again = async (asked: Omit<SentBulk, 'form'>) =>
    groupPage(request, await readGroup(deps, name), { form, status: 422, ...asked });
  const proveFirst = () => again({ issues: [{ path: '', code: 'send_again_busy' }], isLoaded: true });
  // As on the product's page: whoever filled the field that nobody sees, or came from another site, presses once more.
  if (field(fields, 'website') !== '' || isForeign) return again({ issues: [{ path: '', code: 'send_again' }] });
  // More villages were asked for, and nothing is sent yet: what was ticked and typed goes with the buyer.
  if (field(fields, 'lanjut') !== '') return again({ issues: [], status: 200 });

  const sender = JSON.stringify([form.id, clientIp(c, deps.config), c.req.header('user-agent') ?? '']);
  const opened = await bulkOfForm(deps, sender);
  const before = opened === null ? [] : await bulkThreads(deps, opened.id);
  const { listings, gone } = await chosenListings(deps, name, form.chosen, before);
  const fresh = freshOf(listings, before);
  if (opened !== null && opened.asked > 0 && fresh.length > 0 && opened.asked + fresh.length > BULK_MAX) {
    return again(await asNewForm(request, { form, bulk: opened, before, chosen: fresh.map(({ id }) => id) }));
  }
  const { input, issues } = readBulk(deps.config.mail === null ? { ...form, email: '' } : form, listings);
  if (input === null) return again({ issues });
  const proof = await proofOf(deps, fresh, form);
  if (proof === null) return proveFirst();
  const noMore = await limitOpening(deps, c, fresh, input.phone);
  if (noMore !== null) return again({ issues: [noMoreIssue(view, noMore)], status: 429 });
  const challenge = typeof proof === 'string' ? null : proof;
  const bulk = opened ?? (await openBulk(deps, { form: sender, groupSlug: name.slug, challenge }));
  if (bulk === null) {
    form.proof = null;
    return proveFirst();
  }
  const isHeld = proof === 'missing' ? proof : 'unneeded';
  const results = await sendBulk(deps, bulk, { listings, before, input, locale: view.locale, proof: isHeld });
  return answerSent(request, { form, results, gone, wasSent: before.length > 0, bulk, again });
};

/**
 * One form asks five villages in all. Those beyond come back as a question of their own, with the same words: the buyer
 * is told so, and where the answers of the first are.
 */
async function asNewForm(
  { deps, view }: PageRequest,
  of: { form: BulkForm; bulk: Bulk; before: BulkThread[]; chosen: string[] },
): Promise<Omit<SentBulk, 'form'>> {
  const { form, bulk, before, chosen } = of;
  Object.assign(form, { id: newId(), proof: null, chosen });
  const path = before.length > 0 ? link(view, `/tanya/semua/${bulk.secret}`) : null;
  const part = { path, sent: await namesOf(deps, before), unsent: [], canAgain: false };
  return { issues: [{ path: 'chosen', code: 'villages_asked', values: [bulk.asked] }], part };
}
