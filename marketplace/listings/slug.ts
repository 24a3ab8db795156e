import { holdsPhone, maskPhones } from '#contract/phonesInText.ts';

/** Lower-case ASCII words joined by hyphens, at most `max` characters, cut at a word; '' when nothing is left. */
export function slugWords(text: string, max = 60): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word;
    if (longer.length > max) break;
    slug = longer;
  }
  return slug;
}

/**
 * `<name-words>-<id>`: the words are for people and may change; only the id identifies the listing. A telephone number in
 * the name is left out.
 */
export function listingSlug(name: string, id: string): string {
  const words = slugWords(maskPhones(name));
  return words ? `${words}-${id}` : id;
}

/**
 * The slug as anybody may see it: that of a name which holds a telephone number is made without the number, because
 * listings from before names were checked carry it in their address too.
 */
export function publicSlug({ id, name, slug }: { id: string; name: string; slug: string }): string {
  return holdsPhone(name) ? listingSlug(name, id) : slug;
}

/** The id in a slug, a bare id, or null. */
export function idOfSlug(idOrSlug: string): string | null {
  return /(?:^|-)([0-9a-z]{16})$/.exec(idOrSlug)?.[1] ?? null;
}
