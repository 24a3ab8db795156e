/** One message of an exported chat. */
export interface ChatMessage {
  /** A contact's name, or the number where the phone knows no name. */
  sender: string;
  text: string;
  /** The name of the file in the export; null when the message has none, or the export was made without media. */
  media: string | null;
}

/**
 * Where a message begins: `26/11/25 14.03 - Nama: …` and `26/11/25, 2:03 PM - Nama: …` on Android,
 * `[26/11/25 14.03.22] Nama: …` on iOS. Times have dots or colons, 12 or 24 hours, and a narrow blank before "PM".
 */
const TIME = String.raw`\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:[\s\u202f\u00a0]?[AaPp]\.?[Mm]\.?)?`;
const DAY = String.raw`\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}`;
const HEAD = new RegExp(
  String.raw`^[\u200e\u200f\u202a-\u202e]*(?:\[${DAY},?[\s\u202f\u00a0]+${TIME}\]\s|${DAY},?[\s\u202f\u00a0]+${TIME}[\s\u202f\u00a0]+[-–]\s)(.*)$`,
);
/** `IMG-20251126-WA0003.jpg (file terlampir)` on Android, `<terlampir: 00000012-PHOTO-….jpg>` on iOS. */
const ATTACHED = [
  /^[\u200e\u200f]*(\S[^\n/\\]*\.[a-z0-9]{2,5}) \((?:file attached|file terlampir|berkas terlampir)\)$/i,
  /^[\u200e\u200f]*<(?:attached|terlampir|lampiran): ([^\n/\\>]+\.[a-z0-9]{2,5})>$/i,
];
/** Lines that WhatsApp writes in place of something, in Indonesian and English, on both systems. */
const NOTHING = [
  /^<(?:Media omitted|Media tidak disertakan)>$/i,
  /^(?:image|video|audio|GIF|sticker|document|contact card|gambar|stiker|dokumen|kartu kontak)(?: omitted| tidak disertakan)$/i,
  /^(?:This message was deleted|You deleted this message|Pesan ini (?:telah )?dihapus|Anda (?:telah )?menghapus pesan ini)\.?$/i,
  /^(?:null|)$/,
];
/** The mark behind a text that was changed. */
const EDITED = /\s*<(?:This message was edited|Pesan ini (?:telah )?diedit)>\s*$/i;
const UNSEEN = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** The line's message so far: its sender and first line of text. Null for a line that goes on with the one before. */
export function headOf(line: string): { sender: string; first: string } | 'system' | null {
  const rest = HEAD.exec(line)?.[1];
  if (rest === undefined) return null;
  const [, sender, first] = /^[~\u202f\u00a0\s\u200e\u202a]*([^:\n]{1,60}): ?(.*)$/.exec(rest) ?? [];
  // "Budi menambahkan Siti" is of nobody.
  return sender === undefined ? 'system' : { sender: clean(sender), first: first ?? '' };
}

/** A message of its lines; null when nothing of it is left (deleted, media left out). */
export function messageOf(sender: string, lines: readonly string[]): ChatMessage | null {
  let media: string | null = null;
  const said: string[] = [];
  for (const line of lines) {
    const attached = ATTACHED.map((pattern) => pattern.exec(line.trim())?.[1]).find((name) => name !== undefined);
    const plain = clean(line).replace(EDITED, '');
    if (attached !== undefined) media ??= clean(attached);
    else if (!NOTHING.some((pattern) => pattern.test(plain))) said.push(plain);
    else if (plain === '' && said.length > 0) said.push('');
  }
  const text = said.join('\n').trim();
  return text === '' && media === null ? null : { sender, text, media };
}

const clean = (text: string): string =>
  text
    .replace(UNSEEN, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim();
