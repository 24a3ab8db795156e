import { useEffect, useMemo, useState } from 'preact/hooks';
import { FIELD_WORDS } from '#components/draft/QuickChips.tsx';
import { PanelFrame } from '#components/panelFrame/PanelFrame.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Check } from '#components/ui/Check.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { SCROLLS } from '#components/ui/scrolls.ts';
import type { WordKey } from '#utils/i18n/keys.ts';
import { t } from '#utils/i18n/t.ts';
import { toListingInput } from '#utils/listing/form.ts';
import { COLUMNS, type Column, guessColumns } from '#utils/listing/table/columns.ts';
import { productsOf } from '#utils/listing/table/products.ts';
import type { Output } from '#utils/messages.ts';
import { LIST_MAX } from '#utils/model/draft.ts';
import { blank } from './drafts.ts';
import type { Starting } from './ListView.tsx';
import { cellsOfFile, cellsOfText, TableError } from './readTable.ts';

/** Where a table comes from: a text that was pasted, or a file. */
export type TableSource = { text: string; separator: string } | { file: Blob };

interface Props {
  opened: Output<'panel/open'>;
  source: TableSource;
  onBack: () => void;
  onList: (starting: Starting) => void;
}

const LABELS: Record<Column, WordKey> = {
  ...FIELD_WORDS,
  none: 'table_none',
  pack: FIELD_WORDS.packAmount,
  photo: 'table_photo',
};
const ERRORS = {
  too_large: 'table_too_large',
  old_excel: 'table_old_excel',
  unreadable: 'table_unreadable',
  empty: 'table_empty',
} as const satisfies Record<TableError['code'], WordKey>;
/** Rows that are shown while the columns are corrected. */
const SHOWN = 8;

/** The columns of a pasted or dropped table: guessed, corrected above each column, and counted before anything is made. */
export function TableView({ opened, source, onBack, onList }: Props) {
  const [cells, setCells] = useState<string[][] | null>(null);
  const [problem, setProblem] = useState<WordKey | null>(null);
  const [columns, setColumns] = useState<Column[]>([]);
  const [hasHeader, setHasHeader] = useState(false);
  useEffect(() => {
    const reading = 'file' in source ? cellsOfFile(source.file) : cellsOfText(source.text, source.separator);
    reading.then(
      (rows) => {
        const guess = guessColumns(rows);
        setCells(rows);
        setColumns(guess.columns);
        setHasHeader(guess.hasHeader);
      },
      (error: unknown) => setProblem(error instanceof TableError ? ERRORS[error.code] : 'table_unreadable'),
    );
  }, [source]);

  const body = useMemo(() => cells?.slice(hasHeader ? 1 : 0) ?? [], [cells, hasHeader]);
  const products = useMemo(() => productsOf(body, columns), [body, columns]);
  const around = { siteUrl: opened.draft.siteUrl, defaults: opened.settings.defaults, now: Date.now() };
  const taken = products.slice(0, LIST_MAX);
  const make = () => {
    const drafts = taken.map(({ fields }) => {
      const draft = blank(around);
      return { ...draft, form: { ...draft.form, ...fields } };
    });
    const files = taken.flatMap(({ photo }, at) => (photo === null ? [] : [[photo, drafts[at]?.id ?? ''] as const]));
    onList({ drafts, photos: new Map(), fileNames: new Map(files) });
  };
  const complete = taken.filter(({ fields }) => isComplete({ ...blank(around).form, ...fields })).length;
  return (
    <PanelFrame
      title={t('table_title')}
      head={<Button onClick={onBack}>{t('list_back')}</Button>}
      foot={
        products.length > 0 && (
          <>
            <p class="table-count" role="status">
              {t('table_count', taken.length, complete)}
            </p>
            <Button look="primary" onClick={make}>
              {t('table_make', taken.length)}
            </Button>
          </>
        )
      }
    >
      <main class="list-body" {...SCROLLS}>
        {problem !== null && <Notice look="bad">{t(problem)}</Notice>}
        {cells === null && problem === null && <p role="status">{t('table_reading')}</p>}
        {cells !== null && (
          <>
            <p class="soft">{t('table_hint')}</p>
            {products.length === 0 && <Notice look="warn">{t('table_no_name')}</Notice>}
            {products.length > LIST_MAX && <Notice look="warn">{t('table_many', LIST_MAX, products.length)}</Notice>}
            <Check id="table-header" checked={hasHeader} onChange={setHasHeader} label={t('table_header')} />
            <div class="table-scroll" {...SCROLLS}>
              <table class="table-cells">
                <thead>
                  <tr>
                    {columns.map((column, at) => (
                      <th key={at} scope="col">
                        <select
                          aria-label={t('table_column', at + 1)}
                          value={column}
                          onChange={(event) => {
                            const chosen = event.currentTarget.value as Column;
                            // A meaning stands above one column only.
                            setColumns(
                              columns.map((now, index) => (index === at ? chosen : now === chosen ? 'none' : now)),
                            );
                          }}
                        >
                          {COLUMNS.map((one) => (
                            <option key={one} value={one}>
                              {t(LABELS[one])}
                            </option>
                          ))}
                        </select>
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {body.slice(0, SHOWN).map((row, index) => (
                    <tr key={index}>
                      {columns.map((column, at) => (
                        <td key={at} class={column === 'none' ? 'soft' : undefined}>
                          {row[at]}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            {body.length > SHOWN && <p class="soft">{t('table_more', body.length - SHOWN)}</p>}
          </>
        )}
      </main>
    </PanelFrame>
  );
}

/** Whether only a photo and the maker's consent are missing, which a table does not have. */
function isComplete(form: Parameters<typeof toListingInput>[0]): boolean {
  const read = toListingInput({ ...form, consent: true }, [{ hash: 'a'.repeat(64) }], {
    rev: 1,
    siteUrl: null,
    state: 'live',
  });
  return (
    !('issues' in read) || read.issues.every(({ path }) => path.startsWith('photos') || path.startsWith('producer'))
  );
}
