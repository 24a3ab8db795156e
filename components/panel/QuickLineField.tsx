import { useCode } from '#components/background/code.ts';
import { lineReader } from '#components/draft/code.ts';
import type { QuickLine } from '#components/draft/useQuickLine.ts';
import { ListFile, ListFound, TableFound } from '#components/productList/Offers.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { t } from '#utils/i18n/t.ts';
import type { ProductList } from '#utils/listing/line/split.ts';
import type { DraftForm } from '#utils/model/draft.ts';
import type { TableSource } from './LazyList.tsx';

export const QUICK_ID = 'quick-line';

interface Props {
  quick: QuickLine;
  form: DraftForm;
  /** Opens the table of the products that the text holds. */
  onList: (list: ProductList) => void;
  /** Opens the columns of a table that was pasted. */
  onTable: (source: TableSource) => void;
  /** Enter moves on to the first field that is still missing. */
  onDone: () => void;
}

/** One line, or a pasted WhatsApp text, that fills the form; below it stands what was understood. */
export function QuickLineField({ quick, form, onList, onTable, onDone }: Props) {
  const reader = useCode(lineReader);
  const lines = Math.min(6, Math.max(1, quick.text.split('\n').length));
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    event.preventDefault();
    if (quick.separator !== null) onTable({ text: quick.text, separator: quick.separator });
    else if (quick.list === null) onDone();
    else onList(quick.list);
  };
  return (
    <section class="quick">
      <Field id={QUICK_ID} label={t('panel_quick')} hint={quick.text === '' ? t('panel_quick_hint') : null}>
        {(control) => (
          <textarea
            {...control}
            class="quick-input"
            rows={lines}
            placeholder={t('panel_quick_example')}
            value={quick.text}
            onInput={(event) => quick.write(event.currentTarget.value)}
            onKeyDown={key}
          />
        )}
      </Field>
      {quick.text === '' && <ListFile onFile={(file) => onTable({ file })} />}
      {quick.text.trim() !== '' && (
        <div class="quick-read">
          {quick.separator !== null && (
            <TableFound quick={quick} onTable={() => onTable({ text: quick.text, separator: quick.separator ?? '' })} />
          )}
          {quick.list !== null && <ListFound quick={quick} list={quick.list} onList={onList} />}
          {reader !== null && <reader.QuickChips text={quick.text} reading={quick.reading} />}
          {reader !== null && <reader.QuickAsks quick={quick} form={form} />}
          <Button look="quiet" onClick={quick.clear}>
            {t('panel_quick_undo')}
          </Button>
        </div>
      )}
    </section>
  );
}
