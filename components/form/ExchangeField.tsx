import type { ComponentChildren } from 'preact';
import { FieldGroup } from '#components/ui/Field.tsx';
import { EXCHANGES } from '#contract/choices.ts';
import { SHARED } from '#contract/i18n/shared.ts';
import { locale } from '#utils/i18n/t.ts';
import { exchangeKinds, toggled } from '#utils/listing/exchange.ts';

interface Props {
  id: string;
  label: ComponentChildren;
  /** As a form holds it; undefined while nobody has said. */
  value: string | undefined;
  onChange: (value: string) => void;
  error?: string | null;
}

/** How it is handed over and paid: one row of chips, of which several may be chosen. They are real check boxes. */
export function ExchangeField({ id, label, value, onChange, error }: Props) {
  const chosen = exchangeKinds(value);
  const words = SHARED[locale()];
  return (
    <FieldGroup id={id} label={label} error={error}>
      <div class="choice">
        {EXCHANGES.map((kind) => (
          <label key={kind} class="choice-option">
            <input type="checkbox" checked={chosen.includes(kind)} onChange={() => onChange(toggled(value, kind))} />
            <span>{words(`exchange_${kind}`)}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
