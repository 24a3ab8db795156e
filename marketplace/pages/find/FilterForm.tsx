import { CATEGORY_LABELS } from '#contract';
import { CATEGORIES } from '#contract/choices.ts';
import { PERMIT_KINDS, PERMIT_NAMES } from '#contract/permits.ts';
import type { Place, Places } from '#marketplace/listings/service.ts';
import { langParam, type View } from '#marketplace/web/view.ts';
import { type Ask, membersOf, STOCKS } from './ask.ts';
import { counted, placeName, stockText, wordsOf } from './texts.ts';

interface Props {
  view: View;
  ask: Ask;
  places: Places;
  /** Nothing narrows the list yet, so the counts of the whole market are those of each choice. */
  isWhole: boolean;
}

/** Every filter as a plain form: it works without script, and its answer has an address to share. */
export function FilterForm({ view, ask, places, isWhole }: Props) {
  const { locale } = view;
  const t = wordsOf(view);
  const lang = langParam(locale);
  const kinds = CATEGORIES.filter((kind) => places.kinds.has(kind) || kind === ask.category);
  const kept = membersOf(ask).filter(([member]) => member === 'q' || member === 'urut');
  return (
    <form class="find-form" action="/cari">
      {kept.map(([member, value]) => (
        <input key={member} type="hidden" name={member} value={value} />
      ))}
      {lang !== null && <input type="hidden" name="lang" value={lang} />}
      {places.places.length > 0 && (
        <Choice name="di" label={t('place')} none={t('everywhere')}>
          <PlaceOptions view={view} ask={ask} places={places.places} isWhole={isWhole} />
        </Choice>
      )}
      <Choice name="jenis" label={t('kind')} none={t('everyKind')}>
        {kinds.map((kind) => (
          <option key={kind} value={kind} selected={kind === ask.category}>
            {counted(view, CATEGORY_LABELS[locale][kind], isWhole ? places.kinds.get(kind) : undefined)}
          </option>
        ))}
      </Choice>
      <Price view={view} name="min" label={t('priceFrom')} value={ask.priceMin} />
      <Price view={view} name="maks" label={t('priceTo')} value={ask.priceMax} />
      <Choice name="stok" label={t('stock')} none={t('anyStock')}>
        {STOCKS.map((stock) => (
          <option key={stock} value={stock} selected={stock === ask.stock}>
            {stockText(view, stock)}
          </option>
        ))}
      </Choice>
      <Choice name="izin" label={t('permit')} none={t('anyPermit')}>
        {PERMIT_KINDS.map((kind) => (
          <option key={kind} value={kind} selected={kind === ask.permit}>
            {PERMIT_NAMES[kind]}
          </option>
        ))}
      </Choice>
      <Yes name="unggulan" label={t('flagship')} isSet={ask.flagship} />
      <Yes name="resmi" label={t('verified')} isSet={ask.verified} />
      <button class="btn btn-primary" type="submit">
        {t('apply')}
      </button>
    </form>
  );
}

function Choice(props: { name: string; label: string; none: string; children: preact.ComponentChildren }) {
  return (
    <label class="find-field">
      <span>{props.label}</span>
      <select name={props.name}>
        <option value="">{props.none}</option>
        {props.children}
      </select>
    </label>
  );
}

/** Each regency is a group, which can also be chosen as a whole. */
function PlaceOptions({ view, ask, places, isWhole }: Omit<Props, 'places'> & { places: Place[] }) {
  const t = wordsOf(view);
  const groups = Map.groupBy(places, ({ key }) => key.split('.')[0] ?? '');
  const option = (place: Place, name: string) => (
    <option key={place.key} value={place.key} selected={place.key === ask.place?.key}>
      {counted(view, name, isWhole ? place.goods : undefined)}
    </option>
  );
  return [...groups].map(([key, [first, ...others]]) => {
    if (!first) return null;
    if (first.district !== null) return [first, ...others].map((place) => option(place, placeName(view, place)));
    return (
      <optgroup key={key} label={placeName(view, first)}>
        {option(first, t('allOf', placeName(view, first)))}
        {others.map((place) => option(place, placeName(view, place)))}
      </optgroup>
    );
  });
}

function Price({ view, name, label, value }: { view: View; name: string; label: string; value: number | null }) {
  return (
    <label class="find-field find-price">
      <span>{label}</span>
      <input
        name={name}
        value={value ?? ''}
        placeholder={wordsOf(view)('priceHint')}
        maxLength={20}
        autocomplete="off"
      />
    </label>
  );
}

function Yes({ name, label, isSet }: { name: string; label: string; isSet: boolean }) {
  return (
    <label class="check">
      <input type="checkbox" name={name} value="1" checked={isSet} />
      <span>{label}</span>
    </label>
  );
}
