import { useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { phoneText } from '#contract/phone.ts';
import { t } from '#utils/i18n/t.ts';
import type { MakerNames, MakerView } from '#utils/model/maker.ts';
import type { VillageKey } from '#utils/model/site.ts';

interface Props {
  village: VillageKey;
  who: MakerNames;
  others: readonly MakerView[];
  onDone: () => void;
}

/** The same person twice in the book: the products of both are then of the one that is chosen, who has agreed. */
export function MakerMerge({ village, who, others, onDone }: Props) {
  const { send } = useBackground();
  const [chosen, setChosen] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const into = others.filter(({ consent }) => consent === 'given');
  if (into.length === 0) return null;
  const other = into[Number(chosen)];
  const merge = () => {
    if (chosen === '' || other === undefined) return;
    const to = { name: other.name, phone: other.phone };
    send('maker/change', { village, who, to, agreed: false }).then(onDone, (error) =>
      setProblem(errorText(asAppError(error))),
    );
  };
  return (
    <Field
      id={`merge-${who.phone}`}
      label={t('options_maker_merge')}
      hint={chosen !== '' && other !== undefined && t('options_maker_merge_hint', who.name, other.name)}
      error={problem}
    >
      {(control) => (
        <div class="row wrap">
          <select {...control} value={chosen} onChange={(e) => setChosen(e.currentTarget.value)}>
            <option value="">{t('options_maker_merge_none')}</option>
            {into.map(({ name, phone }, index) => (
              <option key={`${phone} ${name}`} value={String(index)}>
                {name} {phoneText(phone)}
              </option>
            ))}
          </select>
          {chosen !== '' && <Button onClick={merge}>{t('options_maker_merge_do')}</Button>}
        </div>
      )}
    </Field>
  );
}
