import { dateTimeWib } from '#contract/format.ts';
import type { WordKey } from '#utils/i18n/keys.ts';
import { locale, t } from '#utils/i18n/t.ts';
import type { AsideNote } from '#utils/model/aside.ts';

/** The members of a product by the names that its form gives them. */
const LABELS: Readonly<Record<string, WordKey>> = {
  name: 'panel_name',
  price: 'panel_price',
  unit: 'panel_unit',
  packAmount: 'panel_pack',
  packMeasure: 'panel_pack_measure',
  availability: 'panel_availability',
  stock: 'panel_stock',
  category: 'panel_category',
  description: 'panel_description',
  producerName: 'panel_producer',
  producerPhone: 'panel_phone',
  'producer.name': 'panel_producer',
  'producer.phone': 'panel_phone',
  terms: 'panel_terms',
  floorPrice: 'panel_floor',
  'floor.price': 'panel_floor',
};

export const ASIDE_FILE = 'dodolan-catatan.txt';

/** What a note is called in a list. */
export function noteTitle({ kind, name }: AsideNote): string {
  return name === null ? t(`aside_kind_${kind}`) : t('aside_named', t(`aside_kind_${kind}`), name);
}

export function noteDate({ at }: AsideNote): string {
  return t('aside_since', dateTimeWib(new Date(at).toISOString(), locale()));
}

/** What a person knows a member as; its own name for those that no form shows. */
export function memberLabel(member: string): string {
  const [, ofProduct = ''] = /^(?:form|input)\.(.*)$/.exec(member) ?? [];
  const word = LABELS[ofProduct];
  return word === undefined ? member : t(word);
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
