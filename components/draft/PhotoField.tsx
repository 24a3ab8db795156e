import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useCode } from '#components/background/code.ts';
import { fieldId, issueText } from '#components/form/model.ts';
import { FieldGroup } from '#components/ui/Field.tsx';
import { FileInput } from '#components/ui/FileInput.tsx';
import { Undo } from '#components/ui/Undo.tsx';
import { PHOTOS_MAX } from '#contract';
import { t } from '#utils/i18n/t.ts';
import type { DraftPhoto } from '#utils/model/draft.ts';
import { PhotoError } from '#utils/photos/photoError.ts';
import { photoTools } from './code.ts';
import { PendingTile } from './PendingTile.tsx';
import { PhotoTile } from './PhotoTile.tsx';
import type { Photos } from './usePhotos.ts';

interface Props {
  photos: Photos;
  error: string | null;
  /** How many pictures were refused because the limit of photos was reached. */
  refused: number;
  onFiles: (files: readonly Blob[]) => void;
  /** Other ways to a photo, below the row. */
  more?: ComponentChildren;
}

/** The photos in the order in which buyers see them; the chosen one has its tools below the row. */
export function PhotoField({ photos, error, refused, onFiles, more }: Props) {
  const tools = useCode(photoTools);
  const [chosen, setChosen] = useState<string | null>(null);
  const [removed, setRemoved] = useState<{ photo: DraftPhoto; at: number } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isCropping, setCropping] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const at = photos.photos.findIndex(({ hash }) => hash === chosen);
  const photo = photos.photos[at];

  const move = (step: number) => {
    if (photo === undefined) return;
    photos.move(at, at + step);
    // In its new place the photo has another element, so the focus moves there with it.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus());
  };
  const remake = async (work: (photo: DraftPhoto) => Promise<string>) => {
    if (photo === undefined || isBusy) return;
    setBusy(true);
    await work(photo).then(
      (hash) => {
        setProblem(null);
        setChosen(hash);
        setCropping(false);
      },
      // The cut stays open: what was refused is drawn larger, or left.
      (error) => setProblem(error instanceof PhotoError ? error.code : 'photo_not_kept'),
    );
    setBusy(false);
  };
  const turn = () => remake(photos.turn);
  const remove = () => {
    if (photo === undefined) return;
    photos.remove(photo);
    setRemoved({ photo, at });
    setChosen(null);
  };

  const message =
    error ?? (problem === null ? null : issueText(problem)) ?? (refused > 0 ? issueText('photos_many') : null);
  return (
    <section class="form-part">
      <FieldGroup
        id={fieldId('photos')}
        label={t('panel_photos')}
        hint={t('panel_photos_hint')}
        error={message}
        class="photos"
      >
        <ul class="photo-grid" ref={list}>
          {photos.photos.map((item, index) => (
            <PhotoTile
              key={item.hash}
              src={photos.src(item)}
              index={index}
              isChosen={item.hash === chosen}
              onChoose={() => {
                setCropping(false);
                setChosen(item.hash === chosen ? null : item.hash);
              }}
              onKey={(key) => ({ left: () => move(-1), right: () => move(1), turn, remove })[key]()}
              onDropped={(from) => photos.move(from, index)}
            />
          ))}
          {photos.pending.map((item) => (
            <PendingTile key={item.key} item={item} onDrop={() => photos.drop(item.key)} />
          ))}
          {photos.photos.length + photos.pending.length < PHOTOS_MAX && (
            <li>
              <label class="photo-add">
                <FileInput accept="image/*" multiple onFiles={onFiles} />
                <span class="photo-plus" aria-hidden="true">
                  +
                </span>
                {t('panel_photos_add')}
              </label>
            </li>
          )}
          {photos.photos.length + photos.pending.length < PHOTOS_MAX && isTouch() && (
            <li>
              <label class="photo-add">
                <FileInput accept="image/*" capture="environment" onFiles={onFiles} />
                <span class="photo-plus" aria-hidden="true">
                  ◉
                </span>
                {t('panel_photos_camera')}
              </label>
            </li>
          )}
        </ul>
        {photo && isCropping && tools && (
          <tools.CropView
            key={photo.hash}
            src={photos.src(photo) ?? ''}
            isBusy={isBusy}
            onCrop={(part) => void remake((one) => photos.crop(one, part))}
            onCancel={() => {
              setCropping(false);
              setProblem(null);
            }}
          />
        )}
        {photo && !isCropping && tools && (
          <tools.PhotoTools
            at={at}
            count={photos.photos.length}
            isBusy={isBusy}
            onTurn={() => void turn()}
            onCrop={() => setCropping(true)}
            onUncrop={photo.whole === undefined ? null : () => setChosen(photos.uncrop(photo))}
            onMove={move}
            onRemove={remove}
          />
        )}
        {photos.photos.length < PHOTOS_MAX && more}
        {removed && (
          <Undo
            text={t('panel_photo_removed')}
            undoLabel={t('panel_undo')}
            onUndo={() => {
              photos.restore(removed.photo, removed.at);
              setRemoved(null);
            }}
            onGone={() => setRemoved(null)}
          />
        )}
      </FieldGroup>
    </section>
  );
}

/**
 * True on a phone or tablet, whose camera looks at the product. That of an office computer looks at the official, so nothing
 * is offered there, and no page is ever asked for its camera.
 */
const isTouch = (): boolean => matchMedia('(pointer: coarse)').matches;
