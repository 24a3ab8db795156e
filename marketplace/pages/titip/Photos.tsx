import type { View } from '#marketplace/web/view.ts';
import type { Own } from './Fields.tsx';

interface Props {
  view: View;
  own: Own;
  thumbnails: { hash: string; dataUrl: string }[];
  /** The most bytes of a file; the script makes larger ones smaller. */
  most: number;
}

/** The choice of photos. Those that came with the form before are ticked: without its tick one is left out. */
export function Photos({ view, own, thumbnails, most }: Props) {
  const { t } = view;
  return (
    <>
      {thumbnails.length > 0 && (
        <fieldset class="kept-photos">
          <legend>{t('titipPhotosKept')}</legend>
          {thumbnails.map(({ hash, dataUrl }, at) => (
            <label class="check" key={hash}>
              <input type="checkbox" name="kept" value={hash} checked />
              <img src={dataUrl} alt={t('titipPhoto', String(at + 1))} width="96" height="96" />
            </label>
          ))}
        </fieldset>
      )}
      {/* Only these kinds are named, so that phones which keep photos in another kind convert them. */}
      <input
        {...own}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        multiple
        data-most={most}
        data-working={t('titipShrinking')}
      />
    </>
  );
}
