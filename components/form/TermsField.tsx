import { t } from '#utils/i18n/t.ts';
import type { FormModel } from './model.ts';
import { TextField } from './TextField.tsx';

const SUGGESTIONS = ['panel_terms_cod', 'panel_terms_pickup', 'panel_terms_courier', 'panel_terms_transfer'] as const;

/** How the product is handed over and paid, in the village's own words; the usual terms are one press each. */
export function TermsField({ model }: { model: FormModel }) {
  const { terms } = model.form;
  const unused = SUGGESTIONS.map((key) => t(key)).filter((text) => !terms.toLowerCase().includes(text.toLowerCase()));
  const add = (text: string) =>
    model.set('terms', terms.trim() === '' ? text : `${terms.trim().replace(/[,.]$/, '')}, ${text}`);
  return (
    <div class="stack-small">
      <TextField model={model} name="terms" label={t('panel_terms')} />
      {unused.length > 0 && (
        <div class="suggestions">
          {unused.map((text) => (
            <button key={text} type="button" class="suggestion" onClick={() => add(text)}>
              + {text}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
