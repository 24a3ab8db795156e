import type { AsideRow, StoreName } from '#utils/db/schema.ts';
import type { AsideKind, AsideNote } from '#utils/model/aside.ts';

const KINDS: Partial<Record<StoreName, AsideKind>> = {
  drafts: 'draft',
  listings: 'listing',
  outbox: 'owed',
  inquiries: 'inquiry',
  photos: 'photo',
  typed: 'typed',
  villages: 'village',
  sites: 'site',
  origins: 'site',
};
/**
 * Stores whose rows are made again by themselves from what the marketplace and the CMS say, so that nobody misses them.
 */
export const DERIVED: ReadonlySet<string> = new Set(['thumbnails', 'unread', 'announced']);
const DERIVED_VALUES: ReadonlySet<string> = new Set(['upkeep', 'openNext', 'asideSaved']);

/** Members that let whoever has them speak as the village: they go into no text that is copied and sent on. */
const SECRETS: ReadonlySet<string> = new Set(['token']);
/** The same by their form, because a bad row may hold them anywhere: a device's token, and the code of an invite link. */
const TOKEN = /\b[0-9a-z]{16}\.[\w-]{43}/g;
const INVITE = /(\/undang\/)[^\s"'?#/]+/g;
/** Ids, hashes, and pictures written as text: nothing that a person has typed. */
const NO_WORDS = /^([0-9a-z]{16}|[0-9a-f]{64}|data:.*)$/s;
/** How deep a row is read: deeper than any row of ours, because a bad row may be anything. */
const DEPTH = 12;

/** The row as a person may read it; null for what nobody misses. */
export function toNote({ store, key, row, at }: AsideRow): AsideNote | null {
  if (DERIVED.has(store) || (store === 'values' && DERIVED_VALUES.has(key))) return null;
  const open = withoutSecrets(row, store === 'values' && key === 'invite' ? new Set([...SECRETS, 'code']) : SECRETS);
  const words = wordsIn(open, '', 0);
  const named = words.find(({ member }) => member === 'name' || member.endsWith('.name'));
  return {
    kind: store === 'values' ? (key === 'settings' ? 'settings' : 'other') : (KINDS[store as StoreName] ?? 'other'),
    name: store === 'values' ? null : (named?.text ?? null),
    at,
    words: store === 'values' ? words.filter(({ member }) => member !== 'name') : words,
    whole: JSON.stringify(open, null, 1) ?? '',
  };
}

/** A copy of plain values: bytes become their size, what is secret is left out. */
function withoutSecrets(value: unknown, secrets: ReadonlySet<string>, depth = 0): unknown {
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return `(${value.byteLength} B)`;
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'string')
    return value.startsWith('data:') ? `(${value.length} B)` : value.replace(TOKEN, '…').replace(INVITE, '$1…');
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEPTH) return null;
  if (Array.isArray(value)) return value.map((one) => withoutSecrets(one, secrets, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !secrets.has(name))
      .map(([name, one]) => [name, withoutSecrets(one, secrets, depth + 1)]),
  );
}

function wordsIn(value: unknown, member: string, depth: number): AsideNote['words'] {
  if (typeof value === 'number') return [{ member, text: String(value) }];
  if (typeof value === 'string') return value.trim() === '' || NO_WORDS.test(value) ? [] : [{ member, text: value }];
  if (typeof value !== 'object' || value === null || depth > DEPTH) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    wordsIn(one, member === '' ? name : `${member}.${name}`, depth + 1),
  );
}
