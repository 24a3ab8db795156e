import { useEffect, useState } from 'preact/hooks';
import type { DraftStore } from '#components/draft/draftStore.ts';
import { withField } from '#components/draft/useFormModel.ts';
import { Check } from '#components/ui/Check.tsx';
import { Field } from '#components/ui/Field.tsx';
import { t } from '#utils/i18n/t.ts';
import { withConsent, withoutOthersTick } from '#utils/makers/consent.ts';
import type { MakerView } from '#utils/model/maker.ts';

type Shared = 'producerName' | 'producerPhone';

/**
 * The maker of the whole list: what is written here goes into every row that has nothing else, and one tick says that the
 * makers of all rows have agreed.
 */
export function SharedMaker({ stores, makers }: { stores: readonly DraftStore[]; makers: readonly MakerView[] }) {
  const [typed, setTyped] = useState<Record<Shared, string>>({ producerName: '', producerPhone: '' });
  useAll(stores);
  const isAgreed = stores.length > 0 && stores.every((store) => withConsent(store.draft.form, makers).consent);
  const write = (field: Shared, next: string) => {
    for (const store of stores) {
      const now = store.draft.form[field].trim();
      if (now === '' || now === typed[field].trim())
        store.change((draft) => withoutOthersTick(draft, withField(draft, field, next)));
    }
    setTyped((all) => ({ ...all, [field]: next }));
  };
  const field = (name: Shared, label: string, placeholder: string) => (
    <Field id={`list-all-${name}`} label={label}>
      {(control) => (
        <input
          {...control}
          type="text"
          autocomplete="off"
          placeholder={placeholder}
          value={typed[name]}
          onInput={(event) => write(name, event.currentTarget.value)}
        />
      )}
    </Field>
  );
  return (
    <section class="list-shared" aria-label={t('list_shared')}>
      <p class="soft">{t('list_shared')}</p>
      <div class="list-shared-fields">
        {field('producerName', t('panel_producer'), 'Bu Siti')}
        {field('producerPhone', t('panel_phone'), '0812-3456-7890')}
      </div>
      <Check
        id="list-all-consent"
        checked={isAgreed}
        onChange={(consent) => {
          for (const store of stores) store.change((draft) => withField(draft, 'consent', consent));
        }}
        label={t('list_consent')}
      />
    </section>
  );
}

/** Draws this part anew when any of the stores changes. */
function useAll(stores: readonly DraftStore[]): void {
  const [, redraw] = useState(0);
  useEffect(() => {
    const stops = stores.map((store) => store.subscribe(() => redraw((count) => count + 1)));
    return () => {
      for (const stop of stops) stop();
    };
  }, [stores.map(({ draft }) => draft.id).join()]);
}
