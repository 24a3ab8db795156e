import sharp from 'sharp';

/** Small drawings of the starter products, so that the practice marketplace needs nobody's photographs. */
const DRAWINGS = {
  'gula-kelapa': `<g transform="translate(640 560)">${[
    [-250, 60, '#8a4b1f'],
    [40, 90, '#7a3f18'],
    [-110, -90, '#9b5a2a'],
  ]
    .map(
      ([x, y, c]) =>
        `<g transform="translate(${x} ${y})"><path d="M-150 60 Q-160 -70 0 -80 Q160 -70 150 60 Q150 130 0 140 Q-150 130 -150 60Z" fill="${c}"/><ellipse cy="-20" rx="118" ry="46" fill="#c98a4e" opacity=".55"/></g>`,
    )
    .join('')}</g>`,
  'gula-semut': `<g transform="translate(640 520)"><path d="M-190 -230h380l40 470q0 40 -40 40h-380q-40 0 -40 -40z" fill="#d9b27a"/><path d="M-190 -230h380l8 90h-396z" fill="#b98546"/><rect x="-130" y="-60" width="260" height="220" rx="24" fill="#fff6e3"/><circle cy="20" r="56" fill="#8a4b1f"/><path d="M-80 118h160" stroke="#8a4b1f" stroke-width="18" stroke-linecap="round"/></g>`,
  nanas: `<g transform="translate(640 600)"><path d="M0 -120C-60 -300 -150 -330 -190 -420 -90 -380 -60 -340 -40 -280 -50 -380 -20 -440 0 -500 20 -440 50 -380 40 -280 60 -340 90 -380 190 -420 150 -330 60 -300 0 -120Z" fill="#3c7a3a"/><ellipse cy="90" rx="190" ry="250" fill="#e2a52b"/>${Array.from({ length: 9 }, (_, i) => `<path d="M${-190 + i * 48} -100 l-120 400M${-190 + i * 48} -100 l120 400" stroke="#b87715" stroke-width="8" clip-path="url(#n)"/>`).join('')}<clipPath id="n"><ellipse cy="90" rx="186" ry="246"/></clipPath></g>`,
  kopi: `<g transform="translate(640 560)"><ellipse cy="210" rx="330" ry="60" fill="#00000022"/><path d="M-250 -140h500q0 340 -250 350q-250 -10 -250 -350z" fill="#f7efe2"/><path d="M240 -80q150 -10 130 110q-20 110 -180 100" fill="none" stroke="#f7efe2" stroke-width="46"/><ellipse cy="-140" rx="250" ry="62" fill="#e8dcc8"/><ellipse cy="-134" rx="216" ry="48" fill="#4a2a17"/><path d="M-70 -240q-50 -60 0 -120t0 -120M70 -240q-50 -60 0 -120t0 -120" fill="none" stroke="#ffffff99" stroke-width="18" stroke-linecap="round"/></g>`,
  batik: `<defs><pattern id="b" width="160" height="160" patternUnits="userSpaceOnUse"><rect width="160" height="160" fill="#33231a"/><path d="M80 8Q150 80 80 152Q10 80 80 8Z" fill="none" stroke="#d9a662" stroke-width="9"/><circle cx="80" cy="80" r="22" fill="#8d3b1f"/><circle r="20" fill="#d9a662"/><circle cx="160" r="20" fill="#d9a662"/><circle cy="160" r="20" fill="#d9a662"/><circle cx="160" cy="160" r="20" fill="#d9a662"/></pattern></defs><path d="M250 190h780v760q-195 70 -390 0t-390 0z" fill="url(#b)"/><path d="M250 190h780v60h-780z" fill="#00000033"/>`,
  'sapu-glagah': `<g transform="translate(640 120) rotate(8)"><rect x="-16" y="0" width="32" height="470" rx="14" fill="#b07a3f"/><path d="M-60 430h120l150 440q-210 70 -420 0z" fill="#d8bd80"/>${Array.from({ length: 13 }, (_, i) => `<path d="M${-54 + i * 9} 450 L${-190 + i * 32} 880" stroke="#a98a4a" stroke-width="7"/>`).join('')}<rect x="-72" y="420" width="144" height="56" rx="14" fill="#8d3b1f"/></g>`,
  madu: `<g transform="translate(640 540)"><rect x="-120" y="-330" width="240" height="90" rx="20" fill="#3c2a1c"/><path d="M-150 -240h300q60 40 60 120v320q0 60 -60 60h-300q-60 0 -60 -60v-320q0 -80 60 -120z" fill="#e39a17"/><path d="M-180 -90q0 -60 40 -100" stroke="#ffe0a0" stroke-width="24" fill="none" stroke-linecap="round"/><rect x="-150" y="-60" width="300" height="200" rx="20" fill="#fff3d6"/><path d="M0 -20l52 30v60l-52 30 -52 -30v-60z" fill="#e39a17"/></g>`,
  keripik: `<g transform="translate(640 580)">${Array.from({ length: 14 }, (_, i) => `<g transform="rotate(${i * 47} 0 0) translate(${60 + (i % 5) * 44} ${(i % 3) * 30})"><ellipse rx="130" ry="96" fill="${i % 2 ? '#e6b04a' : '#d7982f'}" stroke="#b5781c" stroke-width="8"/></g>`).join('')}</g>`,
} as const;

export type PictureName = keyof typeof DRAWINGS;
export const PICTURE_NAMES = Object.keys(DRAWINGS) as PictureName[];

/**
 * A product picture as JPEG bytes, `size` px square. `tint` (any CSS colour) colours the cloth under the product, so
 * that one drawing makes several pictures with different hashes.
 */
export function picture(name: PictureName, tint = '#cfd8c2', size = 1280): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 1280 1280">
    <defs><radialGradient id="g" cx=".5" cy=".38" r=".85"><stop offset="0" stop-color="#ffffff"/><stop offset="1" stop-color="${tint}"/></radialGradient></defs>
    <rect width="1280" height="1280" fill="url(#g)"/><rect y="860" width="1280" height="420" fill="${tint}"/><rect y="860" width="1280" height="420" fill="#00000012"/>
    <g transform="translate(0 60)">${DRAWINGS[name]}</g></svg>`;
  // A marketplace in this process lets sharp read photographs only; these drawings are our own.
  sharp.unblock({ operation: ['VipsForeignLoadSvg'] });
  return sharp(Buffer.from(svg)).jpeg({ quality: 84 }).toBuffer();
}
