import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import type { VillagePlace } from '#contract';
import type { ReadPlace } from '#contract/readPlace.ts';
import { locale, t } from '#utils/i18n/t.ts';
import { placeWords } from './profileForm.ts';

interface Props {
  id: string;
  typed: string;
  read: ReadPlace;
  error: string | null;
  onChange: (typed: string) => void;
}

/** Longer than any address of a map. */
const LONGEST = 1200;

/** Coordinates or a map's address; what was understood is said below, with a map to look at. */
export function PlaceField({ id, typed, read, error, onChange }: Props) {
  const maybe = 'problem' in read ? read.maybe : undefined;
  const understood = 'place' in read ? read.place : null;
  return (
    <>
      <Field
        id={id}
        label={t('options_profile_place')}
        hint={understood === null ? t('options_profile_place_hint') : <Understood place={understood} />}
        error={error}
      >
        {(control) => (
          <input
            {...control}
            autocomplete="off"
            spellcheck={false}
            maxLength={LONGEST}
            placeholder="-7.30512, 109.36220"
            value={typed}
            onInput={(event) => onChange(event.currentTarget.value)}
          />
        )}
      </Field>
      {maybe !== undefined && (
        <div class="row wrap" role="status">
          <span>
            {t('problem' in read && read.why === 'swapped' ? 'options_profile_swapped' : 'options_profile_minus')}{' '}
            <Understood place={maybe} />
          </span>
          <Button onClick={() => onChange(placeWords(maybe))}>{t('options_profile_maybe_yes')}</Button>
        </div>
      )}
    </>
  );
}

/** `7,30512° LS, 109,3622° BT`, and the same point on a map. */
function Understood({ place: { lat, lng } }: { place: VillagePlace }) {
  const number = (degrees: number) => Math.abs(degrees).toLocaleString(locale(), { maximumFractionDigits: 5 });
  const words = t(lat < 0 ? 'options_profile_south' : 'options_profile_north', number(lat), number(lng));
  const map = `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=16/${lat}/${lng}`;
  return (
    <>
      {words}{' '}
      <a href={map} target="_blank" rel="noreferrer">
        {t('options_profile_map')}
      </a>
    </>
  );
}
