import { parseArgs } from 'node:util';
import type { Locale } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { idOfSlug } from '#marketplace/listings/slug.ts';
import { hideListing, setVillageStatus } from '#marketplace/listings/visibility.ts';
import { closeReports } from '#marketplace/reports/service.ts';
import { revokeDevice } from '#marketplace/villages/devices.ts';
import { CommandError } from './commandError.ts';
import { conversationLines, unansweredLines } from './inquiries.ts';
import { addSite, inviteVillage } from './invite.ts';
import { deviceLines, reportLines, villageBySlug, villageLines } from './lists.ts';
import { WORDS, type Words } from './words.ts';

export interface CommandResult {
  ok: boolean;
  text: string;
}

interface Call {
  deps: Deps;
  /** What stands after the command's name. */
  args: string[];
  options: { waiting?: boolean; district?: string; regency?: string };
  words: Words;
}

/** What an operator may do from the command line; the same whether the server runs or not. */
const COMMANDS: Record<string, (call: Call) => Promise<string>> = {
  invite: async ({ deps, args: [name = '', ...sites], options, words }) => {
    const { village, url } = await inviteVillage(deps, { name, sites, ...options }, words);
    return words.invited(village.name, url);
  },
  site: async ({ deps, args: [slug = '', site = ''], words }) => {
    const village = await villageBySlug(deps, slug, words);
    return words.siteAdded(village.name, await addSite(deps, village, site, words));
  },
  villages: ({ deps, words }) => villageLines(deps, words),
  approve: async ({ deps, args: [slug = ''], words }) => {
    const village = await villageBySlug(deps, slug, words);
    await setVillageStatus(deps, village.id, 'approved');
    return words.approved(village.name);
  },
  block: async ({ deps, args: [slug = ''], words }) => {
    const village = await villageBySlug(deps, slug, words);
    await setVillageStatus(deps, village.id, 'blocked');
    return words.blocked(village.name);
  },
  devices: async ({ deps, args: [slug = ''], words }) =>
    deviceLines(deps, await villageBySlug(deps, slug, words), words),
  revoke: async ({ deps, args: [slug = '', device = ''], words }) => {
    const village = await villageBySlug(deps, slug, words);
    if (!(await revokeDevice(deps, village.id, device))) throw new CommandError(words.unknownDevice);
    return words.revoked(device);
  },
  hide: async ({ deps, args: [product = '', reason = ''], words }) => {
    if (!reason.trim()) throw new CommandError(words.needReason);
    await closeReports(deps, await setHidden(deps, product, reason.trim(), words));
    return words.hidden;
  },
  show: async ({ deps, args: [product = ''], words }) => {
    await setHidden(deps, product, null, words);
    return words.shown;
  },
  reports: ({ deps, words }) => reportLines(deps, words),
  unanswered: ({ deps, words }) => unansweredLines(deps, words),
  conversations: ({ deps, words }) => conversationLines(deps, words),
  handled: async ({ deps, args: [product = ''], words }) => {
    await closeReports(deps, productId(product, words));
    return words.handled;
  },
};

export function isCommand(name: string | undefined): boolean {
  return name !== undefined && Object.hasOwn(COMMANDS, name);
}

/** The id in a product's address, with or without its name, or in the bare id. */
function productId(product: string, words: Words): string {
  const path = product.replace(/[?#].*$/, '').replace(/\/+$/, '');
  const id = idOfSlug(path.split('/').at(-1) ?? '');
  if (id === null) throw new CommandError(words.unknownListing);
  return id;
}

async function setHidden(deps: Deps, product: string, reason: string | null, words: Words): Promise<string> {
  const id = productId(product, words);
  if (!(await hideListing(deps, id, reason))) throw new CommandError(words.unknownListing);
  return id;
}

/** Runs one command; a person's mistake is an answer (`ok` false), a fault is thrown. */
export async function runCommand(deps: Deps, argv: string[], locale: Locale): Promise<CommandResult> {
  const words = WORDS[locale];
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { waiting: { type: 'boolean' }, district: { type: 'string' }, regency: { type: 'string' } },
    });
    const [name = '', ...args] = positionals;
    const command = isCommand(name) ? COMMANDS[name] : undefined;
    if (!command) return { ok: false, text: words.usage };
    return { ok: true, text: await command({ deps, args, options: values, words }) };
  } catch (error) {
    if (error instanceof CommandError) return { ok: false, text: error.message };
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      return { ok: false, text: words.usage };
    }
    throw error;
  }
}
