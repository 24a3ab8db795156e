import { createECDH } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type StoredLocale, text } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { escalations } from '#marketplace/inquiries/quality.ts';
import { threadReports } from '#marketplace/inquiries/reports.ts';
import { idOfSlug } from '#marketplace/listings/slug.ts';
import { hideListing, setVillageStatus } from '#marketplace/listings/visibility.ts';
import { record } from '#marketplace/operators/audit.ts';
import { offerable, offerRecipe, withdrawOffer } from '#marketplace/recipes/offers.ts';
import {
  closeReports,
  closeVillageReports,
  openReports,
  openVillageReports,
  REPORTS_SHOWN,
} from '#marketplace/reports/service.ts';
import { revokeDevice } from '#marketplace/villages/devices.ts';
import { openSiteRequests } from '#marketplace/villages/siteRequests.ts';
import { ADMIN, type AdminWords } from '#marketplace/words/index.ts';
import { AUDITED } from './audited.ts';
import { CommandError } from './commandError.ts';
import { deskCommands } from './deskCommands.ts';
import { importProfiles } from './importProfiles.ts';
import { addSite, inviteVillage, refuseAskedSite } from './invite.ts';
import { operatorCommands } from './operatorCommands.ts';
import { practiceCommands } from './practiceCommands.ts';
import {
  printConversations,
  printDevices,
  printRecipes,
  printReports,
  printSiteRequests,
  printUnanswered,
} from './print.ts';
import { printImport } from './printImport.ts';
import { idOfProduct } from './productId.ts';
import { readProfileTable } from './profileTable.ts';
import { devicesOf, villageBySlug } from './queries.ts';

export interface CommandResult {
  ok: boolean;
  text: string;
}

export interface Call {
  deps: Deps;
  /** What stands after the command's name. */
  args: string[];
  options: {
    waiting?: boolean;
    district?: string;
    regency?: string;
    'dry-run'?: boolean;
    viewer?: boolean;
    email?: string;
    days?: string;
  };
  t: AdminWords;
}

/** A pair of keys that signs pushes to browsers: the public and the private one. */
function newVapidKeys(): [string, string] {
  const pair = createECDH('prime256v1');
  const publicKey = pair.generateKeys('base64url');
  // A number that begins with zeros is written shorter.
  const privateKey = Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32);
  return [publicKey, privateKey.toString('base64url')];
}

const Reason = text('reason', { min: 1, max: 2000 });

/** What an operator may do from the command line; the same whether the server runs or not. */
const COMMANDS: Record<string, (call: Call) => Promise<string>> = {
  ...operatorCommands,
  ...deskCommands,
  ...practiceCommands,
  invite: async ({ deps, args: [name = '', ...sites], options, t }) => {
    const { village, url } = await inviteVillage(deps, { name, sites, ...options });
    return t('invited', village.name, url);
  },
  site: async ({ deps, args: [slug = '', site = ''], t }) => {
    const village = await villageBySlug(deps, slug);
    return t('siteAdded', village.name, (await addSite(deps, village, site)).join(', '));
  },
  sites: async ({ deps, t }) => printSiteRequests(await openSiteRequests(deps), t),
  refuse: async ({ deps, args: [slug = '', site = ''], t }) => {
    const village = await villageBySlug(deps, slug);
    return t('siteRefused', village.name, await refuseAskedSite(deps, village, site));
  },
  vapid: async ({ deps, t }) => t('vapid', ...newVapidKeys(), deps.config.baseUrl),
  approve: async ({ deps, args: [slug = ''], t }) => {
    const village = await villageBySlug(deps, slug);
    await setVillageStatus(deps, village.id, 'approved');
    return t('approved', village.name);
  },
  block: async ({ deps, args: [slug = ''], t }) => {
    const village = await villageBySlug(deps, slug);
    await setVillageStatus(deps, village.id, 'blocked');
    return t('blocked', village.name);
  },
  // The table itself stands in place of its file's name (`cli.ts`).
  profiles: async ({ deps, args: [text = ''], options, t }) => {
    const table = readProfileTable(text);
    if (!table.isUsable) throw new CommandError((t) => t('badTable'));
    const isDryRun = options['dry-run'] ?? false;
    return printImport(table, await importProfiles(deps, table, { isDryRun }), { isDryRun, t });
  },
  devices: async ({ deps, args: [slug = ''], t }) => {
    const village = await villageBySlug(deps, slug);
    return printDevices(await devicesOf(deps, village.id), t);
  },
  revoke: async ({ deps, args: [slug = '', device = ''], t }) => {
    const village = await villageBySlug(deps, slug);
    if (!(await revokeDevice(deps, village.id, device))) throw new CommandError((t) => t('unknownDevice'));
    return t('revoked', device);
  },
  hide: async ({ deps, args: [product = '', reason = ''], t }) => {
    const said = Reason.safeParse(reason);
    if (!said.success) throw new CommandError((t) => t('needReason'));
    await closeReports(deps, await setHidden(deps, product, said.data));
    return t('hidden');
  },
  show: async ({ deps, args: [product = ''], t }) => {
    await setHidden(deps, product, null);
    return t('shown');
  },
  reports: async ({ deps, t }) =>
    printReports(
      await openReports(deps, { limit: REPORTS_SHOWN + 1 }),
      await openVillageReports(deps, { limit: REPORTS_SHOWN + 1 }),
      deps.config.baseUrl,
      t,
    ),
  unanswered: async ({ deps, t }) => printUnanswered(await escalations(deps), t),
  conversations: async ({ deps, t }) => printConversations(await threadReports(deps), t),
  recipes: async ({ deps, t }) => printRecipes(await offerable(deps), t),
  offer: async ({ deps, args: [slug = '', site = ''], t }) => {
    const village = await villageBySlug(deps, slug);
    if (!(await offerRecipe(deps, village.id, site))) throw new CommandError((t) => t('noRecipeOf', site));
    return t('recipeOffered', site);
  },
  unoffer: async ({ deps, args: [id = ''], t }) => {
    if (!(await withdrawOffer(deps, id))) throw new CommandError((t) => t('unknownOffer'));
    return t('offerWithdrawn');
  },
  handled: async ({ deps, args: [product = ''], t }) => {
    // A village's own name in its address has no product's id at its end.
    if (idOfSlug(product) === null && !product.includes('/p/')) {
      const slug = product.replace(/\/+$/, '').split('/').at(-1) ?? '';
      await closeVillageReports(deps, (await villageBySlug(deps, slug)).id);
    } else await closeReports(deps, idOfProduct(product));
    return t('handled');
  },
};

export function isCommand(name: string | undefined): boolean {
  return name !== undefined && Object.hasOwn(COMMANDS, name);
}

async function setHidden(deps: Deps, product: string, reason: string | null): Promise<string> {
  const id = idOfProduct(product);
  if (!(await hideListing(deps, id, reason))) throw new CommandError((t) => t('unknownListing'));
  return id;
}

/** Runs one command. An operator's mistake is an answer with `ok` false; any other error is thrown. */
export async function runCommand(deps: Deps, argv: string[], locale: StoredLocale): Promise<CommandResult> {
  const t = ADMIN[locale];
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        waiting: { type: 'boolean' },
        district: { type: 'string' },
        regency: { type: 'string' },
        'dry-run': { type: 'boolean' },
        viewer: { type: 'boolean' },
        email: { type: 'string' },
        days: { type: 'string' },
      },
    });
    const [name = '', ...args] = positionals;
    const command = isCommand(name) ? COMMANDS[name] : undefined;
    if (!command) return { ok: false, text: t('usage') };
    const said = await command({ deps, args, options: values, t });
    const audited = values['dry-run'] ? undefined : AUDITED[name];
    if (audited) await record(deps, null, { action: audited.action, subject: args.slice(0, audited.words).join(' ') });
    return { ok: true, text: said };
  } catch (error) {
    if (error instanceof CommandError) return { ok: false, text: error.text(t) };
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      return { ok: false, text: t('usage') };
    }
    throw error;
  }
}
