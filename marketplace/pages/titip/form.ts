import { CONSIGNMENT_PHOTOS_MAX, ConsignmentInput, Id, PhotoHash, UNITS, type Unit } from '#contract';
import { newId } from '#contract/newId.ts';
import { readPhone } from '#contract/phone.ts';
import { phoneIssues } from '#contract/phonesInText.ts';
import { isMoneyWord, pricePer, readPrice } from '#contract/price.ts';
import type { ProofOfWork } from '#marketplace/inquiries/proofOfWork/challenge.ts';
import { type Issue, issuesOf } from '#marketplace/validate.ts';

/** What stands in the fields of "Titip jual": exactly what was typed, so that an error throws nothing away. */
export interface TitipForm {
  /** An id that is made with the page, so that sending the form twice is sending it once. */
  id: string;
  name: string;
  price: string;
  unit: string;
  /** Her own word for it, where the list has none. */
  unitWord: string;
  description: string;
  producer: string;
  phone: string;
  consent: boolean;
  /** The photos that came with the form before, by their hashes. */
  photos: string[];
  proof: ProofOfWork | null;
}

export function emptyTitipForm(id = newId()): TitipForm {
  const nothing = { name: '', price: '', unit: '', unitWord: '', description: '', producer: '', phone: '' };
  return { id, ...nothing, consent: false, photos: [], proof: null };
}

export const TITIP_FIELDS = [
  'photos',
  'name',
  'price',
  'unit',
  'unitWord',
  'description',
  'producer',
  'phone',
  'consent',
] as const;
export type TitipField = (typeof TITIP_FIELDS)[number];

/** The field that an issue belongs to; null when it concerns the whole form. */
export function titipFieldOf({ path }: Issue): TitipField | null {
  const of: Record<string, TitipField> = {
    'producer.name': 'producer',
    'producer.phone': 'phone',
    'producer.consent': 'consent',
  };
  return of[path] ?? TITIP_FIELDS.find((field) => field === path.split('.')[0]) ?? null;
}

/** The form as it was typed. */
export function typedForm(fields: ReadonlyMap<string, string[]>): TitipForm {
  const field = (name: string) => (fields.get(name)?.[0] ?? '').replace(/\r\n?/g, '\n');
  const id = Id.safeParse(field('id'));
  const kept = (fields.get('kept') ?? []).filter((hash) => PhotoHash.safeParse(hash).success);
  const challenge = field('soal');
  return {
    id: id.success ? id.data : newId(),
    name: field('name'),
    price: field('price'),
    unit: field('unit'),
    unitWord: field('unitWord'),
    description: field('description'),
    producer: field('producer'),
    phone: field('phone'),
    consent: field('consent') !== '',
    photos: [...new Set(kept)].slice(0, CONSIGNMENT_PHOTOS_MAX),
    proof: challenge === '' ? null : { challenge, solution: field('jawaban') },
  };
}

/** What the form says, or what is wrong with it and at which field. */
export function readTitip(form: TitipForm): { input: ConsignmentInput | null; issues: Issue[] } {
  const said = pricePer(form.price);
  const price = readPrice(said?.price ?? form.price);
  const counted = unitOf(form, said?.per ?? '');
  const wrongPrice = { empty: 'price_missing', ask: 'price_ambiguous', unreadable: 'price_malformed', price: null };
  const code = wrongPrice[price.kind];
  const parsed = ConsignmentInput.safeParse(
    {
      name: form.name,
      // A price that cannot be read has its own words; any other stands in its place here.
      price: price.kind === 'price' ? price.rupiah : 1000,
      ...('unit' in counted ? counted : { unit: null }),
      description: form.description,
      photos: form.photos,
      producer: { name: form.producer, phone: readPhone(form.phone) ?? '', consent: form.consent },
    },
    { reportInput: true },
  );
  const issues = [
    ...(code === null ? [] : [{ path: 'price', code }]),
    ...('unit' in counted ? [] : [counted]),
    ...(parsed.success ? [] : issuesOf(parsed.error)),
    ...phoneIssues({ name: form.name, description: form.description, producer: { name: form.producer }, terms: '' }),
  ];
  return { input: parsed.success && issues.length === 0 ? parsed.data : null, issues };
}

/** How it is counted: as chosen, in her own word, or as the price says it; an issue where that is no unit, or two. */
function unitOf({ unit, unitWord }: TitipForm, per: string): { unit: string | null; unitWord?: string } | Issue {
  const word = unitWord.trim() || per;
  if (isMoneyWord(word)) return { path: unitWord.trim() === '' ? 'price' : 'unitWord', code: 'unit_word_money' };
  const known = UNITS.find((one): one is Unit => one === word.toLowerCase());
  const own = word === '' || known !== undefined ? {} : { unitWord: word };
  if (unit === '') return { unit: known ?? null, ...own };
  return word === '' || known === unit ? { unit } : { path: 'unit', code: 'unit_two' };
}
