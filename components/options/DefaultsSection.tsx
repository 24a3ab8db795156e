import { useQuery } from '#components/background/context.ts';
import { Check } from '#components/ui/Check.tsx';
import { Choices } from '#components/ui/Choices.tsx';
import { Field, FieldGroup } from '#components/ui/Field.tsx';
import { Section } from '#components/ui/Section.tsx';
import { CATEGORIES, CATEGORY_LABELS, UNIT_LABELS, UNITS } from '#contract';
import { EXCHANGES } from '#contract/choices.ts';
import { SHARED } from '#contract/i18n/shared.ts';
import { readPhone } from '#contract/phone.ts';
import { locale, t } from '#utils/i18n/t.ts';
import { exchangeKinds, toggled } from '#utils/listing/exchange.ts';
import type { Settings } from '#utils/model/site.ts';
import type { Patch } from './useSettings.ts';

interface Props {
  settings: Settings;
  patch: Patch;
}

/**
 * What a new product form is filled with. Every change is saved as it is typed. With several villages, each village has
 * its own defaults.
 */
export function DefaultsSection({ settings, patch }: Props) {
  const { value } = useQuery('village/list', {}, ['connection']);
  const isOneVillage = (value?.length ?? 0) < 2;
  return (
    <Section id="defaults" title={t('options_defaults')}>
      {isOneVillage ? <Fields settings={settings} patch={patch} /> : <p>{t('options_defaults_villages')}</p>}
      <Check
        id="remember"
        checked={settings.rememberDefaults}
        onChange={(rememberDefaults) => patch(() => ({ rememberDefaults }))}
        label={t('options_remember')}
      />
    </Section>
  );
}

function Fields({ settings, patch }: Props) {
  const { defaults } = settings;
  const set = (change: Partial<Settings['defaults']>) => patch((now) => ({ defaults: { ...now.defaults, ...change } }));
  const phoneProblem =
    defaults.producerPhone.trim() !== '' && readPhone(defaults.producerPhone) === null
      ? t('options_phone_malformed')
      : null;
  return (
    <>
      <p>{t('options_defaults_hint')}</p>
      <div class="pair">
        <Field id="producer-name" label={t('options_producer_name')}>
          {(control) => (
            <input
              {...control}
              defaultValue={defaults.producerName}
              maxLength={80}
              onChange={(e) => set({ producerName: e.currentTarget.value })}
            />
          )}
        </Field>
        <Field id="producer-phone" label={t('options_producer_phone')} error={phoneProblem}>
          {(control) => (
            <input
              {...control}
              type="tel"
              placeholder="0812…"
              defaultValue={defaults.producerPhone}
              onChange={(e) => set({ producerPhone: e.currentTarget.value })}
            />
          )}
        </Field>
        <Field id="unit" label={t('options_unit')}>
          {(control) => (
            <select {...control} value={defaults.unit} onChange={(e) => set({ unit: e.currentTarget.value })}>
              <option value="">{t('options_chosen_later')}</option>
              {UNITS.map((unit) => (
                <option key={unit} value={unit}>
                  {UNIT_LABELS[locale()][unit]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="category" label={t('options_category')}>
          {(control) => (
            <select {...control} value={defaults.category} onChange={(e) => set({ category: e.currentTarget.value })}>
              <option value="">{t('options_chosen_later')}</option>
              {CATEGORIES.map((category) => (
                <option key={category} value={category}>
                  {CATEGORY_LABELS[locale()][category]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <FieldGroup id="exchange" label={t('options_exchange')}>
        <Choices
          values={EXCHANGES}
          chosen={exchangeKinds(defaults.exchange)}
          label={(kind) => SHARED[locale()](`exchange_${kind}`)}
          onToggle={(kind) => set({ exchange: toggled(defaults.exchange, kind) })}
        />
      </FieldGroup>
      <Field id="terms" label={t('options_terms')} hint={t('options_terms_hint')}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={500}
            defaultValue={defaults.terms}
            onChange={(e) => set({ terms: e.currentTarget.value })}
          />
        )}
      </Field>
    </>
  );
}
