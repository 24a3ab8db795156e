import { IMAGE_SLOT, withImage } from '#utils/cms/card.ts';
import type { CmsPost } from '#utils/cms/engine.ts';
import type { Session } from '#utils/cms/form.ts';
import type { DriverContext, LinkBackPost, PictureMissing } from '#utils/cms/types.ts';

/** The login page, also where a plugin gave it another address. */
const LOGIN_FORM = 'body.login form#loginform';

/** Stands in every admin page and in what WordPress itself says instead of one; a host's own pages have none of it. */
const WORDPRESS = /wp-admin|wp-includes|wpadminbar|error-page/;

/** A picture in the site's media library. */
export interface SiteImage {
  id: string;
  url: string;
}

export interface WordPress extends Session {
  siteUrl: string;
  document: Document;
}

/** The session of the person on this page. An ended one lands on the login page with 200; admin-ajax answers 400 and `0`. */
export function sessionOf({ page, document, fetch }: DriverContext): WordPress {
  return {
    fetch,
    document,
    siteUrl: page.siteUrl,
    isSignedOut: (reply) =>
      reply.url.pathname.endsWith('/wp-login.php') ||
      // The cheap test comes first, so that JSON and most pages need not be parsed.
      (reply.text.includes('loginform') && reply.document.querySelector(LOGIN_FORM) !== null),
    isOurs: ({ text }) => WORDPRESS.test(text),
  };
}

/** Our category. It is found by its address part, whatever the village calls it. */
export const CATEGORY = { slug: 'produk-desa', name: 'Produk Desa' };

/** The state that a WordPress status means. A post that a person made private or planned for later is a draft to us. */
export function stateOf(status: string): CmsPost['state'] {
  if (status === 'publish') return 'published';
  if (status === 'pending') return 'pending';
  return status === 'trash' ? 'down' : 'draft';
}

/**
 * The status to ask for, null to leave it as it is. Contributors may only hand in; a role that may publish brings back what
 * was taken down, and publishes what waited.
 */
export function statusFor(
  current: CmsPost | null,
  mayPublish: boolean,
  asDraft = false,
): 'publish' | 'pending' | 'draft' | null {
  if (current?.state === 'published') return null;
  if (asDraft) return 'draft';
  return mayPublish ? 'publish' : 'pending';
}

/**
 * True for a post that has not been filed under our category yet: a new one, or one that a save of unknown end has left.
 * WordPress stores a post before it files it, so one that died between the two is in the site's usual category.
 */
export function isUnfinished(current: CmsPost | null, { known, mayStand }: LinkBackPost): boolean {
  return current === null || (known === null && mayStand !== undefined);
}

/** Titles are HTML in WordPress, and administrators' are not filtered: a `<` must not begin a tag. */
export function titleHtml(title: string): string {
  return title
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/**
 * The post's HTML, with the picture in it only where the theme draws none itself (see `onePicture.ts`). By the class,
 * WordPress knows its own picture: themes keep it inside the column, phones are given a smaller one.
 */
export function contentHtml(post: LinkBackPost, image: SiteImage | null): string {
  const isInText = post.pictureIn === 'text' || post.pictureIn === 'textAlone';
  if (post.image === null || image === null || !isInText) return withImage(post.html, null);
  const known = post.html.replace(`<img src="${IMAGE_SLOT}"`, `<img class="wp-image-${image.id}" src="${IMAGE_SLOT}"`);
  return withImage(known, image.url);
}

/** The number of the post's featured picture, `none` (WordPress's number for it) where the picture is in the text alone. */
export function featured({ pictureIn }: LinkBackPost, image: SiteImage, none: string): string {
  return pictureIn === 'textAlone' ? none : image.id;
}

/** Why the post's picture is not in it; undefined when it is, or when there is none. */
export function missing(
  { image }: LinkBackPost,
  found: SiteImage | null,
  why: PictureMissing,
): PictureMissing | undefined {
  return image !== null && found === null ? why : undefined;
}

/**
 * What WordPress calls an uploaded file in addresses. It is found again by it, so that no picture is uploaded twice.
 */
export function slugOf(fileName: string): string {
  return fileName
    .replace(/\.\w+$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
