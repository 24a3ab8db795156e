interface Row {
  id: string;
  name: string;
  photos: number;
}

/**
 * Which product each photo belongs to: the one whose table row named its file, else one whose name stands in the file's name, else the next one without a photo, in
 * their order. Null for a photo that no product is left for.
 */
export function assignPhotos(
  rows: readonly Row[],
  fileNames: readonly string[],
  said: ReadonlyMap<string, string> = new Map(),
): (string | null)[] {
  const saidOf = new Map([...said].map(([name, id]) => [name.toLowerCase(), id]));
  const named = fileNames.map(
    (name) => saidOf.get(name.toLowerCase()) ?? rows.find((row) => isNamedAfter(name, row.name))?.id ?? null,
  );
  const taken = new Set(named);
  const free = rows.filter((row) => row.photos === 0 && !taken.has(row.id)).map(({ id }) => id);
  return named.map((id) => id ?? free.shift() ?? null);
}

/** "gula-semut 1.jpg" is of "Gula semut". A camera's own name ("IMG-20261126-WA0004.jpg") is nobody's. */
function isNamedAfter(fileName: string, product: string): boolean {
  const words = wordsOf(product);
  const file = wordsOf(fileName.replace(/\.[a-z0-9]{2,5}$/i, ''));
  return words.length > 0 && words.every((word) => file.includes(word));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
