import { EmailAddress } from '#contract';
import { forgetContacts, setMail } from '#marketplace/inquiries/store/contacts.ts';
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

/** Forgets the address, or every browser, that was told of answers. */
export const tellNoMore = (name: 'surel-hapus' | 'kabar-hapus', channel: 'mail' | 'push'): PageHandler =>
  threadForm(name, {}, async ({ request, found }) => {
    await forgetContacts(request.deps.db, found.key, channel);
    return backTo(request, found.secret);
  });
