import type { ConsoleWords } from '#marketplace/words/index.ts';

/** Fields that nobody typed. */
const HIDDEN: ReadonlySet<string> = new Set(['izin', 'jenis', 'desa', 'akun', 'kunci', 'id', 'form']);

/** What was typed into a form of the console that was refused, each field in a line, to be copied. */
export function KeptFields({ k, typed }: { k: ConsoleWords; typed: URLSearchParams | undefined }) {
  const words = [...(typed ?? [])]
    .filter(([name, value]) => !HIDDEN.has(name) && value.trim() !== '')
    .map(([, value]) => value);
  if (words.length === 0) return null;
  return (
    <div class="field">
      <label for="isi-tadi">{k('kept')}</label>
      <textarea id="isi-tadi" rows={4} readOnly value={words.join('\n')} />
    </div>
  );
}
