import type { Id } from '#contract';
import type { Shelved, ShopItem } from './shop.ts';

export const CMS_IDS = ['wordpress', 'opensid', 'joomla', 'drupal', 'backdrop', 'assist'] as const;
export type CmsId = (typeof CMS_IDS)[number];

/** What the tiny content script needs to know of a page. Injected, so that tests need no browser. */
export interface Page {
  document: Document;
  location: URL;
}

/** A logged-in admin page (or a logged-in visit to the site itself) of a known CMS. */
export interface CmsPage {
  cms: CmsId;
  /** The village site: URL with path, no trailing slash. Two sub-folders of one origin are two villages. */
  siteUrl: string;
  version: string | null;
  siteName: string | null;
  /** The post that is open in an editor here, by the CMS's own id: never overwrite it behind the editor's back. */
  openPost: string | null;
}

/** Where a launcher goes: the entry is drawn in the CMS's own markup, so that it looks native in every theme of it. */
export interface LauncherPlace {
  /** The element to insert, built from `label`; the click handler is added by the caller. */
  build(document: Document, label: string): { element: HTMLElement; button: HTMLElement };
  /** Puts it in its place, when the page has that place; true when it can be seen there at this width. */
  insert(document: Document, element: HTMLElement): boolean;
}

/** The tiny half of an adapter, in the content script of every enabled page. */
export interface Recogniser {
  id: CmsId;
  recognise(page: Page): CmsPage | null;
  places: LauncherPlace[];
}

/** A village as its CMS describes it; every field the CMS does not know is null. */
export interface SiteIdentity {
  siteUrl: string;
  name: string | null;
  user: string | null;
  code: string | null;
  district: string | null;
  regency: string | null;
}

/** What an open article offers to start a listing from. Plain text only. */
export interface Prefill {
  title: string | null;
  text: string | null;
  /** Same-origin addresses of pictures, the featured one first. */
  imageUrls: string[];
}

/** A product of the CMS's own shop (OpenSID's Lapak), ready to become a draft. Plain text only. */
export interface ImportableProduct {
  /** The shop's own id, to tell two products of one name apart and to remember what was imported. */
  sourceId: string;
  name: string;
  description: string | null;
  /** Whole rupiah that a buyer pays there: the discount is already off. */
  price: number | null;
  /** As the village wrote it (`bungkus`, `kg`): the form reads it like any typed unit. */
  unit: string | null;
  category: string | null;
  /** The seller; the number is for the draft only, never for a public page. */
  producer: { name: string; phone: string | null } | null;
  /** Same-origin addresses of pictures, the main one first. */
  imageUrls: string[];
}

/** The post that links back, ready to be written: everything in it is already safe and filter-proof. */
export interface LinkBackPost {
  listingId: Id;
  /** `<marketplace>/p/<id>`: stands once in `html`; a post is ours when it holds exactly this address. */
  link: string;
  title: string;
  /** `{{image}}` stands where the CMS's own address of the picture goes (as the `src`). */
  html: string;
  image: { blob: Blob; fileName: string; alt: string } | null;
  /** Where an earlier write of this listing ended, if one did. */
  known: PostRef | null;
  /** The link it was written with then, where the product has another one by now. */
  former?: string | undefined;
  /** The person saw that the post was edited by hand and said to overwrite it all the same. */
  overwriteEdits: boolean;
}

/** A written post. `editedMark` is a fingerprint of what the CMS stored, to notice a person's edit next time. */
export interface PostRef {
  postId: string;
  url: string;
  state: 'published' | 'pending' | 'draft' | 'gone';
  editedMark: string;
  imageId: string | null;
  imageUrl: string | null;
}

/** A post of ours to look at, as it stood after our last write. */
export interface KnownPost {
  link: string;
  known: PostRef;
}

/** How such a post stands now. `deleted`: gone, or in the trash. `edited`: a person changed what we wrote. */
export const POST_HEALTHS = ['ok', 'deleted', 'edited', 'unpublished'] as const;
export type PostHealth = (typeof POST_HEALTHS)[number];

export interface CheckedPost {
  link: string;
  health: PostHealth;
}

/** The place on the village site that always lists its products. `pending`: an editor has to approve it. */
export interface ProductsPage {
  url: string;
  state: 'made' | 'there' | 'pending';
}

/** Stable codes; the UI turns each into a sentence that says what to do next. */
export type CmsProblemCode =
  | 'signed_out' // the session ended: sign in, it goes on by itself
  | 'no_permission' // this account may not do it
  | 'markup_changed' // something the driver needs was not found; `what` names it
  | 'refused' // the CMS answered that it did not save; `what` is its own words
  | 'not_read_back' // it said yes, but the post does not hold our link
  | 'edited_by_hand' // a person changed our post since; ask before overwriting
  | 'open_in_editor' // our post is open in an editor on this page, whose next save would undo ours: close it first
  | 'image_refused'
  | 'network';

export class CmsProblem extends Error {
  override name = 'CmsProblem';
  constructor(
    readonly code: CmsProblemCode,
    readonly what: string | null = null,
  ) {
    super(what === null ? code : `${code}: ${what}`);
  }
}

/** What a driver works with; `fetch` carries the admin's session. Injected, so that the suite can run every driver. */
export interface DriverContext {
  page: CmsPage;
  document: Document;
  fetch: typeof fetch;
}

/**
 * The writing half of an adapter, injected only when something is owed. Every method throws `CmsProblem` and nothing
 * else on purpose; each may be called again after a death at any point and ends in the same one post.
 */
export interface Driver {
  id: CmsId;
  identity(context: DriverContext): Promise<SiteIdentity>;
  prefill(context: DriverContext): Promise<Prefill | null>;
  /** Creates the post, or changes the one that is there (found by `known`, else by our link), and reads it back. */
  save(context: DriverContext, post: LinkBackPost): Promise<PostRef>;
  /** What the CMS's own shop sells, newest first; only a CMS that has a shop has this. */
  products?(context: DriverContext): Promise<ImportableProduct[]>;
  /** Makes the CMS's own shop say what the listing says, or take it off the shelf; only where the CMS has a shop. */
  shelve?(context: DriverContext, item: ShopItem): Promise<Shelved>;
  /** How our posts stand, in as few requests as the CMS allows; read only. What cannot be judged now is left out. */
  check?(context: DriverContext, posts: KnownPost[]): Promise<CheckedPost[]>;
  /**
   * Makes the products page (or menu entry), or finds the one that is there; only where the CMS offers such a thing. Null
   * where this site of it does not.
   */
  productsPage?(context: DriverContext): Promise<ProductsPage | null>;
  /** Takes the post down (trash, delete or unpublish, what the role allows). Already gone is success. */
  retire(context: DriverContext, post: Pick<LinkBackPost, 'link' | 'known'>): Promise<PostRef | null>;
}
