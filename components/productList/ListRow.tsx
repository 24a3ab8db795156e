import { useEffect, useState } from 'preact/hooks';
import type { DraftStore } from '#components/draft/draftStore.ts';
import { QuickAsks } from '#components/draft/QuickAsks.tsx';
import { useFormModel } from '#components/draft/useFormModel.ts';
import { type Photos, usePhotos } from '#components/draft/usePhotos.ts';
import { useQuickLine } from '#components/draft/useQuickLine.ts';
import { issueText } from '#components/form/model.ts';
import { Button } from '#components/ui/Button.tsx';
import { FileInput } from '#components/ui/FileInput.tsx';
import { t } from '#utils/i18n/t.ts';
import type { MakerView } from '#utils/model/maker.ts';
import { Cell, UnitCell } from './Cell.tsx';

/** What the table does with a row from outside: photos that were dropped on all of it, and the marks before publishing. */
export interface RowHandle {
  addPhotos(files: readonly Blob[]): void;
  idle(): Promise<void>;
  /** Marks what is missing; answers whether nothing is. */
  check(): boolean;
}

interface Props {
  index: number;
  store: DraftStore;
  makers: readonly MakerView[];
  marketplaceUrl: string | null;
  hold: (handle: RowHandle | null) => void;
  onForm: () => void;
  onLeave: () => void;
}

/** One product of the list: a photo and the cells that buyers need; the rest is in its form. */
export function ListRow({ index, store, makers, marketplaceUrl, hold, onForm, onLeave }: Props) {
  const [, redraw] = useState(0);
  useEffect(() => store.subscribe(() => redraw((count) => count + 1)), [store]);
  const model = useFormModel(store, makers);
  const photos = usePhotos(store, marketplaceUrl);
  const quick = useQuickLine(store);
  useEffect(() => {
    hold({
      addPhotos: (files) => void photos.add(files),
      idle: () => photos.idle(),
      check: () => model.checkAll().length === 0 && quick.open.length === 0,
    });
  });
  useEffect(() => () => hold(null), []);
  const at = (column: string) => `list-${column}-${index}`;
  const photoError = model.error('photos') ?? failedPhoto(photos);
  return (
    <li class="list-row">
      <PhotoCell photos={photos} id={at('photo')} error={photoError} name={model.form.name} />
      <Cell model={model} field="name" id={at('name')} label={t('panel_name')} />
      <Cell model={model} field="price" id={at('price')} label={t('panel_price')} placeholder="25rb" />
      <UnitCell model={model} id={at('unit')} />
      <Cell model={model} field="producerName" id={at('producerName')} label={t('panel_producer_short')} />
      <Cell model={model} field="producerPhone" id={at('producerPhone')} label={t('panel_phone_short')} />
      <div class="list-tools">
        <Button look="quiet" onClick={onForm} aria-label={t('list_form_of', model.form.name)}>
          {t('list_form')}
        </Button>
        <Button look="quiet" onClick={onLeave} aria-label={t('list_leave_of', model.form.name)}>
          {t('list_leave')}
        </Button>
      </div>
      <QuickAsks quick={quick} form={store.draft.form} />
      {(['category', 'consent', 'description', 'terms', 'stock'] as const).map((field) => {
        const error = model.error(field);
        return (
          error !== null && (
            <p key={field} class="error list-more">
              {error}
            </p>
          )
        );
      })}
    </li>
  );
}

const failedPhoto = ({ pending }: Photos): string | null => {
  const code = pending.find((one) => one.code !== null)?.code ?? null;
  return code === null ? null : issueText(code);
};

function PhotoCell({ photos, id, error, name }: { photos: Photos; id: string; error: string | null; name: string }) {
  const [first] = photos.photos;
  const src = first === undefined ? null : photos.src(first);
  const isBusy = photos.pending.some(({ code }) => code === null);
  return (
    <div class="list-photo">
      <label class="photo photo-small" for={id} title={t('panel_photos_add')}>
        {src !== null ? <img src={src} alt="" /> : <span aria-hidden="true">{isBusy ? '…' : '+'}</span>}
        <span class="visually-hidden">{t('list_photo_of', name)}</span>
      </label>
      <FileInput id={id} accept="image/*" multiple onFiles={(files) => photos.add(files)} />
      {photos.photos.length > 1 && <span class="soft">{photos.photos.length}</span>}
      <span class="error">{error}</span>
    </div>
  );
}
