import { encode, renderSVG } from 'uqr';
import { Button } from '#components/ui/Button.tsx';
import { saveText } from '#components/ui/saveText.ts';
import { t } from '#utils/i18n/t.ts';

export interface Props {
  link: string;
  /** What the picture is, for whoever does not see it. */
  label: string;
  /** The name of the file for the printer, without its ending; a link that is not for a wall has none. */
  file?: string;
}

/** Reads well from a wall: a quarter of the squares may be damaged, and the border is as wide as readers want it. */
const LOOK = { ecc: 'Q', border: 4 } as const;

/** A link as a QR code on the page, and, where it is to be printed, as a file. */
export function QrCode({ link, label, file }: Props) {
  const { data, size } = encode(link, LOOK);
  const dots = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  const save = (name: string) => saveText(`${name}.svg`, renderSVG(link, LOOK), 'image/svg+xml');
  return (
    <div class="qr">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
        <rect width={size} height={size} fill="#fff" />
        <path d={dots.join('')} fill="#000" />
      </svg>
      {file !== undefined && <Button onClick={() => save(file)}>{t('options_titip_qr_save')}</Button>}
    </div>
  );
}
