import { buildCard } from '#utils/cms/card.ts';
import type { LinkBackPost } from '#utils/cms/types.ts';

const MARKETPLACE = 'https://pasar.example';
let made = 0;

/** Enough of a picture for whoever looks only at its first bytes; `bytes` makes it as long as wanted. */
export function pictureOf(type: 'image/jpeg' | 'image/webp', bytes = 64, seed = 1): Blob {
  const head = type === 'image/jpeg' ? [0xff, 0xd8, 0xff, 0xe0] : [...new TextEncoder().encode('RIFF____WEBP')];
  const data = new Uint8Array(Math.max(bytes, head.length)).fill(seed);
  data.set(head);
  return new Blob([data], { type });
}

/** The same post after its price changed. */
export const repriced = (post: LinkBackPost, price: string): LinkBackPost => ({
  ...post,
  html: post.html.replace('Rp25.000', price),
});

/** A post for a listing of its own, as the outbox would give it. */
export function postOf(over: Partial<LinkBackPost> & { description?: string } = {}): LinkBackPost {
  made += 1;
  const { description = 'Gula semut dari nira kelapa.', ...rest } = over;
  const listingId = over.listingId ?? `listing${String(made).padStart(4, '0')}`;
  const link = `${MARKETPLACE}/p/${listingId}`;
  return {
    listingId,
    link,
    title: 'Gula Semut Dagan',
    html: buildCard({
      hasHeading: false,
      locale: 'id',
      link,
      badge: `${MARKETPLACE}/badge/${listingId}.svg`,
      name: 'Gula Semut Dagan',
      village: 'Desa Dagan',
      description,
      price: 'Rp25.000',
      image: { width: 800, height: 600 },
    }),
    image: { blob: pictureOf('image/jpeg'), fileName: 'gula.jpg', alt: 'Gula' },
    known: null,
    overwriteEdits: false,
    ...rest,
  };
}
