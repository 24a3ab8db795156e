import { Replies } from '#contract';
import type { Db } from '#utils/db/db.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import { ProblemAnswerError } from '#utils/marketplace/http.ts';
import type { VillageKey } from '#utils/model/site.ts';
import type { KeptReplies } from '#utils/model/stored.ts';
import { keepReplies, REPLY_STORES, repliesOf } from './replies.ts';

const TRIES = 3;
const REFUSALS: ReadonlySet<string> = new Set(['invalid', 'malformed', 'too_large']);

const isOwed = ({ rev, serverRev, refused }: KeptReplies): boolean => rev > serverRev && refused !== rev;

/** Tells the marketplace the village's quick replies, if it has not heard them; true when it had not. Throws as `call` does. */
export async function sayReplies(db: Db, marketplace: Marketplace, key: VillageKey): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const kept = await db.read(REPLY_STORES, (tx) => repliesOf(tx, key));
    if (!isOwed(kept)) return tries > 0;
    const { rev, serverRev: base, texts } = kept;
    try {
      const answer = await marketplace.putReplies({ rev, base, texts });
      await update(db, key, (now) => ({ ...now, serverRev: answer.rev, agreed: answer.texts }));
    } catch (error) {
      if (!(error instanceof ProblemAnswerError)) throw error;
      const current = Replies.safeParse(error.problem.current);
      if (REFUSALS.has(error.problem.code)) await update(db, key, (now) => ({ ...now, refused: rev }));
      else if (current.success) await update(db, key, (now) => merged(now, current.data));
      else throw error;
    }
  }
  return true;
}

/** Brings this device and the marketplace in step, both ways; true when there was something new. Throws as `call` does. */
export async function syncReplies(db: Db, marketplace: Marketplace, key: VillageKey): Promise<boolean> {
  const isSaid = await sayReplies(db, marketplace, key);
  const answer = await marketplace.replies();
  let isNew = false;
  await update(db, key, (now) => {
    if (answer.rev <= now.serverRev) return now;
    isNew = true;
    const { rev, texts } = answer;
    return isOwed(now) ? merged(now, answer) : { texts, rev, serverRev: rev, agreed: texts };
  });
  return isSaid || isNew;
}

/** What was added and removed here, done to what another device has said. */
function merged({ texts, agreed = [] }: KeptReplies, { rev, texts: theirs }: Replies): KeptReplies {
  const kept = theirs.filter((text) => texts.includes(text) || !agreed.includes(text));
  const added = texts.filter((text) => !agreed.includes(text) && !theirs.includes(text));
  const isSame = added.length === 0 && kept.length === theirs.length;
  return { texts: [...kept, ...added], rev: rev + (isSame ? 0 : 1), serverRev: rev, agreed: theirs };
}

function update(db: Db, key: VillageKey, change: (kept: KeptReplies) => KeptReplies): Promise<void> {
  return db.change(REPLY_STORES, async (tx) => {
    // The village was forgotten while it was asked.
    if ((await tx.get('villages', key)) === undefined) return;
    await keepReplies(tx, key, change(await repliesOf(tx, key)));
  });
}
