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

/** `<name-words>-<id>`: the words are for people and may change; only the id identifies the listing. */
export function listingSlug(name: string, id: string): string {
  const words = slugWords(name);
  return words ? `${words}-${id}` : id;
}

/** The id in a slug, a bare id, or null. */
export function idOfSlug(idOrSlug: string): string | null {
  return /(?:^|-)([0-9a-z]{16})$/.exec(idOrSlug)?.[1] ?? null;
}
