import * as z from 'zod/mini';
import { PhotoHash, type VillageProfile, VillageProfilePatch } from '#contract';
import { holdsPhone } from '#contract/phonesInText.ts';
import { type ReadPlace, readPlace } from '#contract/readPlace.ts';

/** What is typed of a village's profile, as it is kept until it is saved. */
const ProfileForm = z.object({
  about: z.string(),
  hours: z.string(),
  head: z.string(),
  place: z.string(),
  photo: z.nullable(PhotoHash),
});
export type ProfileForm = z.infer<typeof ProfileForm>;
export type ProfileField = keyof ProfileForm;

const TEXTS = ['about', 'hours', 'head'] as const;

/** `-7.30512, 109.3622`, as it may be pasted anywhere. */
export const placeWords = ({ lat, lng }: { lat: number; lng: number }): string => `${lat}, ${lng}`;

export function formOf({ about, hours, head, place, photo }: VillageProfile): ProfileForm {
  return {
    about: about ?? '',
    hours: hours ?? '',
    head: head ?? '',
    place: place === null ? '' : placeWords(place),
    photo,
  };
}

/** What is typed, and what was known when it was typed. */
const Typed = z.object({ form: ProfileForm, base: ProfileForm });

export const keptText = (form: ProfileForm, known: VillageProfile): string =>
  JSON.stringify({ form, base: formOf(known) } satisfies z.infer<typeof Typed>);

/**
 * What was typed before, over what is known now: a field that nobody has touched says what has become known meanwhile,
 * from the CMS or another device. Null for nothing, and for what another version has kept.
 */
export function readTyped(text: string, known: VillageProfile): ProfileForm | null {
  try {
    const { form, base } = Typed.parse(JSON.parse(text));
    const now = formOf(known);
    const touched = Object.entries(form).filter(([name, value]) => value !== base[name as ProfileField]);
    return { ...now, ...Object.fromEntries(touched) };
  } catch {
    return null;
  }
}

/** What is wrong with the form, by its fields: codes that have words. */
export function problemsOf(form: ProfileForm, place: ReadPlace): Partial<Record<ProfileField, string>> {
  const found: Partial<Record<ProfileField, string>> = {};
  for (const name of TEXTS) {
    const { error } = VillageProfilePatch.shape[name].safeParse(form[name]);
    const code = error?.issues[0]?.message ?? (holdsPhone(form[name]) ? 'text_holds_phone' : null);
    if (code !== null) found[name] = code.endsWith('_long') ? 'text_long' : code;
  }
  return { ...found, ...('problem' in place && { place: place.problem }) };
}

/** Only what differs from what is known: another device's newer words in other fields stay. */
export function patchOf(form: ProfileForm, known: VillageProfile): VillageProfilePatch {
  const before = formOf(known);
  const read = readPlace(form.place);
  const texts = TEXTS.filter((name) => form[name].trim() !== before[name].trim());
  return {
    ...Object.fromEntries(texts.map((name) => [name, form[name].trim() || null])),
    ...(form.photo !== before.photo && { photo: form.photo }),
    ...(form.place.trim() !== before.place && 'place' in read && { place: read.place }),
  };
}
