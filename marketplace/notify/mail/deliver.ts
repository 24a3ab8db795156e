import type { Deps } from '#marketplace/deps.ts';
import type { Sending, Settled } from '#marketplace/notify/news.ts';
import { at, nextTry } from '#marketplace/notify/owed.ts';
import { composeMail } from './compose.ts';
import { sendMail } from './send.ts';
import { stopMails } from './stop.ts';

/** Sends one notice as a mail and says what became of it. */
export async function deliverMail(deps: Deps, { notice, contact, news }: Sending): Promise<Settled> {
  const { mail } = deps.config;
  if (mail === null) return { columns: { state: 'dropped' } };
  const bytes = await composeMail(deps, mail, {
    ...news,
    to: contact.address,
    addressKey: contact.address_key,
    locale: contact.locale,
    id: at(notice).join(),
  });
  const outcome = await sendMail(mail, { to: contact.address, bytes });
  switch (outcome.kind) {
    case 'sent':
      return { columns: { state: 'sent' } };
    case 'refused':
      await stopMails(deps, contact.address_key, 'refused');
      return { columns: { state: 'dropped' } };
    case 'unknown':
      deps.log('error', 'mail_unknown', { reason: outcome.reason });
      return { columns: { state: 'unknown' } };
    case 'later':
      deps.log('error', 'mail_later', { reason: outcome.reason });
      return { columns: nextTry(deps.now(), notice.tries), isDown: outcome.isDown };
  }
}
