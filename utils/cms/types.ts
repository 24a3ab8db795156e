import type { Id } from '#contract';
import type {
  CheckedPost,
  CmsPage,
  KnownPost,
  PostRef,
  PostTrace,
  PrefillProduct,
  ProductsPage,
  ShopProduct,
  ShopSynced,
  SiteIdentity,
  SitePicture,
} from '#utils/model/cms.ts';
import type { CmsErrorCode, CmsId, OwnShop, PicturePlace } from '#utils/model/cmsLists.ts';
import type { ShopItem } from './shop.ts';

// The shapes that are stored or sent stand in `model/`; here they are types alone, so that no adapter carries zod for them.
export type {
  CheckedPost,
  CmsPage,
  KnownPost,
  PostRef,
  PostTrace,
  PrefillProduct,
  ProductsPage,
  ShopProduct,
  SiteIdentity,
  SitePicture,
} from '#utils/model/cms.ts';
export type { CmsErrorCode, CmsId, OwnShop, PictureMissing, PicturePlace, PostHealth } from '#utils/model/cmsLists.ts';

/** What the tiny content script needs to know of a page. Injected, so that tests need no browser. */
export interface Page {
  document: Document;
  location: URL;
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
  /** Where the CMS lets people in, after the site's URL; a signed-out person is asked to sign in there first. */
  adminPath: string;
  /** The shop that every site of this CMS has; where only some have one, the page says so (`CmsPage.ownShop`). */
  ownShop?: OwnShop;
  recognise(page: Page): CmsPage | null;
  places: LauncherPlace[];
}

/** What an open article offers to start a listing from. Plain text only. */
export interface Prefill {
  title: string | null;
  text: string | null;
  /** Same-origin addresses of pictures, the featured one first. */
  imageUrls: string[];
  /** Where it is a product of the CMS's own shop: what the shop says of it beside its words. */
  product?: PrefillProduct;
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
  /** The marketplace's JPEG of the same picture, for a site that takes an address alone. */
  pictureUrl?: string | undefined;
  /** Where an earlier write of this listing ended, if one did. */
  known: PostRef | null;
  /** Present when the end of an earlier write is not known: what it is known to have left, which may be nothing. */
  mayStand?: PostTrace[] | undefined;
  /** The link that the post was written with before a rekey, when the product has another link by now. */
  former?: string | undefined;
  /** True when no write of this listing was ever begun: none of its posts can be there, so none is looked for. */
  isFirst?: boolean | undefined;
  /** Where visitors of this site see a post's picture, as its last post showed; absent where nobody knows. */
  pictureIn?: PicturePlace | undefined;
  /** The post is made as a draft where the CMS and the role have such a thing: it is practice. Else it is published. */
  asDraft?: boolean | undefined;
  /** The person saw that the post was edited by hand and said to overwrite it all the same. */
  overwriteEdits: boolean;
}

/** What is needed to take a listing's post down. `title` helps to find a post that nobody has told the number of. */
export type PostToUnpublish = Pick<LinkBackPost, 'link' | 'known' | 'mayStand' | 'former'> & {
  title?: string | undefined;
  /** Fingerprints of the words that we may have written there: on a learned site nobody else's are written over. */
  marks?: string[] | undefined;
};

export class CmsError extends Error {
  override name = 'CmsError';
  /**
   * False when it is certain that nothing was written: the engine says so of all that fails before a write. Else a post
   * may stand whatever the code says, because a CMS also says no, or nothing, to what it has saved.
   */
  mayHaveWritten = true;
  constructor(
    readonly code: CmsErrorCode,
    readonly what: string | null = null,
    /** How long the site asks us to stay away; null where it does not say. */
    readonly retryAfterSeconds: number | null = null,
    /** The posts that the failed write is known to have left. */
    readonly traces: readonly PostTrace[] = [],
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
 * The writing half of an adapter, injected only when something is owed. Every method throws `CmsError` and nothing
 * else on purpose; each may be called again after a death at any point and ends in the same one post.
 */
export interface Driver {
  id: CmsId;
  identity(context: DriverContext): Promise<SiteIdentity>;
  prefill(context: DriverContext): Promise<Prefill | null>;
  /** Creates the post, or changes the one that is there (found by `known`, else by our link), and reads it back. */
  save(context: DriverContext, post: LinkBackPost): Promise<PostRef>;
  /** What the CMS's own shop sells, newest first; only a CMS that can have a shop has this. Null where this site has none. */
  products?(context: DriverContext): Promise<ShopProduct[] | null>;
  /**
   * The newest pictures of the site's media library, at most `MEDIA_MAX`; only where the CMS can list them. Read only, and
   * nothing of how the person sees the library changes. Null where this site has no such list.
   */
  media?(context: DriverContext): Promise<SitePicture[] | null>;
  /**
   * Makes the CMS's own shop say what the listing says, or takes the product off sale; only where there can be such a
   * shop. Null where this site has none.
   */
  syncShop?(context: DriverContext, item: ShopItem): Promise<ShopSynced | null>;
  /** How our posts stand, in as few requests as the CMS allows; read only. What cannot be judged now is left out. */
  check?(context: DriverContext, posts: KnownPost[]): Promise<CheckedPost[]>;
  /**
   * Makes the products page (or menu entry), or finds the one that is there; only where the CMS offers such a thing.
   * Answers null where this site does not offer it.
   */
  productsPage?(context: DriverContext): Promise<ProductsPage | null>;
  /** Takes the post down (trash, delete or unpublish, what the role allows). A post that is already gone is success. */
  unpublish(context: DriverContext, post: PostToUnpublish): Promise<PostRef | null>;
}
