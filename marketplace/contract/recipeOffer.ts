import * as z from 'zod/mini';
import { Id } from './ids.ts';
import { NUMBERED } from './numbered.ts';
import { type Recipe, RecipeDeed, type RecipeField } from './recipe.ts';
import { FieldName, SitePath } from './recipeParts.ts';

/**
 * How one village's site saves an article, as an operator offers it to villages on the same software. It holds no category,
 * author or menu of that village and nobody's name: what was chosen there is asked of the next village (`asked`).
 */
export const RecipeOffer = z.object({
  id: Id,
  create: RecipeDeed,
  /** Controls in which the first village had chosen something that is its own. */
  asked: z.array(FieldName).check(z.maxLength(40)),
  lists: z.array(SitePath).check(z.minLength(1), z.maxLength(4)),
  /** The first village's site shows an address as words and never as a link; absent where links are shown. */
  mentions: z.optional(z.literal(true)),
});
export type RecipeOffer = z.infer<typeof RecipeOffer>;

/** How many offers for one form are handed out. */
export const OFFERS_MAX = 3;
export const RecipeOffers = z.object({ offers: z.array(RecipeOffer).check(z.maxLength(OFFERS_MAX)) });
export type RecipeOffers = z.infer<typeof RecipeOffers>;

/** SHA-256 as hex, by which a form is known again without saying where it stands. */
export const Fingerprint = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** What a site's form for a new article is known by: its page inside the site, and the controls in sight. */
export interface FormSeen {
  page: string;
  controls: readonly string[];
}

/** The fingerprint of a form, the same for every village on the same software. */
export async function fingerprintOf({ page, controls }: FormSeen): Promise<string> {
  const said = JSON.stringify([page, [...new Set(controls)].sort()]);
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(said));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A value that says the same on every site: on or off, public or draft. */
const SAME_EVERYWHERE =
  /^(?:|on|off|true|false|yes|no|ya|tidak|[yn]|publish(?:ed)?|publik|public|draft|draf|terbit|tayang|tampil(?:kan)?|aktif|active|nonaktif|inactive|show|hide)$/i;
/** Choices that are a village's own, whatever their value is. A number says nothing of itself, except in a status. */
const OWN = /kategori|categor|\bcat\b|cat_|_cat|menu|penulis|author|user|admin|tag|label|desa|dusun|nama/i;
const STATUS = /status|publi|terbit|tampil|aktif|active|enabled/i;

/**
 * Whether other villages may be given this. What they take is done in their own admin, so that it has to save a new article,
 * choose in the form's own controls alone, and say by its button nothing that a field or a choice says.
 */
function isForOthers(deed: RecipeDeed): boolean {
  const { way, method, action, press, fields, controls, chosen, members = [], upload } = deed;
  // Which button is pressed in sight is shown by each village itself.
  if (way === 'driven' || method !== 'POST' || NUMBERED.test(action)) return false;
  const named = new Set([...fields, ...chosen].map(({ name }) => name));
  if (press !== null && (named.has(press.name) || controls.includes(press.name))) return false;
  // A picture is sent where none is saved, and no field holds something else than what it is called.
  if (
    upload !== undefined &&
    (NUMBERED.test(upload.action) || upload.action === action || upload.into.some(({ name }) => named.has(name)))
  )
    return false;
  const own = new Set(way === 'json' ? members : controls);
  return chosen.every(({ name }) => own.has(name)) && (way !== 'json' || chosen.every(({ value }) => isJson(value)));
}

function isJson(value: string): boolean {
  try {
    return JSON.parse(value) !== undefined;
  } catch {
    return false;
  }
}

/** What of a village's own recipe may be offered to others; null where nothing may. */
export function offerOf(
  id: string,
  { create, lists, mentions }: Pick<Recipe, 'create' | 'lists' | 'mentions'>,
): RecipeOffer | null {
  const isKept = ({ name, value }: { name: string; value: string }) =>
    !OWN.test(name) && (SAME_EVERYWHERE.test(value) || (STATUS.test(name) && /^[01]$/.test(value)));
  const isPart = (name: string) => create.fields.some((field: RecipeField) => field.name === name);
  const asked = create.chosen.filter((choice) => !isKept(choice)).map(({ name }) => name);
  // What a script sends is asked of nobody: its members are no controls that a person could choose in.
  if (!isForOthers(create) || (create.way === 'json' && asked.length > 0)) return null;
  return RecipeOffer.parse({
    id,
    create: { ...create, chosen: create.chosen.filter((choice) => isKept(choice) && !asked.includes(choice.name)) },
    asked: [...new Set(asked)].filter((name) => !isPart(name)),
    lists: [...lists],
    ...(mentions && { mentions }),
  });
}

/** Whether an offer is one that this contract would make: what a marketplace says is looked at as everything else. */
export function isFairOffer({ id, create, asked, lists }: RecipeOffer): boolean {
  const again = offerOf(id, { create, lists });
  const isAskable = (name: string) =>
    create.controls.includes(name) && ![...create.fields, ...create.chosen].some((part) => part.name === name);
  return again !== null && again.asked.length === 0 && asked.every(isAskable);
}
