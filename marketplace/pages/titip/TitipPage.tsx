import { PHOTO_BYTES_MAX, UNIT_LABELS, UNITS } from '#contract';
import type { FormVillage } from '#marketplace/consignments/link.ts';
import { ProofFields } from '#marketplace/pages/AskForm.tsx';
import { Trap } from '#marketplace/pages/Trap.tsx';
import type { Issue } from '#marketplace/validate.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { placeText } from '#marketplace/web/place.ts';
import { link, type View } from '#marketplace/web/view.ts';
import { Consent, Field, Problems } from './Fields.tsx';
import type { TitipForm } from './form.ts';
import { Photos } from './Photos.tsx';

export interface TitipData {
  village: FormVillage;
  /** The form's own address, without a language. */
  path: string;
  form: TitipForm;
  issues: Issue[];
  /** The photos that are kept already, as little pictures in the page itself. */
  thumbnails: { hash: string; dataUrl: string }[];
  /** Whether the script that makes photos small before they are sent is named. */
  hasShrinker: boolean;
}

/** "Titip jual": one plain form. What was typed comes back with the messages at the fields, and so do the photos. */
export function renderTitip(view: View, data: TitipData): string {
  const { t } = view;
  const { village, form, issues } = data;
  const place = placeText(view, village);
  const at = { view, issues };
  return renderPage(
    view,
    { title: t('titipTitle', village.name), canonical: null, hideSearch: true },
    <section class="block narrow">
      <h1>{t('titipTitle', village.name)}</h1>
      {place !== '' && <p class="hint">{place}</p>}
      <p>{t('titipLead')}</p>
      <Problems view={view} issues={issues} />
      <form method="post" enctype="multipart/form-data" action={`${link(view, data.path)}#isi`} class="stack card pad">
        <input type="hidden" name="id" value={form.id} />
        {form.proof && <ProofFields proof={form.proof} sending={t('sending')} />}
        <Field {...at} name="name" label={t('titipName')} hint={t('titipNameHint')}>
          {(own) => <input {...own} maxLength={80} autocomplete="off" value={form.name} />}
        </Field>
        <div class="pair">
          <Field {...at} name="price" label={t('titipPrice')} hint={t('titipPriceHint')}>
            {(own) => <input {...own} inputMode="text" maxLength={30} autocomplete="off" value={form.price} />}
          </Field>
          <Field {...at} name="unit" label={t('titipUnit')}>
            {(own) => (
              <select {...own}>
                <option value="">{t('titipUnitNone')}</option>
                {UNITS.map((unit) => (
                  <option key={unit} value={unit} selected={form.unit === unit}>
                    {UNIT_LABELS[view.locale][unit]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <Field {...at} name="unitWord" label={t('titipUnitWord')}>
          {(own) => <input {...own} maxLength={20} autocomplete="off" placeholder="ekor" value={form.unitWord} />}
        </Field>
        <Field {...at} name="description" label={t('titipDescription')} hint={t('titipDescriptionHint')}>
          {(own) => <textarea {...own} rows={3} maxLength={1000} value={form.description} />}
        </Field>
        <Field {...at} name="producer" label={t('titipMaker')}>
          {(own) => <input {...own} maxLength={80} autocomplete="name" value={form.producer} />}
        </Field>
        <Field {...at} name="phone" label={t('titipPhone')} hint={t('titipPhoneHint')}>
          {(own) => <input {...own} type="tel" maxLength={24} autocomplete="tel" value={form.phone} />}
        </Field>
        <Trap view={view} />
        {/* The photos come last in what is sent, so that nothing typed waits behind a large one. */}
        <Field {...at} name="photos" label={t('titipPhotos')} hint={t('titipPhotosHint')}>
          {(own) => <Photos view={view} own={own} thumbnails={data.thumbnails} most={PHOTO_BYTES_MAX} />}
        </Field>
        <Consent {...at} village={village.name} checked={form.consent} />
        <button class="btn btn-primary btn-large" type="submit">
          {t('titipSend', village.name)}
        </button>
        {data.hasShrinker && <script src="/titip.js" defer />}
      </form>
    </section>,
  );
}
