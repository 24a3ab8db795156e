import type { Deps } from '#marketplace/deps.ts';
import type { AppContext } from '#marketplace/http/appTypes.ts';
import { limitSender } from '#marketplace/http/limits.ts';
import { takeTurns } from '#marketplace/photos/turns.ts';

/** Drawing takes a tenth of a second of a processor; what was drawn is had for nothing. */
const DRAWN_PER_SENDER = { name: 'drawn', max: 300, seconds: 3600 };
const inTurn = takeTurns(12);

/** Some 20 MB. */
const MOST_KEPT = 200;

type Drawn = Promise<Buffer<ArrayBuffer>>;
const kept = new WeakMap<Deps, Map<string, Drawn>>();

/**
 * What `draw` makes, made once for all who ask for the same `key`, one drawing after another. Throws `too_many` for a
 * sender who has much drawn, and `unavailable` when too many wait.
 */
export async function drawnOnce(deps: Deps, c: AppContext, key: string, draw: () => Drawn): Drawn {
  const all = kept.get(deps) ?? new Map<string, Drawn>();
  kept.set(deps, all);
  const known = all.get(key);
  if (known) return known;
  await limitSender(deps, DRAWN_PER_SENDER, c);
  // Another may have begun it meanwhile.
  const drawn = all.get(key) ?? inTurn(draw);
  all.set(key, drawn);
  const oldest = all.keys().next();
  if (all.size > MOST_KEPT && !oldest.done) all.delete(oldest.value);
  drawn.catch(() => all.delete(key));
  return drawn;
}
