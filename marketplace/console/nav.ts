import type { OperatorRole } from '#marketplace/db/tables/operators.ts';
import type { ConsoleWord } from '#marketplace/words/index.ts';

/** The pages of the console in the order of an operator's day; `only` is for those who may see it. */
export const NAV: { href: string; word: ConsoleWord; only?: OperatorRole }[] = [
  { href: '/pengelola', word: 'navHome' },
  { href: '/pengelola/desa', word: 'navVillages' },
  { href: '/pengelola/produk', word: 'navListings' },
  { href: '/pengelola/angka', word: 'navFigures' },
  { href: '/pengelola/pengaturan', word: 'navSettings', only: 'operator' },
  { href: '/pengelola/akun', word: 'navAccount' },
  { href: '/pengelola/pengelola', word: 'navOperators', only: 'operator' },
  { href: '/pengelola/catatan', word: 'navAudit', only: 'operator' },
];
