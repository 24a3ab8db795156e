import { useEffect, useState } from 'preact/hooks';
import { useBackground, useQuery } from '#components/background/context.ts';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { saveText } from '#components/ui/saveText.ts';
import { t } from '#utils/i18n/t.ts';
import { isLike } from '#utils/makers/find.ts';
import { makerKey } from '#utils/makers/names.ts';
import type { KnownVillage } from '#utils/model/site.ts';
import { MakerRow } from './MakerRow.tsx';
import { makersCsv, makersJson } from './makersFile.ts';
import { VillageContact } from './VillageContact.tsx';

/** From this many makers on, one is looked for by name or number. */
const MANY = 8;

/** One village's makers, and its own name and number. What other devices were told of them is asked for once. */
export function MakerBook({ known, isAlone }: { known: KnownVillage; isAlone: boolean }) {
  const { key: village, connection } = known;
  const { send } = useBackground();
  const { value } = useQuery('maker/list', { village }, ['makers', 'listings', 'outbox', 'connection']);
  const [sought, setSought] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  useEffect(() => void send('maker/refresh', { village }).catch(() => undefined), [send, village]);
  if (value === null) return null;
  const contact = value.find(({ isVillage }) => isVillage) ?? null;
  const makers = value.filter(({ isVillage }) => !isVillage);
  const shown = makers.filter((maker) => isLike(maker, sought));
  const save = (type: 'csv' | 'json') => {
    const name = `${t('options_makers_file')}-${connection.village.slug}.${type}`;
    if (type === 'csv') saveText(name, makersCsv(value), 'text/csv');
    else saveText(name, makersJson(value), 'application/json');
  };
  return (
    <div class={isAlone ? 'stack' : 'village-block'}>
      {!isAlone && <h3>{connection.village.name}</h3>}
      <VillageContact village={village} name={connection.village.name} contact={contact} />
      {makers.length > MANY && (
        <Field id={`makers-sought-${village}`} label={t('options_makers_find')}>
          {(control) => (
            <input {...control} type="search" value={sought} onInput={(e) => setSought(e.currentTarget.value)} />
          )}
        </Field>
      )}
      {makers.length === 0 && <p class="soft">{t('options_makers_none')}</p>}
      {makers.length > 0 && shown.length === 0 && <p class="soft">{t('options_makers_not_found')}</p>}
      <ul class="rows">
        {shown.map((maker) => {
          const key = makerKey(maker);
          const isOpen = open === key;
          return (
            <MakerRow
              key={key}
              {...{ village, maker, contact, isOpen }}
              others={makers.filter((other) => other !== maker)}
              onToggle={() => setOpen(isOpen ? null : key)}
            />
          );
        })}
      </ul>
      {value.length > 0 && (
        <div class="row wrap">
          <Button onClick={() => save('csv')}>{t('options_makers_csv')}</Button>
          <Button onClick={() => save('json')}>{t('options_makers_json')}</Button>
        </div>
      )}
    </div>
  );
}
