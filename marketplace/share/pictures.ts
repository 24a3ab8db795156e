import type { Deps } from '#marketplace/deps.ts';
import type { AppContext } from '#marketplace/http/appTypes.ts';
import { drawnOnce } from './drawn.ts';
import { type Card, versionOf } from './facts.ts';
import type { ShapeName } from './shapes.ts';

/** The picture of a card as JPEG. Throws as `drawnOnce` does. */
export function pictureOf(deps: Deps, c: AppContext, card: Card, shape: ShapeName): Promise<Buffer<ArrayBuffer>> {
  return drawnOnce(deps, c, `${card.folder} ${versionOf(card)} ${shape}`, async () => {
    const files = await Promise.all(card.photos.map((hash) => deps.photos.get(`${hash}/1280.jpg`)));
    // The font's reader is loaded when the first picture is asked for.
    const { drawCard } = await import('./card.ts');
    return drawCard(
      shape,
      card.text,
      files.filter((file) => file !== null),
    );
  });
}
