import { newId } from '#contract/newId.ts';
import { buildCard } from '#utils/cms/card.ts';
import { badgeOf, countLinks, idIn } from '#utils/cms/link.ts';
import type { LinkBackPost, PostRef } from '#utils/cms/types.ts';
import type { SeenPost, Site, Target } from './target.ts';

const MARKETPLACE = 'https://pasar.example';

export interface Words {
  name: string;
  description: string;
  price: string;
}

const WORDS: Words = {
  name: 'Gula Semut Dagan',
  description: 'Gula semut dari nira kelapa, diayak halus.\n\nTahan satu tahun dalam wadah rapat.',
  price: 'Rp25.000/bungkus (250 g) = Rp10.000/ons',
};

/** A post for a listing of its own, as the outbox would hand it over. */
export function newPost(target: Target, words: Partial<Words> = {}, listingId = newId()): LinkBackPost {
  const said = { ...WORDS, ...words };
  const link = `${MARKETPLACE}/p/${listingId}`;
  const blob = target.picture(listingId);
  return {
    listingId,
    link,
    title: said.name,
    html: buildCard({
      hasHeading: false,
      ...{ locale: 'id', link, badge: badgeOf(link), village: 'Desa Dagan', image: { width: 640, height: 480 } },
      ...said,
    }),
    image: { blob, fileName: `gula-${listingId}.${blob.type === 'image/png' ? 'png' : 'jpg'}`, alt: said.name },
    known: null,
    overwriteEdits: false,
  };
}

/** The same listing after its words changed, with what the outbox remembers of the post. */
export function changed(
  post: LinkBackPost,
  target: Target,
  words: Partial<Words>,
  known: PostRef | null,
): LinkBackPost {
  return { ...newPost(target, words, post.listingId), known };
}

/** The posts that stand for this listing; those taken down are not among them. */
export async function standing(site: Site, link: string): Promise<SeenPost[]> {
  const mentioned = (await site.posts()).filter(({ html }) => html.includes(idIn(link)));
  return mentioned.filter(({ state, html }) => state !== 'down' && countLinks(html, link) > 0);
}

/** The one post that stands; fails when there are none or more. */
export async function theOne(site: Site, link: string): Promise<SeenPost> {
  const found = await standing(site, link);
  const [only] = found;
  if (only === undefined || found.length !== 1) throw new Error(`${found.length} posts stand for ${link}`);
  return only;
}

/** Posts of other products that stay, so that a driver always has some of the same title to tell ours from. */
const NEIGHBOURS = 3;

/**
 * Erases all but the newest few posts. A driver that searches reads every post it is shown, so on a site that kept what
 * each test wrote the hundredth save cost many times the first, and said nothing more.
 */
export async function tidy(site: Site): Promise<void> {
  for (const { id } of (await site.posts()).slice(0, -NEIGHBOURS)) await site.erase(id);
}

/** What somebody who is not signed in sees. */
export async function visit(url: string): Promise<{ status: number; document: Document }> {
  const response = await fetch(url);
  return {
    status: response.status,
    document: new DOMParser().parseFromString(await response.text(), 'text/html'),
  };
}
