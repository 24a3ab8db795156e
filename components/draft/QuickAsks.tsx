import { Button } from '#components/ui/Button.tsx';
import { locale, t } from '#utils/i18n/t.ts';
import { isOfField, otherChoices, wordsOf } from '#utils/listing/line/asks.ts';
import type { Ask, QuickField } from '#utils/listing/line/index.ts';
import type { DraftForm } from '#utils/model/draft.ts';
import { FIRST_ASK_ID } from './focusAsk.ts';
import { meaning } from './QuickChips.tsx';
import type { QuickLine } from './useQuickLine.ts';

/** What the line leaves open, each with the choices to press. Nothing of it is in the form before somebody chose. */
export function QuickAsks({ quick, form }: { quick: QuickLine; form: DraftForm }) {
  if (quick.open.length === 0) return null;
  return (
    <ul class="quick-asks" aria-label={t('panel_quick_asked')}>
      {quick.open.map((ask, index) => {
        return (
          <li key={`${ask.field}:${ask.start}`} class="ask" id={index === 0 ? FIRST_ASK_ID : undefined}>
            <span>{question(ask, wordsOf(quick.text, ask))}</span>
            {[...ask.choices, ...otherChoices(quick.text, ask, form)].map((choice) => (
              <Button key={JSON.stringify(choice)} onClick={() => quick.answer(ask, choice)}>
                {label(choice)}
              </Button>
            ))}
            {!isOfField(ask) && (
              <Button look="quiet" onClick={() => quick.answer(ask, null)}>
                {t('panel_quick_skip')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function question(ask: Ask, words: string): string {
  if (ask.field === 'price') return t('panel_quick_ask_price');
  if (ask.field === 'producerPhone') return t('panel_quick_ask_phone');
  return t(ask.field === 'aside' ? 'panel_quick_ask_rest' : 'panel_quick_ask_number', words);
}

/** "Rp25.000 / kg", "Isi 12 biji", "Stok 12", "Tulis di keterangan". */
function label(choice: Partial<DraftForm>): string {
  const said = (field: QuickField) => meaning(field, choice, locale());
  if (choice.description !== undefined) return t('panel_quick_to_description');
  if (choice.price === undefined)
    return choice.stock === undefined
      ? `${t('panel_pack')} ${said('packAmount')}`
      : `${t('panel_stock_short')} ${said('stock')}`;
  const pack = choice.packAmount === undefined ? '' : ` ${said('packAmount')}`;
  return choice.unit === undefined ? said('price') : `${said('price')} / ${said('unit')}${pack}`;
}
