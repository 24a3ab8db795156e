import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import type { Inquiry, Terms } from '#contract';
import { rupiah, termsText } from '#contract/format.ts';
import { readPrice } from '#contract/price.ts';
import type { WordKeyOfOne } from '#utils/i18n/keys.ts';
import { locale, t } from '#utils/i18n/t.ts';
import {
  type CounterIssue,
  counterFields,
  counterIssue,
  counterText,
  lastCounter,
  openOffer,
} from '#utils/inquiries/counter.ts';

type BrokenRule = Exclude<CounterIssue, 'price_malformed' | 'quantity_malformed'>;
const RULES: Record<BrokenRule, WordKeyOfOne> = {
  offer_above_list_price: 'counter_above_list',
  offer_not_lower: 'counter_not_lower',
  below_offer: 'counter_below_offer',
};

interface Props {
  inquiry: Inquiry;
  /** Both fields as they are typed; who holds them keeps them over a closed popup. */
  text: string;
  onText: (text: string) => void;
  onSend: (terms: Terms) => void;
  onCancel: () => void;
}

/** Price and quantity of the village's counter; the bargaining rules are explained before anything is sent. */
export function CounterForm({ inquiry, text: both, onText, onSend, onCancel }: Props) {
  const { price, quantity } = counterFields(both);
  const [tried, setTried] = useState(false);
  const typed = { price: readRupiah(price), quantity: readQuantity(quantity) };
  const issue = counterIssue(inquiry, typed);
  const ready = issue === null && typed.price !== null && typed.quantity !== null;
  const text = issue === null ? null : issueText(issue, inquiry);
  const atQuantity = issue === 'quantity_malformed';

  const submit = (event: Event) => {
    event.preventDefault();
    if (ready) onSend({ price: typed.price ?? 0, quantity: typed.quantity ?? 0 });
    else setTried(true);
  };
  return (
    <form
      class="counter"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <div class="counter-fields">
        <Field id="counter-price" label={t('counter_price')} error={tried && !atQuantity ? text : null}>
          {(control) => (
            <input
              {...control}
              // biome-ignore lint/a11y/noAutofocus: the form was opened to type this price
              autoFocus
              inputMode="text"
              autocomplete="off"
              value={price}
              onFocus={(event) => event.currentTarget.select()}
              onInput={(event) => onText(counterText(event.currentTarget.value, quantity))}
              onBlur={() => setTried(true)}
            />
          )}
        </Field>
        <Field id="counter-quantity" label={t('counter_quantity')} error={tried && atQuantity ? text : null}>
          {(control) => (
            <input
              {...control}
              inputMode="numeric"
              autocomplete="off"
              value={quantity}
              onInput={(event) => onText(counterText(price, event.currentTarget.value))}
            />
          )}
        </Field>
      </div>
      <p class="counter-total" role="status">
        {ready && termsText({ price: typed.price ?? 0, quantity: typed.quantity ?? 0 }, inquiry.listing, locale())}
      </p>
      <div class="offer-actions">
        <Button type="submit" look="primary">
          {t('counter_send')} <kbd>Enter</kbd>
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

function readRupiah(typed: string): number | null {
  const reading = readPrice(typed);
  return reading.kind === 'price' ? reading.rupiah : null;
}

function readQuantity(typed: string): number | null {
  return /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : null;
}

/** The sentence for a broken rule, with the number that would be right. */
function issueText(issue: CounterIssue, inquiry: Inquiry): string {
  if (issue === 'price_malformed' || issue === 'quantity_malformed') return t(`counter_${issue}`);
  const value = {
    offer_above_list_price: inquiry.listing.price,
    offer_not_lower: lastCounter(inquiry)?.price ?? 0,
    below_offer: openOffer(inquiry)?.price ?? 0,
  }[issue];
  return t(RULES[issue], rupiah(value, locale()));
}
