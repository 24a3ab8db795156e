import { EmailAddress } from '#contract';
import { forgetContacts, setMail } from '#marketplace/inquiries/store/contacts.ts';
import { keepBrowser } from '#marketplace/notify/push/keep.ts';
import { readSubscription } from '#marketplace/notify/push/subscription.ts';
import type { PageHandler } from '#marketplace/web/page.ts';
import { backTo, threadForm } from './actions.ts';
import { field } from './form.ts';

/** Sets or changes the address that answers are told to. */
export const tellByMail: PageHandler = threadForm('surel', {}, async ({ request, found, form, again }) => {
  const { deps, view } = request;
  const address = EmailAddress.safeParse(field(form, 'email').trim());
  if (deps.config.mail === null || !address.success) return again(['email_malformed']);
  await deps.db
    .transaction()
    .execute((db) => setMail(db, deps, found.key, { address: address.data, locale: view.locale }));
  return backTo(request, found.secret);
});

/** Keeps the browser in which the page's button was pressed. The page's script asks, and reads no page for an answer. */
export const tellByPush: PageHandler = threadForm('kabar', {}, async ({ request, found, form, again }) => {
  const { deps, view } = request;
  const subscription = readSubscription(field(form, 'langganan'));
  if (deps.config.vapid === null || subscription === null) return again(['other']);
  const owner = { villageId: found.key.villageId, inquiryId: found.key.id };
  await keepBrowser(deps, owner, { subscription, locale: view.locale });
  return new Response(null, { status: 204 });
});

/** Forgets the address, or every browser, that was told of answers. */
export const tellNoMore = (name: 'surel-hapus' | 'kabar-hapus', channel: 'mail' | 'push'): PageHandler =>
  threadForm(name, {}, async ({ request, found }) => {
    await forgetContacts(request.deps.db, found.key, channel);
    return backTo(request, found.secret);
  });
