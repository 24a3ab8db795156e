import { dateTimeWib } from '#contract/format.ts';
import { locale, t } from '#utils/i18n/t.ts';
import { labelOf } from '#utils/listing/fields.ts';
import type { AsideNote } from '#utils/model/aside.ts';

export const ASIDE_FILE = 'dodolan-catatan.txt';

/** What a note is called in a list. */
export function noteTitle({ kind, name }: AsideNote): string {
  return name === null ? t(`aside_kind_${kind}`) : t('aside_named', t(`aside_kind_${kind}`), name);
}

export function noteDate({ at }: AsideNote): string {
  return t('aside_since', dateTimeWib(new Date(at).toISOString(), locale()));
}

/** The label by which a person knows a member; its own name when no form shows it. */
export function memberLabel(member: string): string {
  const [, ofProduct = ''] = /^(?:form|input)\.(.*)$/.exec(member) ?? [];
  const word = labelOf(ofProduct);
  return word === null ? member : t(word);
}

/** All notes as one text: first the words, which a person types again, then each whole, for whoever helps. */
export function notesAsText(notes: readonly AsideNote[]): string {
  const words = notes.map((note, at) =>
    [
      `${at + 1}. ${noteTitle(note)}`,
      noteDate(note),
      ...note.words.map(({ member, text }) => `${memberLabel(member)}: ${text}`),
    ].join('\n'),
  );
  const whole = notes.map((note, at) => `${at + 1}. ${noteTitle(note)}\n${note.whole}`);
  return `${[t('aside_file_title'), ...words, t('aside_file_whole'), ...whole].join('\n\n')}\n`;
}
