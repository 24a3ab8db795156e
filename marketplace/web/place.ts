import type { View } from './view.ts';

/** `Kec. Bobotsari, Kab. Purbalingga`: a district and its regency often share a name, so each says which it is. */
export function placeText(
  view: View,
  { district, regency }: { district: string | null; regency: string | null },
): string {
  const parts = [
    district && named(view, district, /^kec/i, view.words.districtOf),
    regency && named(view, regency, /^(kab|kota)/i, view.words.regencyOf),
  ];
  return parts.filter(Boolean).join(', ');
}

/** Some villages write the word themselves; it is not said twice. */
function named(view: View, name: string, already: RegExp, word: (name: string) => string): string {
  return already.test(name) && view.locale === 'id'
    ? name
    : word(name.replace(/^(kecamatan|kec\.|kabupaten|kab\.)\s+/i, ''));
}
