import { useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { AddressInput } from '#components/ui/AddressInput.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import type { Id } from '#contract';
import { t } from '#utils/i18n/t.ts';

/** Asks where the person put the card: the address of the article, as buyers open it. */
export function AddressField({ id }: { id: Id }) {
  const { send } = useBackground();
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    try {
      await send('linkback/record', { id, url: address });
      setProblem('');
    } catch (error) {
      setProblem(errorText(asAppError(error)));
    }
    setBusy(false);
  };
  return (
    <form class="address" onSubmit={(event) => void save(event)}>
      <Field id={`address-${id}`} label={t('address_label')} hint={t('address_hint')} error={problem}>
        {(props) => <AddressInput {...props} value={address} onText={setAddress} />}
      </Field>
      <Button type="submit" busy={busy}>
        {t('address_save')}
      </Button>
    </form>
  );
}
