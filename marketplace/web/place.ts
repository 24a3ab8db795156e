import type { View } from './view.ts';

/** `Kec. Bobotsari, Kab. Purbalingga`: a district and its regency often share a name, so each says which it is. */
export function placeText(
  view: View,
  { district, regency }: { district: string | null; regency: string | null },
): string {
  const parts = [
    district && named(district, /^kec/i, (name) => view.t('districtOf', name)),
    regency && named(regency, /^(kab|kota)/i, (name) => view.t('regencyOf', name)),
  ];
  return parts.filter(Boolean).join(', ');
}

/** Some villages write the word themselves; in a language that says it as they do, it is not said twice. */
function named(name: string, already: RegExp, word: (name: string) => string): string {
  return already.test(name) && already.test(word(''))
    ? name
    : word(name.replace(/^(kecamatan|kec\.|kabupaten|kab\.)\s+/i, ''));
}
