import { useEffect, useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { Button } from '#components/ui/Button.tsx';
import { Choice } from '#components/ui/Choice.tsx';
import { Field, FieldGroup } from '#components/ui/Field.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { type RecipeProducts, TABLE_KINDS, type TableKind } from '#contract';
import { t } from '#utils/i18n/t.ts';
import { guessWay } from '#utils/import/guessWay.ts';
import type { TableLook } from '#utils/model/ownTable.ts';
import { retryWhileWaking } from '#utils/runtime/retryWhileWaking.ts';
import type { Product } from './useShop.ts';
import { asAsked, type Place, placeOf, placesOf, ROLE_WORDS, rolesOf, withPlace } from './ways.ts';

interface Props {
  /** The site is not as it was shown. */
  isChanged: boolean;
  onRead: (products: Product[]) => void;
}

/** What the columns of the site's own table mean: guessed, and put right by the person before anything is read. */
export function TableColumns({ isChanged, onRead }: Props) {
  const { send } = useBackground();
  const [look, setLook] = useState<TableLook | null>(null);
  const [way, setWay] = useState<RecipeProducts | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isReading, setReading] = useState(false);
  const fail = (error: unknown) => setProblem(errorText(asAppError(error)));

  const begin = () => {
    setProblem(null);
    retryWhileWaking(() => send('table/look', {})).then((seen) => {
      setLook(seen);
      setWay(guessWay(seen));
    }, fail);
  };
  useEffect(begin, []);
  const read = async (said: RecipeProducts) => {
    setReading(true);
    setProblem(null);
    await retryWhileWaking(() => send('table/read', { way: asAsked(said) })).then(onRead, fail);
    setReading(false);
  };

  return (
    <>
      {isChanged && <Notice look="warn">{t('own_table_changed')}</Notice>}
      {problem !== null && (
        <Notice look="bad" actions={look === null && <Button onClick={begin}>{t('try_again')}</Button>}>
          {problem}
        </Notice>
      )}
      {look === null && problem === null && <p role="status">{t('own_table_looking')}</p>}
      {look !== null && way !== null && (
        <>
          <p class="soft">{t('own_table_hint')}</p>
          {look.fields.length === 0 && <Notice>{t('own_table_no_form')}</Notice>}
          <FieldGroup id="table-kind" label={t('own_table_kind')}>
            <Choice
              name="table-kind"
              options={TABLE_KINDS.map((kind) => ({ value: kind, label: t(`own_table_kind_${kind}`) }))}
              value={way.kind}
              onChange={(kind) => setWay({ ...way, kind: kind as TableKind })}
            />
          </FieldGroup>
          <Roles look={look} way={way} onWay={setWay} />
          <div class="table-read">
            <Button look="primary" busy={isReading} disabled={!hasName(way)} onClick={() => void read(way)}>
              {t('own_table_read')}
            </Button>
            {!hasName(way) && <p class="soft">{t('own_table_no_name')}</p>}
          </div>
        </>
      )}
    </>
  );
}

/** A list of products is one of names: a name that only a form tells would have every form opened. */
const hasName = ({ columns }: RecipeProducts): boolean => columns.some(({ role }) => role === 'name');

function Roles({ look, way, onWay }: { look: TableLook; way: RecipeProducts; onWay: (way: RecipeProducts) => void }) {
  const places = placesOf(look);
  return (
    <div class="table-roles">
      {rolesOf(way.kind).map((role) => {
        const place = placeOf(way, role);
        const sample = places.find(({ key }) => key === place)?.sample ?? '';
        return (
          <Field key={role} id={`table-${role}`} label={t(ROLE_WORDS[role])} hint={sample.slice(0, 80)}>
            {(control) => (
              <select
                {...control}
                value={place}
                onChange={(event) => onWay(withPlace(way, role, event.currentTarget.value))}
              >
                <option value="">{t('table_none')}</option>
                <Places label={t('own_table_columns')} places={places.filter(({ column }) => column !== null)} />
                {role !== 'name' && (
                  <Places label={t('own_table_fields')} places={places.filter(({ column }) => column === null)} />
                )}
              </select>
            )}
          </Field>
        );
      })}
    </div>
  );
}

function Places({ label, places }: { label: string; places: Place[] }) {
  if (places.length === 0) return null;
  return (
    <optgroup label={label}>
      {places.map(({ key, column, label: called, sample }) => (
        <option key={key} value={key}>
          {column === null
            ? t('own_table_field', called)
            : t('own_table_column', column, called === '' ? sample.slice(0, 30) : called)}
        </option>
      ))}
    </optgroup>
  );
}
