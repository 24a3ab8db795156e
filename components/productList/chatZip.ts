/** Why a file is no exported chat that can be read. Its code is the word's: `chat_<code>`. */
export class ChatError extends Error {
  constructor(readonly code: 'not_zip' | 'no_chat' | 'broken') {
    super(code);
  }
}

export interface OpenChat {
  /** The chat's text, piece by piece. */
  text(): Promise<ReadableStream<Uint8Array>>;
  /** A file of the export; null where it was left out, or is larger than any photo. */
  photo(name: string): Promise<File | null>;
}

/** Bytes: a year of a village's group is some megabytes of text, and a phone's largest photo some 25. */
const TEXT_MAX = 60_000_000;
const PHOTO_MAX = 30_000_000;

/**
 * Opens WhatsApp's export. Only its list of files is read now, and each photo when it is asked for, so that 300 MB are
 * never in memory; unzipit ends with an error where an entry is larger than it says. Throws ChatError.
 */
export async function openChat(file: Blob): Promise<OpenChat> {
  const { unzip } = await import('unzipit');
  const { entries } = await unzip(file).catch(() => {
    throw new ChatError('not_zip');
  });
  const texts = Object.values(entries).filter(({ name }) => /\.txt$/i.test(name) && !name.startsWith('__MACOSX'));
  const chat =
    texts.find(({ name }) => /(?:^|\/)_chat\.txt$/i.test(name)) ?? (texts.length === 1 ? texts[0] : undefined);
  if (chat === undefined || chat.size > TEXT_MAX) throw new ChatError('no_chat');
  const byName = new Map(Object.values(entries).map((entry) => [nameOf(entry.name), entry]));
  return {
    text: () => chat.stream(),
    async photo(name) {
      const entry = byName.get(nameOf(name));
      if (entry === undefined || entry.size > PHOTO_MAX) return null;
      const blob = await entry
        .blob(TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'image/jpeg')
        .catch(() => null);
      return blob && new File([blob], name, { type: blob.type });
    },
  };
}

const TYPES: Record<string, string> = { png: 'image/png', webp: 'image/webp', heic: 'image/heic' };

/** The file's name without its folder, as both systems write the same letters. */
const nameOf = (path: string): string => (path.split('/').at(-1) ?? path).normalize('NFC').toLowerCase();
