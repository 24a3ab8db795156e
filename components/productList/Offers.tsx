import { useQuery } from '#components/background/context.ts';
import type { QuickLine } from '#components/draft/useQuickLine.ts';
import { Button } from '#components/ui/Button.tsx';
import { FileInput } from '#components/ui/FileInput.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { t } from '#utils/i18n/t.ts';
import type { ProductList } from '#utils/listing/line/split.ts';

interface FoundProps {
  quick: QuickLine;
  list: ProductList;
  onList: (list: ProductList) => void;
}

/** The line holds several products; nothing of them is in the form. */
export function ListFound({ quick, list, onList }: FoundProps) {
  return (
    <Notice
      actions={
        <>
          <Button look="primary" onClick={() => onList(list)}>
            {t('list_open_found')}
          </Button>
          <Button onClick={quick.asOne}>{t('list_as_one')}</Button>
        </>
      }
    >
      {t('list_found', list.products.length)}
    </Notice>
  );
}

/** The line holds the cells of a table. */
export function TableFound({ quick, onTable }: { quick: QuickLine; onTable: () => void }) {
  return (
    <Notice
      actions={
        <>
          <Button look="primary" onClick={onTable}>
            {t('table_open_found')}
          </Button>
          <Button onClick={quick.asOne}>{t('list_as_one')}</Button>
        </>
      }
    >
      {t('table_found')}
    </Notice>
  );
}

/** A list of this site that is not finished: some of its products are still being written. */
export function ListWaiting({ onList }: { onList: () => void }) {
  const list = useQuery('list/read', {}, ['drafts', 'listings']);
  const waiting = list.value?.rows.filter(({ draft }) => draft !== null).length ?? 0;
  if (waiting === 0) return null;
  return <Notice actions={<Button onClick={onList}>{t('list_open')}</Button>}>{t('list_waiting', waiting)}</Notice>;
}

interface ManyProps {
  count: number;
  onOne: () => void;
  onEach: () => void;
}

/** More photos than one product takes: they are several products, or the first ones are of one. */
export function ManyPhotos({ count, onOne, onEach }: ManyProps) {
  return (
    <Notice
      actions={
        <>
          <Button look="primary" onClick={onEach}>
            {t('list_photo_each', count)}
          </Button>
          <Button onClick={onOne}>{t('list_photo_one')}</Button>
        </>
      }
    >
      {t('list_photo_many', count)}
    </Notice>
  );
}

/** The way in for a spreadsheet's file or an exported chat, for who does not drop files. */
export function ListFile({ onFile }: { onFile: (file: File) => void }) {
  return (
    <label class="list-file">
      {t('list_file')}
      <FileInput accept=".csv,.xlsx,.zip" onFiles={([file]) => file !== undefined && onFile(file)} />
    </label>
  );
}
