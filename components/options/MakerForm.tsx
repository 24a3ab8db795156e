import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { asAppError } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { Button } from '#components/ui/Button.tsx';
import { Check } from '#components/ui/Check.tsx';
import { Field } from '#components/ui/Field.tsx';
import { phoneText, readPhone } from '#contract/phone.ts';
import { holdsPhone } from '#contract/phonesInText.ts';
import { t } from '#utils/i18n/t.ts';
import type { MakerNames } from '#utils/model/maker.ts';

interface Props {
  /** Makes the ids of the controls unique on the page. */
  id: string;
  first: MakerNames;
  nameLabel: string;
  /** The tick that a new number needs; null where none is asked. */
  consent: string | null;
  save: (to: MakerNames, agreed: boolean) => Promise<unknown>;
  onDone: () => void;
  /** Said of what is typed, before it is saved. */
  about?: (to: MakerNames) => ComponentChildren;
}

type Problems = Partial<Record<'name' | 'phone' | 'consent' | 'all', string>>;

/** Name and number, with what is wrong with them at their fields; nothing is saved before the button. */
export function MakerForm({ id, first, nameLabel, consent, save, onDone, about }: Props) {
  const [name, setName] = useState(first.name);
  const [typed, setTyped] = useState(first.phone === '' ? '' : phoneText(first.phone));
  const [agreed, setAgreed] = useState(false);
  const [problems, setProblems] = useState<Problems>({});
  const phone = readPhone(typed);
  const asks = consent !== null && phone !== null && phone !== first.phone;
  const submit = (event: Event) => {
    event.preventDefault();
    const found: Problems = {
      ...(name.trim().length < 2 && { name: t('issue_producer_name_missing') }),
      ...(holdsPhone(name) && { name: t('options_maker_name_number') }),
      ...(phone === null && { phone: t('options_phone_malformed') }),
      ...(asks && !agreed && { consent: t('issue_consent_missing') }),
    };
    setProblems(found);
    const [wrong] = Object.keys(found);
    if (wrong !== undefined || phone === null) return document.getElementById(`${id}-${wrong}`)?.focus();
    save({ name, phone }, asks && agreed).then(onDone, (error) => setProblems({ all: errorText(asAppError(error)) }));
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <div class="pair">
        <Field id={`${id}-name`} label={nameLabel} error={problems.name}>
          {(control) => (
            <input {...control} value={name} maxLength={80} onInput={(e) => setName(e.currentTarget.value)} />
          )}
        </Field>
        <Field id={`${id}-phone`} label={t('options_maker_phone')} error={problems.phone}>
          {(control) => (
            <input
              {...control}
              type="tel"
              placeholder="0812…"
              value={typed}
              onInput={(e) => setTyped(e.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      {asks && (
        <Check id={`${id}-consent`} checked={agreed} onChange={setAgreed} label={consent} error={problems.consent} />
      )}
      {phone !== null && about?.({ name, phone })}
      {problems.all !== undefined && (
        <p class="bad" role="alert">
          {problems.all}
        </p>
      )}
      <div class="row wrap">
        <Button type="submit" look="primary">
          {t('options_maker_save')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
