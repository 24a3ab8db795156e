import * as z from 'zod/mini';
import { inert, linesOf, plain } from '#utils/cms/plainText.ts';
import type { DriverContext, Prefill } from '#utils/cms/types.ts';
import { type Found, firstOf, fromEditor } from './openEditor.ts';
import { preloaded } from './preload.ts';
import type { Rest } from './rest.ts';
import { RestPost } from './shapes.ts';
import { openProduct } from './shop/open.ts';

const SELECTED_MEDIA = 'li.attachment.selected[data-id]';
const CHECKED_ROWS = '#the-list .check-column input[type="checkbox"]:checked';
/** Post types that are articles or products, by what WordPress, WooCommerce and villages call them. */
const OF_GOODS = /(?:^|[-_])(?:post|products?|produk|artikel|berita|news|umkm|lapak|potensi)(?:$|[-_])/;
/** The type that is WooCommerce's. */
const PRODUCT = 'product';
/** Where REST keeps the types whose address is not their name. */
const ROUTES: Record<string, string> = { post: 'posts' };
/** WooCommerce's editor of blocks for products has a page of its own, and says in its address what is open. */
const BLOCK_PRODUCT = /[?&]path=(?:%2F|\/)product(?:%2F|\/)(\d+)/i;
const Media = z.object({ source_url: z.string() });
const NOTHING: Found = { title: '', text: '', images: [] };

/** A post that is meant by this page. */
interface Meant {
  type: string;
  id: string | null;
  /** An editor stands on this page, and may hold words that are not saved yet. */
  isOpen: boolean;
}

/** What the open, ticked or viewed article offers, unsaved words first. Null when there is none, or it is empty. */
export async function prefillOf(context: DriverContext, rest: Rest | null): Promise<Prefill | null> {
  const { document, page } = context;
  const meant = meantBy(document, page.openPost);
  const shown = meant?.isOpen ? fromEditor(document) : NOTHING;
  const stored = meant === null ? NOTHING : await fromStored(document, meant, rest);
  const picked = await Promise.all(
    [...document.querySelectorAll(`.wp-admin ${SELECTED_MEDIA}`)].map((item) =>
      mediaUrl(item.getAttribute('data-id'), rest),
    ),
  );
  const open = meant?.type === PRODUCT ? await openProduct(context, meant.id, meant.isOpen) : null;
  const title = shown.title || stored.title;
  const text = shown.text || stored.text;
  const images = [...picked, ...(open?.imageUrls ?? []), ...stored.images, ...shown.images];
  const imageUrls = ownImages(document, page.siteUrl, images);
  if (!title && !text && imageUrls.length === 0) return null;
  return { title: title || null, text: text || null, imageUrls, ...(open && { product: open.product }) };
}

/**
 * The article or product that is meant: open in an editor, the only one ticked in a list, or the one being read on the
 * site. Everything else that a page shows (a theme's blocks, a cart, a coupon) is nobody's product.
 */
function meantBy(document: Document, openPost: string | null): Meant | null {
  const { classList, className } = document.body;
  const isAdmin = classList.contains('wp-admin');
  const block = isAdmin ? BLOCK_PRODUCT.exec(document.URL)?.[1] : undefined;
  if (block !== undefined) return { type: PRODUCT, id: block, isOpen: false };
  // The body says what the screen is about, or, outside, which type of post it shows alone.
  const type = (isAdmin ? /(?:^|\s)post-type-(\S+)/ : /(?:^|\s)single-(\S+)/).exec(className)?.[1];
  if (type === undefined || !OF_GOODS.test(type)) return null;
  if (classList.contains('post-php') || classList.contains('post-new-php')) return { type, id: openPost, isOpen: true };
  if (isAdmin) {
    const [ticked, second] = document.querySelectorAll<HTMLInputElement>(CHECKED_ROWS);
    const isOne = classList.contains('edit-php') && ticked !== undefined && second === undefined;
    return isOne ? { type, id: ticked.value, isOpen: false } : null;
  }
  const id = /(?:^|\s)postid-(\d+)/.exec(className)?.[1];
  return id === undefined ? null : { type, id, isOpen: false };
}

async function fromStored(document: Document, { type, id }: Meant, rest: Rest | null): Promise<Found> {
  if (id === null) return NOTHING;
  const route = `${ROUTES[type] ?? type}/${id}`;
  const answer = rest === null ? null : await rest.call('GET', route, { context: 'edit' });
  const brought = answer === null ? preloaded(document, `/wp/v2/${route}?context=edit`) : answer.body;
  const post = RestPost.safeParse(brought);
  if (!post.success || post.data.status === 'auto-draft') return NOTHING;
  const { title, content, excerpt, featured_media } = post.data;
  const body = inert(content.rendered ?? content.raw ?? '').body;
  return {
    title: plain(inert(title.raw ?? '').body.textContent),
    text: linesOf(excerpt?.raw ?? '') || firstOf(body),
    images: [
      featured_media ? await mediaUrl(String(featured_media), rest) : null,
      ...[...body.querySelectorAll('img')].map((image) => image.getAttribute('src')),
    ],
  };
}

async function mediaUrl(id: string | null, rest: Rest | null): Promise<string | null> {
  if (id === null || rest === null) return null;
  const media = Media.safeParse((await rest.call('GET', `media/${id}`)).body);
  return media.success ? media.data.source_url : null;
}

function ownImages(document: Document, siteUrl: string, urls: (string | null)[]): string[] {
  const own = urls.flatMap((url) => {
    const full = url === null ? null : URL.parse(url, document.baseURI);
    return full !== null && full.origin === new URL(siteUrl).origin ? [full.href] : [];
  });
  return [...new Set(own)];
}
