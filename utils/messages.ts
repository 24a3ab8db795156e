import * as z from 'zod/mini';
import {
  AnyRecipe,
  Availability,
  Device,
  FieldName,
  Id,
  OpenReports,
  Pairing,
  PhotoHash,
  PriceHint,
  PriceQuery,
  Producer,
  RECIPE_ROLES,
  Recipe,
  RecipeChange,
  RecipeProducts,
  RecipeShop,
  RecipeTakeDown,
  STORED_LOCALES,
  Unit,
  VillageMessage,
  VillagePatch,
  VillageProfilePatch,
} from '#contract';
import { AsideNote } from './model/aside.ts';
import { CmsPage, PrefillProduct, ProductsPage, ShopProduct, SitePicture } from './model/cms.ts';
import { ConsignmentView } from './model/consignment.ts';
import { Draft, DraftPhoto, FieldIssue, LIST_MAX, Said, Template } from './model/draft.ts';
import { Before } from './model/driven.ts';
import { HANDED_STATES } from './model/handed.ts';
import { LinkHealth } from './model/health.ts';
import { Lesson, ShownPress, ShownSave } from './model/lesson.ts';
import { LESSON_DEEDS, PRODUCT_DEEDS } from './model/lessonDeeds.ts';
import { MakerNames, MakerView } from './model/maker.ts';
import { OutboxRow } from './model/outbox.ts';
import { TableLook } from './model/ownTable.ts';
import { RecipeView } from './model/recipe.ts';
import { ShareAnswer } from './model/share.ts';
import { FormsHere, SharedWay, TakenWay } from './model/sharedWay.ts';
import { CmsShopView } from './model/shop.ts';
import { Connection, KnownVillage, PanelVillage, Settings, Site, VillageKey } from './model/site.ts';
import { Taken } from './model/source.ts';
import { StoredInquiry } from './model/stored.ts';
import { UNSEEN } from './model/unseen.ts';
import { Inserted, ListingView, SoldArticle, TabStatus } from './model/views.ts';

/** Who may send: our own pages by name, or a content script in a tab whose origin is enabled. */
export type Sender = 'panel' | 'popup' | 'options' | 'content';

const Nothing = z.object({});
const Done = z.object({ done: z.literal(true) });
const OfVillage = z.object({ village: VillageKey });
/** Name and number as a listing may have them. */
const SaidNames = z.object({ name: Producer.shape.name, phone: Producer.shape.phone });
/** Whether a site was proven, why not, and whether the village is approved now. */
const Proved = z.object({ isProven: z.boolean(), isApproved: z.boolean(), reason: z.nullable(z.string()) });
const LauncherWords = z.object({
  label: z.string(),
  closeLabel: z.string(),
  /** Said in the panel's place when the panel does not load in the page. */
  noPanel: z.string(),
  openWindow: z.string(),
  locale: z.enum(STORED_LOCALES),
});
/** What a lesson's note in the page says, by what it may have to say next. */
const LessonWords = z.object({
  title: z.string(),
  text: z.string(),
  /** In the place of `text` where the page has a form for an article. */
  fill: z.string(),
  give: z.string(),
  given: z.string(),
  notGiven: z.string(),
  sending: z.string(),
  /** The names of what could not be filled in are put after it. */
  lacking: z.string(),
  parts: z.object({ title: z.string(), body: z.string(), picture: z.string() }),
  looking: z.string(),
  again: z.string(),
  stop: z.string(),
  close: z.string(),
});
/** What the note of a page in which a field is pointed at says. */
const PointWords = z.object({
  title: z.string(),
  text: z.string(),
  done: z.string(),
  other_kind: z.string(),
  not_sent: z.string(),
  stop: z.string(),
  close: z.string(),
});
const PAGES = ['panel', 'popup', 'options'] as const;

/** `satisfies` below keeps every row of one shape: who may send it, what goes in, what comes out. */
interface Row {
  from: readonly Sender[];
  input: z.ZodMiniType;
  output: z.ZodMiniType;
}

/** The table of messages to the background. Nothing else crosses the runtime border. */
export const MESSAGES = {
  // The CMS page
  'page/hello': {
    from: ['content'],
    input: CmsPage,
    output: LauncherWords,
  },

  /** Links to listings on a public page of an enabled site: one of them may be a link back that is awaited there. */
  'page/links': {
    from: ['content'],
    input: z.object({ links: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(40)) }),
    output: Done,
  },

  /** A page of an enabled site that no adapter knows: where the site was learned, what to draw there. */
  'page/other': {
    from: ['content'],
    input: Nothing,
    output: z.nullable(z.object({ page: CmsPage, words: LauncherWords })),
  },

  // A lesson: the person shows once how a site saves an article
  'lesson/start': {
    from: PAGES,
    /** `deed`: something of the site's own product table; absent for the listing's article. */
    input: z.object({ id: Id, deed: z.optional(z.enum(PRODUCT_DEEDS)) }),
    output: Done,
  },
  'lesson/stop': { from: ['content'], input: Nothing, output: Done },
  /** What the page of a lesson has to do and to say; null where no lesson runs for it. */
  'lesson/here': {
    from: ['content'],
    input: Nothing,
    output: z.nullable(z.object({ lesson: Lesson, say: LessonWords })),
  },
  /**
   * Puts the article into the open editor, and answers what the page may put into the other fields. `hasPictureField`: the
   * form takes the picture by itself, so it does not stand in the text too.
   */
  'lesson/give': {
    from: ['content'],
    /** `editor`: of a product, whose description goes into an editor; `withUnit`: the unit has no field of its own. */
    input: z.object({ hasPictureField: z.boolean(), editor: z.optional(z.object({ withUnit: z.boolean() })) }),
    output: z.object({
      title: z.string(),
      isIn: z.boolean(),
      picture: z.nullable(z.object({ type: z.string(), base64: z.string(), fileName: z.string() })),
    }),
  },
  /** Watches the requests of the page's own script: those with the product's address are told under this event's name. */
  'lesson/requests': {
    from: ['content'],
    input: z.object({ channel: z.string().check(z.regex(/^[\w-]{10,60}$/)) }),
    output: Done,
  },
  'lesson/saw': {
    from: ['content'],
    input: z.object({
      save: z.nullable(ShownSave),
      why: z.nullable(z.string().check(z.maxLength(40))),
    }),
    output: Done,
  },
  /** What the page looked like when a button was pressed in it; null where that press may not be done again. */
  'lesson/pressed': { from: ['content'], input: z.object({ pressed: z.nullable(ShownPress) }), output: Done },
  'lesson/learned': {
    from: ['content'],
    input: z.object({ recipe: Recipe, postUrl: z.string().check(z.maxLength(2000)) }),
    output: Done,
  },

  /** The person chose the lesson's article on this page of the admin. */
  'lesson/list': { from: ['content'], input: z.object({ url: z.string().check(z.maxLength(2000)) }), output: Done },
  /** How the lesson's article was changed, or taken down. */
  'lesson/changed': {
    from: ['content'],
    input: z.object({ form: RecipeChange, takeDown: z.nullable(RecipeTakeDown) }),
    output: Done,
  },
  /** How others save with one of the forms of this page, as an operator offers it; null where nothing is offered. */
  /** How the site's own product table is written to, in the part that was shown. */
  'lesson/goods': { from: ['content'], input: z.object({ shop: z.partial(RecipeShop) }), output: Done },
  'lesson/shared': { from: ['content'], input: FormsHere, output: z.nullable(SharedWay) },
  'lesson/take': { from: ['content'], input: TakenWay, output: Done },
  /** What may still be shown of a listing's article that is owed by hand; null where nothing more can be learned. */
  'lesson/offer': {
    from: PAGES,
    input: z.object({ id: Id }),
    output: z.object({ deed: z.nullable(z.enum(LESSON_DEEDS)) }),
  },

  // A page that is driven in sight
  /** The person's "write now": opens the site's form in a tab of its own, which is filled in there. */
  'driven/go': { from: PAGES, input: z.object({ id: Id }), output: Done },
  /** Puts the article into the editor of the tab that is driven. Answers whether it is in. */
  'driven/give': {
    from: ['content'],
    input: z.object({ id: Id, html: z.string().check(z.maxLength(100_000)), isWords: z.boolean() }),
    output: z.object({ isIn: z.boolean() }),
  },
  /** The press is about to begin: it is noted, so that it is never done twice. Answers whether it may. */
  'driven/begins': {
    from: ['content'],
    input: z.extend(Before, { id: Id }),
    output: z.object({ mayPress: z.boolean() }),
  },

  // Panel
  'panel/open': {
    from: ['panel'],
    /** Without an id: the unfinished draft of this site, else a new one, prefilled. */
    /** `fresh`: an empty product, also when an unfinished draft (an imported one, say) is there. */
    input: z.object({ listingId: z.nullable(Id), fresh: z.optional(z.boolean()) }),
    output: z.object({
      site: z.nullable(Site),
      village: PanelVillage,
      draft: Draft,
      settings: Settings,
      /** The address book of the product's village. */
      makers: z.array(MakerView),
      /** The product that the article open in the tab sells already; only with a new, empty draft. */
      sold: z.nullable(SoldArticle),
      /** What a new product takes over from the village's last one; only with a new, empty draft. */
      last: z.nullable(Template),
      /** What villages of the regency usually sell, to begin with; only with a new, empty draft. */
      usual: z.array(Template),
    }),
  },
  /**
   * Asks the content script of the panel's tab whether the frame with this pass is the one that it holds, and why a
   * person cannot see that one, if so.
   */
  'panel/check': {
    from: ['panel'],
    input: z.object({ pass: z.string().check(z.maxLength(80)) }),
    output: z.object({ held: z.boolean(), unseen: z.nullable(z.enum(UNSEEN)) }),
  },
  /** Opens the panel in a window of its own, which works for the tab that asks. */
  'panel/window': { from: ['content'], input: Nothing, output: Done },
  /** The CMS tab that a panel's own window works for, and whether it is still there; null for any other panel. */
  'panel/home': {
    from: ['panel'],
    input: Nothing,
    output: z.nullable(z.object({ tabId: z.int(), isThere: z.boolean() })),
  },
  /** Which village the panel's product is for. Its site is the one stored with this draft, never what the page says. */
  'panel/village': { from: ['panel'], input: z.object({ id: Id }), output: PanelVillage },
  /** The address book of the village that the panel's product is for. */
  'panel/makers': { from: ['panel'], input: z.object({ id: Id }), output: z.array(MakerView) },
  /** The village that a person chose for this draft's site. Throws `village_not_of_site` when it is no candidate. */
  'village/choose': { from: ['panel'], input: z.object({ id: Id, village: VillageKey }), output: PanelVillage },
  /** What the same goods cost in other villages; null where too few say it, and where it cannot be asked. */
  'price/hint': {
    from: ['panel'],
    input: z.object({ id: Id, name: PriceQuery.shape.name, unit: Unit }),
    output: z.nullable(PriceHint),
  },
  /** `over`: what this panel last knew of it. Answers the draft where another tab's words were put into it. */
  'draft/save': {
    from: ['panel'],
    input: z.extend(Draft, { over: z.optional(Said) }),
    output: z.object({ savedAt: z.number(), draft: z.optional(Draft) }),
  },
  'draft/discard': { from: ['panel', 'popup'], input: z.object({ id: Id }), output: Done },
  /** The unfinished product, other than this one, that has one of these photos; null when there is none. */
  'draft/twin': {
    from: ['panel'],
    input: z.object({ id: Id, hashes: z.array(PhotoHash).check(z.maxLength(40)) }),
    output: z.nullable(z.object({ id: Id, name: z.string() })),
  },
  'draft/duplicate': { from: PAGES, input: z.object({ id: Id }), output: Draft },
  'prefill/read': {
    from: ['panel'],
    input: Nothing,
    output: z.nullable(
      z.object({
        title: z.nullable(z.string()),
        text: z.nullable(z.string()),
        images: z.array(z.object({ type: z.string(), base64: z.string() })),
        product: z.optional(PrefillProduct),
      }),
    ),
  },
  /** Keeps a photo's bytes (base64) and begins to send it to the draft's village; `bytes` ≤ PHOTO_BYTES_MAX. */
  'photo/keep': {
    from: ['panel'],
    input: z.object({ draftId: Id, photo: DraftPhoto, base64: z.string().check(z.maxLength(700_000)) }),
    output: Done,
  },
  'photo/read': {
    from: PAGES,
    input: z.object({ hash: PhotoHash }),
    output: z.nullable(z.object({ dataUrl: z.string() })),
  },
  /** Checks the draft with the server's schema. When it passes, the listing is owed from this moment on. */
  'listing/publish': {
    from: ['panel'],
    input: Draft,
    output: z.object({ issues: z.array(FieldIssue), merged: z.optional(Draft), row: z.nullable(OutboxRow) }),
  },

  // Products that begin outside a CMS
  /** What the panel's own window was opened with, its pictures read from the page now; null for any other panel. */
  'source/take': { from: ['panel'], input: Nothing, output: z.nullable(Taken) },
  /** The panel has stored all of it: loaded once more it goes on with its draft. */
  'source/taken': { from: ['panel'], input: Nothing, output: Done },
  /** Opens the panel with the pictures and selected words of the tab in front. */
  'page/take': { from: ['popup'], input: z.object({ tabId: z.int() }), output: Done },
  /** The site of the tab in front, of a panel beside the page; null for a page of no CMS. */
  'panel/front': { from: ['panel'], input: Nothing, output: z.nullable(Site) },
  /** Which of the known sites a new product is for; null for none. */
  'draft/site': {
    from: ['panel'],
    input: z.object({ id: Id, siteUrl: z.nullable(z.string()) }),
    output: PanelVillage,
  },

  // A list of products
  /** The products of the list of the panel's site, in their order; a draft is null when its product is published. */
  'list/read': {
    from: ['panel'],
    input: Nothing,
    output: z.object({ rows: z.array(z.object({ id: Id, draft: z.nullable(Draft) })) }),
  },
  /** Stores these new products and puts them at the list's end; answers how many had no room. */
  'list/add': {
    from: ['panel'],
    input: z.object({ drafts: z.array(Draft).check(z.maxLength(LIST_MAX)) }),
    output: z.object({ leftOut: z.int() }),
  },
  /** Takes products out of the list; their drafts stay unless they are discarded too. */
  'list/leave': {
    from: ['panel'],
    input: z.object({ ids: z.array(Id).check(z.maxLength(LIST_MAX)), discard: z.boolean() }),
    output: Done,
  },
  /** Publishes these drafts, each for itself: one that is not right keeps no other back. */
  'list/publish': {
    from: ['panel'],
    input: z.object({ drafts: z.array(Draft).check(z.maxLength(LIST_MAX)) }),
    output: z.object({ failed: z.array(z.object({ id: Id, issues: z.array(FieldIssue) })) }),
  },

  // Listings and the outbox
  'listing/list': { from: PAGES, input: Nothing, output: z.array(ListingView) },
  'listing/availability': {
    from: PAGES,
    input: z.object({ id: Id, availability: Availability, stock: z.optional(z.nullable(z.int())) }),
    output: Done,
  },
  /** Whether there is a product that nobody has touched for so long that the village is asked about it. */
  'listing/unchecked': { from: ['popup'], input: Nothing, output: z.object({ any: z.boolean() }) },
  /** The village still has these products as they stand there. */
  'listing/stillThere': {
    from: ['popup'],
    input: z.object({ ids: z.array(Id).check(z.minLength(1), z.maxLength(2000)) }),
    output: Done,
  },
  'listing/withdraw': { from: PAGES, input: z.object({ id: Id }), output: Done },
  'listing/restore': { from: PAGES, input: z.object({ id: Id }), output: Done },
  /** Opens the panel for this listing in a tab of its site (or the site's admin address in a new one). */
  'listing/edit': { from: PAGES, input: z.object({ id: Id }), output: z.object({ opened: z.boolean() }) },
  /** What a product is shared with; null for one that is not on sale on the marketplace. */
  'share/read': { from: PAGES, input: z.object({ id: Id }), output: ShareAnswer },
  'outbox/list': { from: PAGES, input: Nothing, output: z.array(OutboxRow) },
  'outbox/retry': { from: PAGES, input: z.object({ id: Id, overwriteEdits: z.boolean() }), output: Done },
  /** Gives up the link back of a listing (it stays on the marketplace). */
  'outbox/skipLinkback': { from: PAGES, input: z.object({ id: Id }), output: Done },

  /** Puts a listing's card into the editor that is open in the tab (the panel's own, or the one in front). */
  'card/insert': { from: ['panel', 'popup'], input: z.object({ id: Id }), output: Inserted },
  /** What the form that is open in the tab will ask for, and what is known of a card that the person is to save. */
  'card/where': {
    from: ['panel', 'popup'],
    input: z.object({ id: Id }),
    output: z.object({ asks: z.array(z.string()), state: z.nullable(z.enum(HANDED_STATES)) }),
  },
  /** The CMS's page is not as its adapter knows it: from here on the person inserts the card. */
  /** Lets the adapter write an article of its own for a product whose card was to go into the article it was started from. */
  'linkback/own': { from: ['panel', 'popup'], input: z.object({ id: Id }), output: Done },
  'linkback/byHand': { from: ['panel', 'popup'], input: z.object({ id: Id }), output: Done },
  /** Where the person put the card. Throws `address_bad` for anything but a web page's address. */
  'linkback/record': {
    from: ['panel', 'popup'],
    input: z.object({ id: Id, url: z.string().check(z.maxLength(2000)) }),
    output: Done,
  },

  // Titip jual
  /** What villagers sent, the oldest first, and what another device was faster with. */
  'consignment/list': {
    from: PAGES,
    input: Nothing,
    output: z.object({
      waiting: z.array(ConsignmentView),
      elsewhere: z.array(z.object({ id: Id, name: z.string() })),
    }),
  },
  /** Makes a draft of one, under the same id. Throws `consignment_gone`, and as the marketplace does for photos to come. */
  'consignment/take': { from: ['panel', 'popup'], input: z.object({ id: Id }), output: Done },
  'consignment/refuse': { from: ['panel', 'popup'], input: z.object({ ids: z.array(Id) }), output: Done },
  'consignment/unrefuse': {
    from: ['panel', 'popup'],
    input: z.object({ ids: z.array(Id) }),
    output: z.object({ taken: z.boolean() }),
  },
  'consignment/seen': { from: ['panel', 'popup'], input: Nothing, output: Done },
  /** The village's own link to the form; null where its marketplace has none. */
  'consignment/link': {
    from: ['options', 'popup'],
    input: OfVillage,
    output: z.object({ link: z.nullable(z.string()) }),
  },
  'consignment/renew': {
    from: ['options'],
    input: z.extend(OfVillage, { was: z.string().check(z.maxLength(2000)) }),
    output: z.object({ link: z.string() }),
  },

  // Inbox
  'inquiry/list': {
    from: PAGES,
    input: Nothing,
    output: z.object({ inquiries: z.array(StoredInquiry), syncedAt: z.nullable(z.number()), unread: z.array(Id) }),
  },
  'inquiry/read': { from: ['popup'], input: z.object({ id: Id }), output: Done },
  /**
   * The message is owed from this moment on; the popup shows it as "sending". The client made the message's id. It goes
   * out only after `UNDO_MS`, so that `inquiry/unsend` is a real undo even when the popup is closed meanwhile.
   */
  'inquiry/send': {
    from: ['popup'],
    input: z.object({ inquiryId: Id, messageId: Id, message: VillageMessage }),
    output: Done,
  },
  /** Takes an owed message back, if it has not gone out yet. */
  'inquiry/unsend': { from: ['popup'], input: z.object({ messageId: Id }), output: z.object({ taken: z.boolean() }) },
  'inquiry/phone': {
    from: ['popup'],
    input: z.object({ id: Id }),
    output: z.object({ phone: z.nullable(z.string()) }),
  },
  'inquiry/refresh': { from: ['popup'], input: Nothing, output: Done },
  /** The producer, for forwarding an inquiry by WhatsApp: the village's own data, so no server is asked. */
  'listing/producer': {
    from: ['popup'],
    input: z.object({ id: Id }),
    output: z.nullable(z.object({ name: z.string(), phone: z.string() })),
  },
  /** Keeps what is being typed (`reply:<inquiry id>`, `counter:<inquiry id>`, `invite`) over a closed popup; an empty text forgets it. */
  'typed/keep': {
    from: ['popup', 'options'],
    input: z.object({ key: z.string().check(z.maxLength(80)), text: z.string().check(z.maxLength(4000)) }),
    output: Done,
  },
  'typed/read': {
    from: ['popup', 'options'],
    input: z.object({ key: z.string().check(z.maxLength(80)) }),
    output: z.object({ text: z.string() }),
  },

  // Link health
  /** How every post that links back stands, as far as this device has checked. */
  'upkeep/health': { from: PAGES, input: Nothing, output: z.array(LinkHealth) },
  /** The person's answer to a post that is gone or was edited: write it again (a broken one: check it again). */
  'upkeep/rewrite': { from: PAGES, input: z.object({ id: Id }), output: Done },
  /** Makes or finds the products page of a site, in an open admin page of it. */
  'site/productsPage': {
    from: ['popup', 'options'],
    input: z.object({ siteUrl: z.string() }),
    output: ProductsPage,
  },

  // The CMS's own shop
  /** Everything on sale in the CMS's shop; `listingId` says which draft or listing a product has become already. */
  'shop/products': {
    from: ['panel'],
    input: Nothing,
    output: z.array(z.extend(ShopProduct, { listingId: z.nullable(Id) })),
  },
  /** The product table that is open on a site of no known CMS, for the person to say what its columns are. */
  'table/look': { from: ['panel'], input: Nothing, output: TableLook },
  /** Its products, as the person said; so they are read from then on. */
  'table/read': {
    from: ['panel'],
    input: z.object({ way: RecipeProducts }),
    output: z.array(z.extend(ShopProduct, { listingId: z.nullable(Id) })),
  },
  /** One product with what its own form says; null where its page shows no such form. */
  'table/form': {
    from: ['panel'],
    input: z.object({ product: ShopProduct }),
    output: z.nullable(z.extend(ShopProduct, { listingId: z.nullable(Id) })),
  },
  /** Businesses become makers of the draft's village, who are still to be asked; answers what became of each. */
  'table/makers': {
    from: ['panel'],
    input: z.object({ id: Id, makers: z.array(MakerNames).check(z.maxLength(300)) }),
    output: z.array(z.enum(['new', 'known', 'unreadable'])),
  },
  /** The newest pictures of the panel's own site. Throws as `shop/products` does. */
  'media/list': { from: ['panel'], input: Nothing, output: z.array(SitePicture) },
  /** Pictures of the panel's own site, in the order asked; null for one that cannot be had. */
  'shop/pictures': {
    from: ['panel'],
    input: z.object({ urls: z.array(z.string()).check(z.maxLength(8)) }),
    output: z.array(z.nullable(z.object({ type: z.string(), base64: z.string() }))),
  },
  /** What is owed to the CMS shops of the village's sites, and the products that are skipped there. */
  'shop/shelf': { from: PAGES, input: Nothing, output: z.array(CmsShopView) },
  /** The person has looked: the product whose save had no clear end does not stand in the site's own table. */
  'shop/again': { from: PAGES, input: z.object({ id: Id }), output: Done },
  /** The form was filled from the article that is open in the panel's tab. */
  'article/sold': { from: ['panel'], input: z.object({ listingId: Id }), output: Done },
  /** A product of the shop has become this draft; null: it has not, after all. */
  'shop/taken': {
    from: ['panel'],
    input: z.object({ sourceId: z.string(), listingId: z.nullable(Id) }),
    output: Done,
  },

  // Sites
  'tab/status': { from: ['popup', 'options'], input: Nothing, output: TabStatus },
  'tab/openPanel': { from: ['popup'], input: z.object({ tabId: z.int() }), output: z.object({ opened: z.boolean() }) },
  'site/list': {
    from: PAGES,
    input: Nothing,
    output: z.object({ origins: z.array(z.string()), sites: z.array(Site) }),
  },
  /** Sent when the page got the permission in its click handler: registers the origin, serves its open tabs at once. */
  'site/enabled': { from: ['popup', 'options'], input: z.object({ origin: z.string() }), output: Done },
  'site/disable': { from: ['popup', 'options'], input: z.object({ origin: z.string() }), output: Done },

  // Villages and settings
  /** 1 connect, 2 turn a site on, 3 sell the first product; null once there is a product or a question. */
  'first/step': {
    from: ['popup'],
    input: Nothing,
    output: z.nullable(z.union([z.literal(1), z.literal(2), z.literal(3)])),
  },
  'village/list': { from: PAGES, input: Nothing, output: z.array(KnownVillage) },
  /** Connects one village more; the others go on as they were. */
  'connection/redeem': {
    from: ['options', 'popup'],
    input: z.object({ link: z.string().check(z.maxLength(2000)), deviceName: z.string().check(z.maxLength(60)) }),
    output: Connection,
  },
  /** What practice has left on village sites. */
  'practice/left': {
    from: ['popup'],
    input: Nothing,
    output: z.array(z.object({ id: z.string(), title: z.string(), url: z.string() })),
  },
  /** The person has deleted it by hand. */
  'practice/deleted': { from: ['popup'], input: z.object({ id: z.string() }), output: Done },
  /** What buyers reported of the villages themselves; asks the marketplaces. */
  'village/reports': {
    from: ['popup'],
    input: Nothing,
    output: z.array(z.object({ village: VillageKey, reports: OpenReports })),
  },
  'connection/devices': { from: ['options'], input: OfVillage, output: z.array(Device) },
  /** A link, as a QR code, that makes a phone one of the village's devices. Throws `too_many` where there are many. */
  'connection/pair': { from: ['options'], input: OfVillage, output: Pairing },
  'connection/revoke': { from: ['options'], input: z.extend(OfVillage, { deviceId: Id }), output: Done },
  'connection/signOut': { from: ['options'], input: OfVillage, output: Done },
  /** Takes a village that is signed out off this device; its live products become drafts. Throws `village_connected`. */
  'village/forget': { from: ['options'], input: OfVillage, output: Done },
  /**
   * What an open page of the village's CMS knows of the village and the marketplace does not. It is offered to the
   * person and never sent without an answer.
   */
  'village/offered': { from: ['options'], input: OfVillage, output: z.nullable(VillagePatch) },
  'village/tell': { from: ['options'], input: z.extend(OfVillage, { facts: VillagePatch }), output: Done },
  /** What the village says of itself. Throws `profile_not_offered`, and `invalid` with the members that were refused. */
  'village/profile': { from: ['options'], input: z.extend(OfVillage, { patch: VillageProfilePatch }), output: Done },
  /** Keeps the bytes (base64) of a photo for it, which is sent when the form is. */
  'village/keepPhoto': {
    from: ['options'],
    input: z.object({ photo: DraftPhoto, base64: z.string().check(z.maxLength(700_000)) }),
    output: Done,
  },
  /** What to put on the village's own site by hand, to show who looks after it. */
  'village/challenge': {
    from: ['options'],
    input: z.extend(OfVillage, { siteUrl: z.string() }),
    output: z.object({ code: Id }),
  },
  /** Shows who looks after the site, through an open admin page of it: writes an article, and takes it down again. */
  'village/prove': { from: ['options'], input: z.extend(OfVillage, { siteUrl: z.string() }), output: Proved },
  /** The same of what a person put there: an article at this address, or (null) the file at the root. */
  'village/proveByHand': {
    from: ['options'],
    input: z.extend(OfVillage, { siteUrl: z.string(), url: z.nullable(z.string().check(z.maxLength(2000))) }),
    output: Proved,
  },
  // The address book
  'maker/list': { from: ['options'], input: OfVillage, output: z.array(MakerView) },
  /** Asks the marketplace what the village's other devices said of its makers. */
  'maker/refresh': { from: ['options'], input: OfVillage, output: Done },
  /**
   * Gives a maker another name or number, or makes two one; the products follow. Throws `consent_missing` for a number that
   * nobody agreed to.
   */
  'maker/change': {
    from: ['options'],
    input: z.extend(OfVillage, { who: MakerNames, to: SaidNames, agreed: z.boolean() }),
    output: Done,
  },
  /** The products are the village's own from then on, or off sale where it has said no name and number. */
  'maker/withdraw': { from: ['options'], input: z.extend(OfVillage, { who: MakerNames }), output: Done },
  /** Throws `contact_missing` where products name the maker and the village has no name and number for them. */
  'maker/remove': { from: ['options'], input: z.extend(OfVillage, { who: MakerNames }), output: Done },
  'maker/contact': { from: ['options'], input: z.extend(OfVillage, { to: SaidNames }), output: Done },
  // Quick replies
  /** Each known village's own. */
  'reply/list': { from: PAGES, input: Nothing, output: z.record(VillageKey, z.array(z.string())) },
  'reply/save': {
    from: ['options'],
    input: z.extend(OfVillage, { texts: z.array(z.string().check(z.maxLength(2000))) }),
    output: Done,
  },
  // Recipes: how sites of no known CMS save an article
  'recipe/list': { from: ['options'], input: Nothing, output: z.array(RecipeView) },
  /** Answers what was deleted, for an undo. */
  'recipe/forget': {
    from: ['options'],
    input: z.object({ siteUrl: z.string().check(z.maxLength(2000)) }),
    output: z.object({ recipe: z.nullable(AnyRecipe) }),
  },
  /** Opens the site's form, where the person points at the field of a part. */
  'recipe/point': {
    from: ['options'],
    input: z.object({ siteUrl: z.string().check(z.maxLength(2000)), role: z.enum(RECIPE_ROLES), name: FieldName }),
    output: Done,
  },
  /** What is to be pointed at in the page that asks; null for nothing. */
  'recipe/pointing': { from: ['content'], input: Nothing, output: z.nullable(z.object({ say: PointWords })) },
  /** The field that was pressed, null when the person stops. Answers why it cannot be taken. */
  'recipe/pointed': {
    from: ['content'],
    input: z.object({ field: z.nullable(z.object({ name: FieldName, isFile: z.boolean() })) }),
    output: z.object({ why: z.nullable(z.enum(['other_kind', 'not_sent'])) }),
  },
  /** `at`: when it was learned. */
  'recipe/restore': { from: ['options'], input: z.object({ recipe: AnyRecipe, at: z.number() }), output: Done },
  // What could not be read
  /**
   * How many rows that a person may miss are set aside, and how many of them came since the person last copied or saved
   * the words.
   */
  'aside/count': { from: ['popup'], input: Nothing, output: z.object({ all: z.int(), unsaved: z.int() }) },
  'aside/list': { from: ['options'], input: Nothing, output: z.array(AsideNote) },
  /** The words of all notes up to `newest` (ms) were copied or saved: the popup reminds of those no more. */
  'aside/saved': { from: ['options'], input: z.object({ newest: z.number() }), output: Done },
  'settings/get': { from: PAGES, input: Nothing, output: Settings },
  'settings/patch': { from: PAGES, input: z.partial(Settings), output: Settings },
} satisfies Record<string, Row>;

export type MessageName = keyof typeof MESSAGES;
export type Input<N extends MessageName> = z.infer<(typeof MESSAGES)[N]['input']>;
export type Output<N extends MessageName> = z.infer<(typeof MESSAGES)[N]['output']>;
