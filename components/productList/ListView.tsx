import { useRef, useState } from 'preact/hooks';
import { useIncoming } from '#components/draft/useIncoming.ts';
import { useMakers } from '#components/draft/useMakers.ts';
import { PanelFrame } from '#components/panelFrame/PanelFrame.tsx';
import { Button } from '#components/ui/Button.tsx';
import { FileInput } from '#components/ui/FileInput.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { SCROLLS } from '#components/ui/scrolls.ts';
import { t } from '#utils/i18n/t.ts';
import type { Output } from '#utils/messages.ts';
import type { Draft } from '#utils/model/draft.ts';
import { LIST_MAX } from '#utils/model/draft.ts';
import { assignPhotos } from './assignPhotos.ts';
import { ListBar } from './ListBar.tsx';
import { ListRow, type RowHandle } from './ListRow.tsx';
import { moveInColumn } from './moveInColumn.ts';
import { PublishedRow } from './PublishedRow.tsx';
import { SharedMaker } from './SharedMaker.tsx';
import { useProductList } from './useProductList.ts';

/** What a list starts with: new drafts, and the photos that belong to them by their ids. */
export interface Starting {
  drafts: readonly Draft[];
  photos: ReadonlyMap<string, readonly Blob[]>;
  /** Pictures that a table named, by their files' names: which draft each belongs to. */
  fileNames?: ReadonlyMap<string, string>;
}

interface Props {
  opened: Output<'panel/open'>;
  starting: Starting;
  onBack: () => void;
  onForm: (listingId: string) => void;
}

/** The review table: several products, their photo and most needed cells, published by one press. */
export function ListView({ opened, starting, onBack, onForm }: Props) {
  const list = useProductList(starting.drafts);
  const handles = useRef(new Map<string, RowHandle>());
  const waiting = useRef(new Map(starting.photos));
  const [left, setLeft] = useState(0);
  const rows = list.rows ?? [];
  const written = rows.flatMap((row) => (row.store === null ? [] : [{ id: row.id, store: row.store }]));
  const published = rows.flatMap((row) => (row.store === null ? [row] : []));

  const stores = written.map(({ store }) => store);
  const makers = useMakers(opened, stores);

  const addPhotos = (files: readonly File[]) => {
    const about = written.map(({ id, store }) => ({
      id,
      name: store.draft.form.name,
      photos: store.draft.photos.length,
    }));
    const to = assignPhotos(
      about,
      files.map(({ name }) => name),
      starting.fileNames,
    );
    for (const [index, file] of files.entries()) handles.current.get(to[index] ?? '')?.addPhotos([file]);
    setLeft(to.filter((id) => id === null).length);
  };
  const isOver = useIncoming((files) => addPhotos(files.filter((file): file is File => file instanceof File)));
  const hold = (id: string) => (handle: RowHandle | null) => {
    if (handle === null) {
      handles.current.delete(id);
      return;
    }
    handles.current.set(id, handle);
    const photos = waiting.current.get(id);
    waiting.current.delete(id);
    if (photos !== undefined) handle.addPhotos(photos);
  };

  /** Publishes every row in which nothing is missing; answers how many are not. */
  const publish = async (): Promise<number> => {
    await Promise.all([...handles.current.values()].map((handle) => handle.idle()));
    const ready = written.filter(({ id }) => handles.current.get(id)?.check() === true);
    if (ready.length > 0) await list.publish(ready.map(({ store }) => store.draft));
    if (ready.length < written.length) requestAnimationFrame(focusFirstWrong);
    return written.length - ready.length;
  };
  return (
    <PanelFrame
      title={t('list_title', rows.length)}
      head={<Button onClick={onBack}>{t('list_back')}</Button>}
      foot={
        <ListBar
          written={written.length}
          published={published.map(({ view }) => view)}
          publish={publish}
          onClear={() =>
            void list.leave(
              published.map(({ id }) => id),
              false,
            )
          }
        />
      }
    >
      <main class={`list-body${isOver ? ' drop-here' : ''}`} onKeyDown={moveInColumn} {...SCROLLS}>
        {list.problem !== null && <Notice look="bad">{list.problem}</Notice>}
        {list.leftOut > 0 && <Notice look="warn">{t('list_left_out', list.leftOut, LIST_MAX)}</Notice>}
        {left > 0 && <Notice look="warn">{t('list_photos_left', left)}</Notice>}
        {written.length > 0 && <p class="soft">{t('list_hint')}</p>}
        {written.length > 0 && <Photos onFiles={addPhotos} />}
        {written.length > 0 && <SharedMaker stores={stores} makers={makers} />}
        <ol class="list-rows">
          {written.map(({ id, store }, index) => (
            <ListRow
              key={id}
              index={index}
              store={store}
              makers={makers}
              marketplaceUrl={opened.village.connection?.marketplaceUrl ?? null}
              hold={hold(id)}
              onForm={() => onForm(id)}
              onLeave={() => void list.leave([id], true)}
            />
          ))}
        </ol>
        {published.length > 0 && (
          <ol class="list-rows" aria-label={t('list_published')}>
            {published.map(({ id, view }) => (
              <PublishedRow key={id} view={view} />
            ))}
          </ol>
        )}
        {list.rows?.length === 0 && <p>{t('list_empty')}</p>}
      </main>
    </PanelFrame>
  );
}

function Photos({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  return (
    <label class="btn list-photos">
      {t('list_photos')}
      <FileInput accept="image/*" multiple onFiles={onFiles} />
    </label>
  );
}

function focusFirstWrong(): void {
  const wrong = document.querySelector<HTMLElement>('.list-row [aria-invalid=true], .list-row .ask button');
  const first = wrong ?? document.querySelector<HTMLElement>('.list-row .error:not(:empty)');
  first?.focus();
  first?.scrollIntoView({ block: 'center' });
}
