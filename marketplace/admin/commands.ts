import { parseArgs } from 'node:util';
import type { StoredLocale } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { idOfSlug } from '#marketplace/listings/slug.ts';
import { hideListing, setVillageStatus } from '#marketplace/listings/visibility.ts';
import { closeReports } from '#marketplace/reports/service.ts';
import { revokeDevice } from '#marketplace/villages/devices.ts';
import { ADMIN, type AdminWords } from '#marketplace/words/index.ts';
import { CommandError } from './commandError.ts';
import { conversationLines, unansweredLines } from './inquiries.ts';
import { addSite, inviteVillage } from './invite.ts';
import { deviceLines, reportLines, villageBySlug, villageLines } from './lists.ts';

export interface CommandResult {
  ok: boolean;
  text: string;
}

interface Call {
  deps: Deps;
  /** What stands after the command's name. */
  args: string[];
  options: { waiting?: boolean; district?: string; regency?: string };
  t: AdminWords;
}

/** What an operator may do from the command line; the same whether the server runs or not. */
const COMMANDS: Record<string, (call: Call) => Promise<string>> = {
  invite: async ({ deps, args: [name = '', ...sites], options, t }) => {
    const { village, url } = await inviteVillage(deps, { name, sites, ...options }, t);
    return t('invited', village.name, url);
  },
  site: async ({ deps, args: [slug = '', site = ''], t }) => {
    const village = await villageBySlug(deps, slug, t);
    return t('siteAdded', village.name, (await addSite(deps, village, site, t)).join(', '));
  },
  villages: ({ deps, t }) => villageLines(deps, t),
  approve: async ({ deps, args: [slug = ''], t }) => {
    const village = await villageBySlug(deps, slug, t);
    await setVillageStatus(deps, village.id, 'approved');
    return t('approved', village.name);
  },
  block: async ({ deps, args: [slug = ''], t }) => {
    const village = await villageBySlug(deps, slug, t);
    await setVillageStatus(deps, village.id, 'blocked');
    return t('blocked', village.name);
  },
  devices: async ({ deps, args: [slug = ''], t }) => deviceLines(deps, await villageBySlug(deps, slug, t), t),
  revoke: async ({ deps, args: [slug = '', device = ''], t }) => {
    const village = await villageBySlug(deps, slug, t);
    if (!(await revokeDevice(deps, village.id, device))) throw new CommandError(t('unknownDevice'));
    return t('revoked', device);
  },
  hide: async ({ deps, args: [product = '', reason = ''], t }) => {
    if (!reason.trim()) throw new CommandError(t('needReason'));
    await closeReports(deps, await setHidden(deps, product, reason.trim(), t));
    return t('hidden');
  },
  show: async ({ deps, args: [product = ''], t }) => {
    await setHidden(deps, product, null, t);
    return t('shown');
  },
  reports: ({ deps, t }) => reportLines(deps, t),
  unanswered: ({ deps, t }) => unansweredLines(deps, t),
  conversations: ({ deps, t }) => conversationLines(deps, t),
  handled: async ({ deps, args: [product = ''], t }) => {
    await closeReports(deps, productId(product, t));
    return t('handled');
  },
};

export function isCommand(name: string | undefined): boolean {
  return name !== undefined && Object.hasOwn(COMMANDS, name);
}

/** The id in a product's address, with or without its name, or in the bare id. */
function productId(product: string, t: AdminWords): string {
  const path = product.replace(/[?#].*$/, '').replace(/\/+$/, '');
  const id = idOfSlug(path.split('/').at(-1) ?? '');
  if (id === null) throw new CommandError(t('unknownListing'));
  return id;
}

async function setHidden(deps: Deps, product: string, reason: string | null, t: AdminWords): Promise<string> {
  const id = productId(product, t);
  if (!(await hideListing(deps, id, reason))) throw new CommandError(t('unknownListing'));
  return id;
}

/** Runs one command; a person's mistake is an answer (`ok` false), a fault is thrown. */
export async function runCommand(deps: Deps, argv: string[], locale: StoredLocale): Promise<CommandResult> {
  const t = ADMIN[locale];
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { waiting: { type: 'boolean' }, district: { type: 'string' }, regency: { type: 'string' } },
    });
    const [name = '', ...args] = positionals;
    const command = isCommand(name) ? COMMANDS[name] : undefined;
    if (!command) return { ok: false, text: t('usage') };
    return { ok: true, text: await command({ deps, args, options: values, t }) };
  } catch (error) {
    if (error instanceof CommandError) return { ok: false, text: error.message };
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      return { ok: false, text: t('usage') };
    }
    throw error;
  }
}
