import webPush from 'web-push';
import type { Deps } from '#marketplace/deps.ts';
import { errorFields } from '#marketplace/log.ts';
import type { VapidKeys } from '#marketplace/noticeConfig.ts';
import type { News, Sending, Settled } from '#marketplace/notify/news.ts';
import { nextTry } from '#marketplace/notify/owed.ts';
import { sha256 } from '#marketplace/sha256.ts';
import { NOTIFY, type NotifyWords } from '#marketplace/words/index.ts';
import { post } from './post.ts';
import { type PushSubscription, readSubscription } from './subscription.ts';

/** How long a push service keeps it for a phone that is off; its signature may be good for a day at most. */
const TTL_SECONDS = 20 * 3600;

const TEXTS: Record<News['kind'], (t: NotifyWords, village: string) => string> = {
  answer: (t, village) => t('answerSubject', village),
  remind: (t, village) => t('remindSubject', village),
  question: (t) => t('questionSubject'),
  remindQuestion: (t) => t('remindQuestionSubject'),
  nudge: (t) => t('nudgeSubject'),
  confirm: (t) => t('confirmSubject'),
};

/** Sends one notice as a push and says what became of it. It names the village, and nothing of the conversation. */
export async function deliverPush(deps: Deps, { notice, contact, news }: Sending): Promise<Settled> {
  const { vapid } = deps.config;
  const subscription = readSubscription(contact.address);
  if (vapid === null || subscription === null) return { columns: { state: 'dropped' } };
  const text = TEXTS[news.kind](NOTIFY[contact.locale], news.village);
  // Of several that a phone has not had yet, the push service keeps the last one.
  const topic = sha256(`${contact.id}${notice.kind}`, 'base64url').slice(0, 32);
  let request: ReturnType<typeof build>;
  try {
    request = build(vapid, subscription, { text, topic });
  } catch (error) {
    // The subscription's keys were looked at when it was read, so the fault is ours or the operator's.
    deps.log('error', 'push_unbuilt', errorFields(error));
    return { columns: nextTry(deps.now(), notice.tries) };
  }
  const answer = await post(subscription.endpoint, request, { isPractice: deps.config.allowPrivateHosts });
  if (answer.kind === 'unknown') return { columns: { state: 'unknown' } };
  if (answer.kind === 'unreached') return { columns: nextTry(deps.now(), notice.tries) };
  const { status, retryAfter } = answer;
  if (status >= 200 && status < 300) return { columns: { state: 'sent' } };
  if (status === 404 || status === 410) return forget(deps, { notice, contact, news });
  if (status === 429 || status >= 500) return { columns: nextTry(deps.now(), notice.tries, retryAfter) };
  deps.log('error', 'push_refused', { host: new URL(subscription.endpoint).host, status });
  return { columns: { state: 'dropped' } };
}

/** Encrypted by RFC 8291 (`aes128gcm`), which every push service takes; the older way is refused by some. */
function build(vapidDetails: VapidKeys, subscription: PushSubscription, said: { text: string; topic: string }) {
  const { headers, body } = webPush.generateRequestDetails(subscription, JSON.stringify({ text: said.text }), {
    vapidDetails,
    TTL: TTL_SECONDS,
    topic: said.topic,
    urgency: 'normal',
  });
  return { headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])), body };
}

/** The browser takes no pushes any more: its owner has said so there. */
async function forget({ db }: Deps, { contact }: Sending): Promise<Settled> {
  await db.deleteFrom('contacts').where('village_id', '=', contact.village_id).where('id', '=', contact.id).execute();
  return { columns: { state: 'dropped' } };
}
