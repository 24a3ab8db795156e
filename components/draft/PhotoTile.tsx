import { t } from '#utils/i18n/t.ts';

export type TileKey = 'left' | 'right' | 'turn' | 'remove';

const KEYS: Record<string, TileKey> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  r: 'turn',
  Delete: 'remove',
  Backspace: 'remove',
};

interface Props {
  src: string | null;
  index: number;
  isChosen: boolean;
  onChoose: () => void;
  /** A key on the chosen photo: arrows move it, R turns it, Delete takes it out. */
  onKey: (key: TileKey) => unknown;
  /** A photo from place `from` was dropped on this one. */
  onDropped: (from: number) => void;
}

/**
 * A data type of our own, so that a picture dragged in from a folder is not taken for a photo that changes its place.
 */
const PLACE = 'application/x-dodolan-photo';

/** One photo: a press chooses it, and dragging it onto another photo moves it there. */
export function PhotoTile({ src, index, isChosen, onChoose, onKey, onDropped }: Props) {
  const name = index === 0 ? t('panel_photo_first') : t('panel_photo_nth', index + 1);
  return (
    // Firefox does not drag buttons, so the list item around the button is draggable.
    <li
      draggable
      onDragStart={(event) => event.dataTransfer?.setData(PLACE, String(index))}
      onDragOver={(event) => {
        if (event.dataTransfer?.types.includes(PLACE)) event.preventDefault();
      }}
      onDrop={(event) => {
        const from = event.dataTransfer?.getData(PLACE) ?? '';
        if (from === '') return;
        event.preventDefault();
        onDropped(Number(from));
      }}
    >
      <button
        type="button"
        class="photo-tile"
        aria-pressed={isChosen}
        aria-label={name}
        onClick={onChoose}
        onKeyDown={(event) => {
          const key = KEYS[event.key];
          if (!isChosen || key === undefined) return;
          event.preventDefault();
          onKey(key);
        }}
      >
        {src && <img src={src} alt="" draggable={false} />}
        {index === 0 && <span class="photo-main">{t('panel_photo_main')}</span>}
      </button>
    </li>
  );
}
