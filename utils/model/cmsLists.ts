/** The closed lists of the CMS shapes, apart from their schemas: the content script and the editor helper carry no zod. */

export const CMS_IDS = ['wordpress', 'opensid', 'joomla', 'drupal', 'backdrop', 'assist'] as const;
export type CmsId = (typeof CMS_IDS)[number];

/** The shops of their own that village sites have: OpenSID's Lapak, WooCommerce on WordPress, a product table of no known CMS. */
export const OWN_SHOPS = ['lapak', 'woocommerce', 'table'] as const;
export type OwnShop = (typeof OWN_SHOPS)[number];

/** How a post of ours stands now. `deleted`: gone, or in the trash. `edited`: a person changed what we wrote. */
export const POST_HEALTHS = ['ok', 'deleted', 'edited', 'unpublished'] as const;
export type PostHealth = (typeof POST_HEALTHS)[number];

/**
 * Where a site's visitors see a post's picture: the theme draws the post's own, or it stands in the text. `textAlone`: and
 * the post has none of its own, because the theme would draw that one beside it in its lists.
 */
export const PICTURE_PLACES = ['theme', 'text', 'textAlone'] as const;
export type PicturePlace = (typeof PICTURE_PLACES)[number];

/**
 * Why the product's picture is not in its post. `role`: this account may not upload. `refused`: the site takes none of
 * what we can make of it. `media`: it stands in the post's text, because it could not be put into its Media field.
 */
export const PICTURE_MISSING = ['role', 'refused', 'media'] as const;
export type PictureMissing = (typeof PICTURE_MISSING)[number];

/** Stable codes of what a CMS answered; the UI turns each into a sentence that says what to do next. */
export const CMS_ERROR_CODES = [
  'signed_out', // the session ended: sign in, it goes on by itself
  'password_due', // the CMS holds everything back until this person has chosen a new password
  'no_permission', // this account may not do it
  'markup_changed', // something the driver needs was not found; `what` names it
  'refused', // the CMS answered that it did not save; `what` is its own words
  'field_required', // the village demands a field that only a person can fill; `what` is its label
  'not_read_back', // it said yes, but the post does not hold our link
  'edited_by_hand', // a person changed our post since; ask before overwriting
  'open_in_editor', // our post is open in an editor on this page, whose next save would undo ours: close it first
  'image_refused',
  'network', // nothing came back: no signal
  'form_changed', // a learned form is another one than was shown: nothing was sent, the person shows it again
  'look_first', // an earlier save of a learned site had no clear end: a person looks before it is sent again
  'not_shown', // nobody has shown how this site changes or takes down an article; `what` is the article's address
  'not_reached', // a learned site's admin does not show this article to be changed, so the person does it
  'shop_broken', // after a write the public shop came to nobody any more, so it was undone; `what` is the page
  'site_down', // the site answers, but it cannot just now: 5xx, 429, maintenance; `what` says how
] as const;
export type CmsErrorCode = (typeof CMS_ERROR_CODES)[number];

/**
 * Why a product is left as it is (the glossary's "skipped"). `same_name`: a person's own product of that name stands in
 * the shop. `taken_over`: a person took our link out of the product. `removed`: a person deleted it. `hidden`: a person
 * took it off sale.
 */
export const SHOP_SKIPPED = ['same_name', 'taken_over', 'removed', 'hidden'] as const;
export type ShopSkipped = (typeof SHOP_SKIPPED)[number];

/**
 * What the shop itself lacks (the glossary's "missing"). `producer`: it has several sellers, and none is this product's.
 * `rest`: the site has shut the only way by which its shop can be written to without harm.
 */
export const SHOP_MISSING = ['seller', 'producer', 'category', 'rest', 'phone'] as const;
export type ShopMissing = (typeof SHOP_MISSING)[number];

/**
 * Which editor received the card. `article`: an element that the browser itself makes editable; `field`: a plain
 * textarea.
 */
export const EDITOR_IDS = [
  'wordpress',
  'tinymce',
  'ckeditor5',
  'ckeditor4',
  'summernote',
  'quill',
  'trix',
  'codemirror',
  'article',
  'field',
] as const;
export type EditorId = (typeof EDITOR_IDS)[number];
