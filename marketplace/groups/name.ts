import { namingTerms } from '#marketplace/listings/naming.ts';
import { slugWords } from '#marketplace/listings/slug.ts';
import { remember } from '#marketplace/search/kept.ts';

/** One product as many villages sell it: "Gula semut". Two names of the same goods have the same slug. */
export interface GroupName {
  slug: string;
  /** In lower case, as it stands inside a sentence. */
  label: string;
}

/** Longer is no name of goods, whatever somebody types. */
const SLUG_MAX = 60;
/** A label may be read as another phrase of the synonym table than the words it came from; it settles at once. */
const TURNS = 3;

/** The group that a product's name belongs to; null where the name says no goods. */
export const groupNameOf = remember((name): GroupName | null => {
  let label = labelOf(name);
  for (let turn = 0; turn < TURNS; turn++) label = labelOf(label);
  const slug = slugWords(label, SLUG_MAX);
  return slug === '' ? null : { slug, label };
});

/** The words that name the goods, by the word that stands for all of its synonyms. */
function labelOf(name: string): string {
  return namingTerms(name)
    .map(({ synonym, words }) => synonym?.replace(/^~/, '') ?? words.join(' '))
    .join(' ');
}

/** The group of an address; null for what is no name of goods. */
export function groupNameOfSlug(slug: string): GroupName | null {
  if (!/^[0-9a-z]+(?:-[0-9a-z]+)*$/.test(slug) || slug.length > SLUG_MAX) return null;
  return groupNameOf(slug.replaceAll('-', ' '));
}

/** "Gula semut", for a heading. */
export const titleOf = ({ label }: GroupName): string => label.charAt(0).toUpperCase() + label.slice(1);
