import type { Deps } from '#marketplace/deps.ts';
import type { AppContext } from '#marketplace/http/appTypes.ts';
import { limitSender } from '#marketplace/http/limits.ts';
import { takeTurns } from '#marketplace/photos/turns.ts';
import { type Card, versionOf } from './facts.ts';
import type { ShapeName } from './shapes.ts';

/** Drawing takes a tenth of a second of a processor; what was drawn is had for nothing. */
const DRAWN_PER_SENDER = { name: 'pictures', max: 300, seconds: 3600 };
const inTurn = takeTurns(12);

/** Some 20 MB. Whoever has seen a picture keeps it himself, for it never changes. */
const MOST_KEPT = 200;

type Picture = Promise<Buffer<ArrayBuffer>>;
const kept = new WeakMap<Deps, Map<string, Picture>>();

/** The picture of a card, drawn once for all who ask for it. Throws `too_many` and `unavailable`. */
export async function pictureOf(deps: Deps, c: AppContext, card: Card, shape: ShapeName): Picture {
  const pictures = kept.get(deps) ?? new Map<string, Picture>();
  kept.set(deps, pictures);
  const key = `${card.folder} ${versionOf(card)} ${shape}`;
  const known = pictures.get(key);
  if (known) return known;
  await limitSender(deps, DRAWN_PER_SENDER, c);
  const picture = pictures.get(key) ?? draw(deps, card, shape);
  pictures.set(key, picture);
  const oldest = pictures.keys().next();
  if (pictures.size > MOST_KEPT && !oldest.done) pictures.delete(oldest.value);
  picture.catch(() => pictures.delete(key));
  return picture;
}

async function draw({ photos }: Deps, card: Card, shape: ShapeName): Picture {
  return inTurn(async () => {
    // The font's reader is loaded when the first picture is asked for.
    const { drawCard } = await import('./card.ts');
    const files = await Promise.all(card.photos.map((hash) => photos.get(`${hash}/1280.jpg`)));
    return drawCard(
      shape,
      card.text,
      files.filter((file) => file !== null),
    );
  });
}
