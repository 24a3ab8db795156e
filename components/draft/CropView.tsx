import { useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { t } from '#utils/i18n/t.ts';
import { type Crop, WHOLE } from '#utils/photos/crop.ts';
import { type Corner, moveCrop, pullCorner } from './cropBox.ts';

/** What is under the crop view would close as well, so Escape ends here. */
const leavesByEscape = (leave: () => void) => (root: HTMLElement | null) => {
  if (root === null) return;
  root.onkeydown = (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    leave();
  };
};

interface Props {
  src: string;
  isBusy: boolean;
  onCrop: (crop: Crop) => void;
  onCancel: () => void;
}

const CORNERS: readonly Corner[] = ['nw', 'ne', 'sw', 'se'];
const STEP = 0.02;
const KEYS: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** The chosen photo, large, with the part that stays: its corners are pulled, or moved with the arrow keys. */
export function CropView({ src, isBusy, onCrop, onCancel }: Props) {
  const [crop, setCrop] = useState<Crop>(WHOLE);
  const picture = useRef<HTMLImageElement>(null);
  /** Follows the pointer from here on, in fractions of the picture. */
  const follow = (event: PointerEvent, change: (from: Crop, x: number, y: number) => Crop) => {
    const box = picture.current?.getBoundingClientRect();
    const target = event.currentTarget;
    if (box === undefined || !(target instanceof HTMLElement)) return;
    event.preventDefault();
    event.stopPropagation();
    target.setPointerCapture(event.pointerId);
    const from = crop;
    const move = ({ clientX, clientY }: PointerEvent) =>
      setCrop(change(from, (clientX - event.clientX) / box.width, (clientY - event.clientY) / box.height));
    target.addEventListener('pointermove', move);
    const end = () => target.removeEventListener('pointermove', move);
    target.addEventListener('pointerup', end, { once: true });
    target.addEventListener('pointercancel', end, { once: true });
  };
  const percent = (part: number) => `${part * 100}%`;
  return (
    <div class="crop" ref={leavesByEscape(onCancel)}>
      <p class="soft">{t('panel_crop_hint')}</p>
      <div class="crop-picture">
        <img ref={picture} src={src} alt="" draggable={false} />
        <div
          class="crop-box"
          style={{
            left: percent(crop.left),
            top: percent(crop.top),
            width: percent(crop.width),
            height: percent(crop.height),
          }}
          onPointerDown={(event) => follow(event, moveCrop)}
        >
          {CORNERS.map((corner) => (
            <button
              key={corner}
              type="button"
              class={`crop-corner crop-${corner}`}
              aria-label={t(`panel_crop_${corner}`)}
              onPointerDown={(event) => follow(event, (from, x, y) => pullCorner(from, corner, x, y))}
              onKeyDown={(event) => {
                const step = KEYS[event.key];
                if (step === undefined) return;
                event.preventDefault();
                setCrop(pullCorner(crop, corner, ...step));
              }}
            />
          ))}
        </div>
      </div>
      <div class="photo-tools">
        <Button look="primary" busy={isBusy} onClick={() => onCrop(crop)}>
          {t('panel_crop_do')}
        </Button>
        <Button onClick={onCancel}>{t('panel_crop_cancel')}</Button>
      </div>
    </div>
  );
}
