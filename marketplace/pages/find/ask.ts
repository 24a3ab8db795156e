import type { Availability, Category } from '#contract';
import { AVAILABILITIES, CATEGORIES, PRICE_MAX } from '#contract/choices.ts';
import { cut } from '#contract/cut.ts';
import { PERMIT_KINDS, type PermitKind } from '#contract/permits.ts';
import { readPrice } from '#contract/price.ts';
import type { Place, Sort } from '#marketplace/listings/service.ts';

/** What a buyer asks a list for, as its address says it. */
export interface Ask {
  query: string;
  place: Place | null;
  category: Category | null;
  priceMin: number | null;
  priceMax: number | null;
  /** `siap`: there now, be it much or little. */
  stock: Availability | 'siap' | null;
  flagship: boolean;
  verified: boolean;
  permit: PermitKind | null;
  sort: Sort;
}

/** The members of the address, in the one order that it is written in. */
export const MEMBERS = ['q', 'di', 'jenis', 'min', 'maks', 'stok', 'unggulan', 'resmi', 'izin', 'urut'] as const;
export type Member = (typeof MEMBERS)[number];

export const STOCKS = ['siap', ...AVAILABILITIES] as const;
const SORT_WORDS = { baru: 'newest', murah: 'cheapest', mahal: 'dearest' } as const;
const QUERY_MAX = 100;

export const NOTHING: Ask = {
  query: '',
  place: null,
  category: null,
  priceMin: null,
  priceMax: null,
  stock: null,
  flagship: false,
  verified: false,
  permit: null,
  sort: 'best',
};

const among = <T extends string>(words: readonly T[], typed: string): T | null =>
  words.find((word) => word === typed) ?? null;

/** Prices are typed as everywhere else; a number that may mean two prices is taken as it stands. */
function rupiah(typed: string): number | null {
  const read = readPrice(typed.slice(0, 40));
  const value = read.kind === 'price' ? read.rupiah : read.kind === 'ask' ? read.meanings[0] : undefined;
  return value === undefined ? null : Math.min(value, PRICE_MAX);
}

/** Reads an address. `unread`: members with a value that means nothing, so that the page can say it left them out. */
export function readAsk(
  query: (name: string) => string,
  places: ReadonlyMap<string, Place>,
): { ask: Ask; unread: Member[] } {
  const unread: Member[] = [];
  const read = <T>(member: Member, meaning: (typed: string) => T | null): T | null => {
    const typed = query(member).trim();
    if (typed === '') return null;
    const value = meaning(typed);
    if (value === null) unread.push(member);
    return value;
  };
  const yes = (typed: string) => (typed === '1' ? true : null);
  const [one, other] = [read('min', rupiah), read('maks', rupiah)];
  const isTurned = one !== null && other !== null && one > other;
  const ask: Ask = {
    query: cut(
      query('q')
        .replace(/\p{Cc}+/gu, ' ')
        .trim(),
      QUERY_MAX,
    ),
    place: read('di', (typed) => places.get(typed) ?? null),
    category: read('jenis', (typed) => among(CATEGORIES, typed)),
    priceMin: isTurned ? other : one,
    priceMax: isTurned ? one : other,
    stock: read('stok', (typed) => among(STOCKS, typed)),
    flagship: read('unggulan', yes) ?? false,
    verified: read('resmi', yes) ?? false,
    permit: read('izin', (typed) => among(PERMIT_KINDS, typed)),
    sort:
      read('urut', (typed) =>
        Object.hasOwn(SORT_WORDS, typed) ? SORT_WORDS[typed as keyof typeof SORT_WORDS] : null,
      ) ?? 'best',
  };
  return { ask, unread: MEMBERS.filter((member) => unread.includes(member)) };
}

/** The members of an address that asks this, in their order; what is not asked for is not in it. */
export function membersOf(ask: Ask): [Member, string][] {
  const sort = Object.entries(SORT_WORDS).find(([, sort]) => sort === ask.sort)?.[0] ?? '';
  const values: Record<Member, string> = {
    q: ask.query,
    di: ask.place?.key ?? '',
    jenis: ask.category ?? '',
    min: ask.priceMin === null ? '' : String(ask.priceMin),
    maks: ask.priceMax === null ? '' : String(ask.priceMax),
    stok: ask.stock ?? '',
    unggulan: ask.flagship ? '1' : '',
    resmi: ask.verified ? '1' : '',
    izin: ask.permit ?? '',
    urut: sort,
  };
  return MEMBERS.map((member): [Member, string] => [member, values[member]]).filter(([, value]) => value !== '');
}

/** The filters of an ask, each as the ask without it: to take one off, or to say which is set. */
export function filtersOf(ask: Ask): { member: Exclude<Member, 'q' | 'urut'>; without: Ask }[] {
  const set = (member: Exclude<Member, 'q' | 'urut'>, isSet: boolean, changes: Partial<Ask>) =>
    isSet ? [{ member, without: { ...ask, ...changes } }] : [];
  return [
    ...set('di', ask.place !== null, { place: null }),
    ...set('jenis', ask.category !== null, { category: null }),
    ...set('min', ask.priceMin !== null, { priceMin: null }),
    ...set('maks', ask.priceMax !== null, { priceMax: null }),
    ...set('stok', ask.stock !== null, { stock: null }),
    ...set('unggulan', ask.flagship, { flagship: false }),
    ...set('resmi', ask.verified, { verified: false }),
    ...set('izin', ask.permit !== null, { permit: null }),
  ];
}
