import { Button } from '#components/ui/Button.tsx';
import { number, rupiah } from '#contract/format.ts';
import { readPrice } from '#contract/price.ts';
import { locale, t } from '#utils/i18n/t.ts';

interface Props {
  typed: string;
  /** What the typed price means, in words; null while it means nothing yet. */
  understood: string | null;
  onChoose: (price: string) => void;
}

/** Says how a typed price was understood. When the price can mean two things, it asks, with one button for each. */
export function AskPrice({ typed, understood, onChoose }: Props) {
  const reading = readPrice(typed);
  if (reading.kind !== 'ask') return understood === null ? null : <output class="understood">{understood}</output>;
  return (
    <div class="ask">
      <span>{t('panel_price_ask', typed.trim())}</span>
      {reading.meanings.map((meaning) => (
        <Button key={meaning} onClick={() => onChoose(number(meaning, locale()))}>
          {rupiah(meaning, locale())}
        </Button>
      ))}
    </div>
  );
}
