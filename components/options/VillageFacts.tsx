import { useState } from 'preact/hooks';
import { asAppError, useBackground, useQuery } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { t } from '#utils/i18n/t.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { placeWords } from './profileForm.ts';

/**
 * What the open village site says of the village and the marketplace does not know yet; one press sends it to the
 * marketplace.
 */
export function VillageFacts({ village }: { village: VillageKey }) {
  const { send } = useBackground();
  const { value: facts } = useQuery('village/offered', { village }, ['connection', 'sites']);
  const [problem, setProblem] = useState<string | null>(null);
  if (facts === null) return null;
  const words = [
    facts.district,
    facts.regency,
    facts.code && t('options_facts_code', facts.code),
    facts.head && t('options_facts_head', facts.head),
    facts.place && t('options_facts_place', placeWords(facts.place)),
  ].filter(Boolean);
  const take = () =>
    send('village/tell', { village, facts }).catch((error: unknown) => setProblem(errorText(asAppError(error))));
  return (
    <Notice
      title={t('options_facts_title')}
      actions={
        <Button look="primary" onClick={() => void take()}>
          {t('options_facts_take')}
        </Button>
      }
    >
      {problem ?? words.join(' · ')}
    </Notice>
  );
}
