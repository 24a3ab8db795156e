import { encode, renderSVG } from 'uqr';
import { Button } from '#components/ui/Button.tsx';
import { saveText } from '#components/ui/saveText.ts';
import { t } from '#utils/i18n/t.ts';

interface Props {
  link: string;
  village: string;
  slug: string;
}

/** Reads well from a wall: a quarter of the squares may be damaged, and the border is as wide as readers want it. */
const LOOK = { ecc: 'Q', border: 4 } as const;

/** A link as a QR code on the page, and as a file for the printer. */
export function QrCode({ link, village, slug }: Props) {
  const { data, size } = encode(link, LOOK);
  const dots = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  const save = () => saveText(`${t('options_titip_qr_file')}-${slug}.svg`, renderSVG(link, LOOK), 'image/svg+xml');
  return (
    <div class="qr">
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={t('options_titip_qr_of', village)}
        shape-rendering="crispEdges"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={dots.join('')} fill="#000" />
      </svg>
      <Button onClick={save}>{t('options_titip_qr_save')}</Button>
    </div>
  );
}
