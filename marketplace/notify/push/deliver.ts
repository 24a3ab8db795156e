import { buildPushHTTPRequest } from '@pushforge/builder';
import type { Deps } from '#marketplace/deps.ts';
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
  const request = await build(vapid, subscription, { text, topic }).catch(() => null);
  // A key that is no point on the curve; nothing can ever be sent there.
  if (request === null) return forget(deps, { notice, contact, news });
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

async function build(
  { publicKey, privateKey, subject }: VapidKeys,
  subscription: PushSubscription,
  said: { text: string; topic: string },
) {
  const point = Buffer.from(publicKey, 'base64url');
  const privateJWK = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
    d: privateKey,
  };
  const { headers, body } = await buildPushHTTPRequest({
    privateJWK,
    subscription,
    message: {
      payload: { text: said.text },
      adminContact: subject,
      options: { ttl: TTL_SECONDS, topic: said.topic, urgency: 'normal' },
    },
  });
  return { headers: Object.fromEntries(new Headers(headers)), body: Buffer.from(body) };
}

/** The browser takes no pushes any more: its owner has said so there. */
async function forget({ db }: Deps, { contact }: Sending): Promise<Settled> {
  await db.deleteFrom('contacts').where('village_id', '=', contact.village_id).where('id', '=', contact.id).execute();
  return { columns: { state: 'dropped' } };
}
