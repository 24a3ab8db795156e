import { AVAILABILITY_LABELS, type Availability, MEASURE_LABELS, type PackSize, type Unit } from '#contract';
import { number, rupiah, unitName } from '#contract/format.ts';

/** What the picture says. The village pages that show it are Indonesian, so its text is Indonesian too. */
export interface BadgeText {
  /** Large: the price, or what became of the listing. */
  headline: string;
  /** Small, after the headline: the unit. */
  unit: string;
  /** In the coloured corner. */
  label: string;
  colour: string;
}

const COLOURS: Record<Availability, string> = {
  ada: '#1b6e3c',
  terbatas: '#8a5a00',
  habis: '#6b6b6b',
  pesan: '#1d5c8f',
  musiman: '#7a4a10',
};
const GREY = '#6b6b6b';
const PRACTICE = { label: 'LATIHAN', colour: '#8a1c1c' };

export interface BadgeListing {
  price: number;
  unit: Unit;
  unitWord: string | null;
  packSize: PackSize | null;
  availability: Availability;
  state: 'live' | 'withdrawn';
  village?: { practice?: true | undefined };
}

/** The badge's text for a listing. A listing that nobody may see looks the same as one that never was. */
export function badgeText(listing: BadgeListing | null): BadgeText {
  if (!listing) return { headline: 'Produk desa', unit: '', label: 'Belum tayang', colour: GREY };
  if (listing.state === 'withdrawn') return { headline: 'Tidak dijual lagi', unit: '', label: 'Ditarik', colour: GREY };
  const { packSize } = listing;
  const size = packSize ? ` ${number(packSize.amount)} ${MEASURE_LABELS.id[packSize.measure]}` : '';
  return {
    headline: rupiah(listing.price),
    unit: `/ ${unitName(listing)}${size}`,
    // Who reads the article on the village's own site is told there too.
    ...(listing.village?.practice
      ? PRACTICE
      : { label: AVAILABILITY_LABELS.id[listing.availability], colour: COLOURS[listing.availability] }),
  };
}

/** Advance widths of a usual sans-serif, in em; browsers differ a little, so the text is also fitted by `textLength`. */
function width(text: string, size: number): number {
  let em = 0;
  for (const letter of text) em += /[ilj.,|/()' ]/.test(letter) ? 0.3 : /[mwMWR]/.test(letter) ? 0.85 : 0.57;
  return Math.ceil(em * size);
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** A picture without script, link or font file, 40 px high, that reads well on light and dark pages. */
export function drawBadge(text: BadgeText): string {
  const headline = width(text.headline, 18);
  const unit = width(text.unit, 13);
  const label = width(text.label, 13);
  const left = 12 + headline + (unit ? unit + 6 : 0) + 12;
  const total = left + label + 24;
  const alt = escaped([text.headline, text.unit, '·', text.label].filter(Boolean).join(' '));
  const font = "font-family='system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif'";
  const word = (x: number, size: number, length: number, value: string, style: string) =>
    value &&
    `<text x='${x}' y='26' font-size='${size}' textLength='${length}' lengthAdjust='spacingAndGlyphs' ${style}>${escaped(value)}</text>`;
  return [
    `<svg xmlns='http://www.w3.org/2000/svg' width='${total}' height='40' viewBox='0 0 ${total} 40' role='img' aria-label='${alt}' ${font}>`,
    `<title>${alt}</title>`,
    `<rect x='.5' y='.5' width='${total - 1}' height='39' rx='8' fill='#fff' stroke='#d5d0c6'/>`,
    `<path d='M${left} .5h${total - left - 8}a7.5 7.5 0 0 1 7.5 7.5v24a7.5 7.5 0 0 1-7.5 7.5h-${total - left - 8}z' fill='${text.colour}'/>`,
    word(12, 18, headline, text.headline, "font-weight='700' fill='#23201a'"),
    word(18 + headline, 13, unit, text.unit, "fill='#55504a'"),
    word(left + 12, 13, label, text.label, "font-weight='600' fill='#fff'"),
    '</svg>',
  ].join('');
}
