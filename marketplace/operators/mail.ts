import type { Locale } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { buildMail } from '#marketplace/notify/mail/compose.ts';
import { sendMail } from '#marketplace/notify/mail/send.ts';
import { CONSOLE, STOREFRONT } from '#marketplace/words/index.ts';
import type { OperatorSummary } from './account.ts';

/** Mails an operator a link that lets in. The log says when it did not arrive; the page cannot, or it would tell who is one. */
export async function mailLink(deps: Deps, operator: OperatorSummary, path: string, locale: Locale): Promise<void> {
  const { mail, baseUrl } = deps.config;
  if (mail === null || operator.email === null) return;
  const k = CONSOLE[locale];
  const market = `${STOREFRONT[locale]('brand')} (${new URL(baseUrl).host})`;
  const bytes = await buildMail(mail.from, {
    to: operator.email,
    subject: k('mailSubject', market),
    text: `${k('mailBody', operator.name, market, baseUrl + path)}\n`,
    date: deps.now(),
  });
  const outcome = await sendMail(mail, { to: operator.email, bytes });
  if (outcome.kind === 'sent') return;
  deps.log('error', 'operator_mail', { outcome: outcome.kind, ...('reason' in outcome && { reason: outcome.reason }) });
}
