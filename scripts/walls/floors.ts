/**
 * The floors of the house, from the ground up: a folder (or a file beside the folders, with its ending) imports only what
 * stands before it in its list, type or value. `npm run walls` writes the linter's rules from here.
 */

/** The extension's domain, `utils/`. Everything in it may also read the contract. */
export const UTILS_FLOORS = [
  // The words, the shapes of all that is stored or sent, and pure functions over them, on which everything else stands.
  ...[
    'queue.ts',
    'i18n',
    'model',
    'appError.ts',
    'listing',
    'chat',
    'marketplace',
    'db',
    'photos',
    'early',
    'settings.ts',
    'messages.ts',
  ],
  // The adapters of the CMSs, the site owner of a site, and how our pages, tabs and background talk.
  ...['cms', 'villages', 'runtime', 'writer.ts'],
  // Facts about a stored listing and a question, and the rows that this version cannot read.
  ...['listings', 'makers', 'recipes', 'replies', 'inquiries', 'aside'],
  // The outbox, which holds what is owed, and everything that works it off through a tab.
  ...['outbox', 'cmsShop', 'sites', 'drafts', 'share', 'consignments', 'assist', 'lessons', 'linkHealth', 'intake'],
  // Connecting a village, importing, the inbox: here the work of the other folders begins and ends.
  ...['connection', 'import', 'inbox'],
  // The roof: it puts everything together, and each message's handler may need everybody.
  'background',
] as const;

/** The service, `marketplace/`. The contract is its ground and the only thing that the extension sees of it. */
export const MARKETPLACE_FLOORS = [
  ...[
    'contract',
    'sha256.ts',
    'words',
    'noticeConfig.ts',
    'config.ts',
    'log.ts',
    'problem.ts',
    'validate.ts',
    'db',
    'passing.ts',
    'secret.ts',
    'deps.ts',
    'queue',
    'http',
  ],
  // The shell of every page.
  'web',
  // The domains.
  ...[
    'search',
    'photos',
    'views',
    'listings',
    'villages',
    'makers',
    'recipes',
    'goods',
    'groups',
    'inquiries',
    'consignments',
    'reports',
    'figures',
    'linkcheck',
    'notify',
    'practice',
    'operators',
    'badge',
    'share',
  ],
  // The pages of the storefront and the operator's commands.
  ...['pages', 'admin', 'console'],
  // The roof.
  ...['jobs', 'app.ts', 'open.ts', 'server.ts', 'cli.ts'],
] as const;

/** The views, `components/`. What both halves draw (`listing`, `ListingCard`) has walls of its own: the server draws it too. */
export const COMPONENT_FLOORS = [
  // Buttons, fields, notices; the product as buyers see it; how a view asks the background.
  ...['ui', 'listing', 'ListingCard.tsx', 'background', 'villages', 'form', 'panelFrame', 'draft'],
  // Parts that several surfaces show.
  ...['insert', 'cmsShop', 'linkHealth', 'aside', 'share', 'listings', 'consignments', 'import', 'productList'],
  // The surfaces.
  ...['inbox', 'panel', 'options'],
] as const;
