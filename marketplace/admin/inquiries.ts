import { dateTimeWib } from '#contract/format.ts';
import type { Deps } from '#marketplace/deps.ts';
import { escalations } from '#marketplace/inquiries/quality.ts';
import { threadReports } from '#marketplace/inquiries/reports.ts';
import type { AdminWords } from '#marketplace/words/index.ts';

/** Villages where nobody answered, the longest wait first. */
export async function unansweredLines(deps: Deps, t: AdminWords): Promise<string> {
  const found = await escalations(deps);
  if (found.length === 0) return t('allAnswered');
  return found
    .map(({ village, waiting, expired, oldest }) =>
      t('unanswered', `${village.name} (${village.slug})`, waiting, expired, dateTimeWib(oldest)),
    )
    .join('\n');
}

/** Conversations that a buyer or a village reported, with the reporter's words below. */
export async function conversationLines(deps: Deps, t: AdminWords): Promise<string> {
  const reports = await threadReports(deps);
  if (reports.length === 0) return t('noConversations');
  return reports
    .map(({ village, product, by, at, words: said }) =>
      [
        t(`conversation_${by}`, `${village.name} (${village.slug})`, product.name, dateTimeWib(at)),
        ...(said === null ? [] : [`  - ${said.replace(/\s+/g, ' ')}`]),
      ].join('\n'),
    )
    .join('\n');
}
