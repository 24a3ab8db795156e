import type { Line, Matcher } from './pieces.ts';
import { OPENING, set } from './words.ts';

const HONORIFIC = set(
  'kak kakak bu ibu pak bapak bp bpk mbak mba mas mbok mbah kang yu hj haji pakde bude budhe pakdhe paklik bulik lik simbah nyai',
);
const GROUP = set('kwt umkm bumdes poktan kelompok gapoktan ud cv koperasi pkk ukm');
/** What says that a name follows. */
const LEADS = set(
  'oleh buatan buatane produksi produsen produsene pembuat penjual pengrajin perajin hub hubungi kontak cp dari milik punya owner pemilik gawean gaweane damelan wa whatsapp petani peternak penjahit saking an',
);
const SIGNS = new Set(['.', ':', '-', '/', '=']);
const MAX_WORDS = 4;

/** `oleh Bu Siti`, `(bu siti)`, `a.n. Siti`, `WA Bu Siti 08…`, `…, Pak Karno` and, behind a number, `Siti`. */
export const makerAt: Matcher = (line, at) => {
  const lead = leadEnd(line, at);
  const from = lead ?? at;
  const isTitled = line.is(from, HONORIFIC) || line.is(from, GROUP);
  const to = nameEnd(line, from, isTitled);
  if (to === null || !(lead !== null || isTitled)) return null;
  const isWhole = isBoundary(line, to);
  const isCapital = isCapitalised(line, to - 1) && isCapitalised(line, from + (isTitled ? 1 : 0));
  if (lead !== null && (isTitled || isCapital)) return line.piece({ kind: 'maker' }, at, to, from, to);
  // Without a word before it, a name is the maker only where nothing else stands between two boundaries.
  // "BUMDes Sumber Rejeki menyediakan …", "Bu Siti: …"
  if (isTitled && at === 0 && /^(?:menyediakan|menjual|jual|memproduksi|produksi|:)$/.test(line.word(to)))
    return line.piece({ kind: 'maker' }, at, to, from, to);
  if (isTitled && at > 0 && isEdge(line, at) && (isWhole || isCapital))
    return line.piece({ kind: 'maker' }, at, to, from, to);
  return null;
};

function leadEnd(line: Line, at: number): number | null {
  // "a.n. Siti", "a/n Siti", "atas nama Siti"
  if (line.word(at) === 'a' && /^[./]$/.test(line.word(at + 1)) && line.word(at + 2) === 'n')
    return line.skip(at + 3, SIGNS);
  if (line.word(at) === 'atas' && line.word(at + 1) === 'nama') return line.skip(at + 2, SIGNS);
  if (!line.is(at, LEADS) || (line.word(at) === 'an' && !line.isApart(at))) return null;
  const next = line.skip(line.skip(at + 1, SIGNS), LEADS);
  return next > at ? (leadEnd(line, next) ?? next) : next;
}

/** Up to four words of a name; a title needs one name behind it. */
function nameEnd(line: Line, from: number, isTitled: boolean): number | null {
  let next = from + (isTitled ? 1 : 0);
  if (isTitled && line.word(next) === '.') next += 1;
  // "Kelompok Tani Subur", "Bu Hj. Siti"
  while (line.is(next, HONORIFIC) || line.word(next) === 'tani' || line.word(next) === 'wanita')
    next += line.word(next + 1) === '.' ? 2 : 1;
  const first = next;
  while (
    next < first + MAX_WORDS &&
    line.tokens[next]?.kind === 'word' &&
    line.isApart(next) &&
    isNameWord(line, next, first)
  )
    next += 1;
  return next === first ? null : next;
}

const NO_NAME = set(
  'jual nitip titip ready stok harga wa hp telp no bisa ambil kirim antar per isi saja ya aja dan yang di ke dari hub min minimal sendiri asli langsung rumah rumahan kami saya desa dusun rt rw cod po sisa ada siap dengan tanpa nggih njih matur suwun mawon',
);

function isNameWord(line: Line, at: number, first: number): boolean {
  const word = line.word(at);
  if (NO_NAME.has(word) || OPENING.has(word) || word.length < 2) return false;
  // After one lower-case name only capitals go on: "oleh bu siti manis" is Bu Siti, and something sweet.
  return at === first || isCapitalised(line, at);
}

function isCapitalised(line: Line, at: number): boolean {
  const { start = 0 } = line.tokens[at] ?? {};
  return /^\p{Lu}/u.test(line.text.slice(start));
}

/** Something ends before it: a comma, an opening bracket, a line, a piece that was understood. */
function isEdge(line: Line, at: number): boolean {
  const before = line.tokens[at - 1];
  return before === undefined || before.kind === 'break' || /^[,(;:–—/-]$/.test(before.text) || line.after === at;
}

function isBoundary(line: Line, at: number): boolean {
  const next = line.tokens[at];
  return next === undefined || next.kind !== 'word' || /^(?:wa|hp|telp|no)$/.test(next.text);
}
