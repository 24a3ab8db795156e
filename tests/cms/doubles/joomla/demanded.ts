import type { Ctx } from './web.ts';

/** Kinds of a field of the village's own, as com_fields draws a required one. */
export type Demand = 'text' | 'checkboxes' | 'user' | 'color';

const NAME = 'jform[com_fields][dusun]';
const ID = 'jform_com_fields_dusun';
const CONTROL: Record<Demand, string> = {
  text: `<input type="text" name="${NAME}" id="${ID}" value="" class="form-control required" required>`,
  checkboxes: `<fieldset id="${ID}" class="required checkboxes" required><legend class="visually-hidden">Dusun</legend>${['Karang', 'Lor'].map((name) => `<input type="checkbox" name="${NAME}[]" value="${name}"><label>${name}</label>`).join('')}</fieldset>`,
  user: `<joomla-field-user><input type="text" id="${ID}" class="field-user-input-name required" value="" required readonly><input type="hidden" id="${ID}_id" name="${NAME}" value="" class="field-user-input required"></joomla-field-user>`,
  // Without a default of the village's own it says "none", which its own rule refuses.
  color: `<input type="text" name="${NAME}" id="${ID}" value="none" placeholder="#rrggbb" class="form-control minicolors required" required data-format="hex" data-validate="color">`,
};

/** The field in the form, between others of the village's own that nobody must fill. */
export const demandedField = (kind: Demand | null): string =>
  kind === null
    ? ''
    : `<fieldset id="fieldset-fields-0" class="options-form"><legend>Fields</legend>
<div class="control-group"><div class="control-label"><label for="jform_com_fields_rt">RT</label></div><div class="controls"><input type="text" name="jform[com_fields][rt]" value=""></div></div>
<div class="control-group"><div class="control-label"><label id="${ID}-lbl" for="${ID}" class="required">
    Dusun<span class="star" aria-hidden="true">&nbsp;*</span></label></div><div class="controls">${CONTROL[kind]}</div></div></fieldset>`;

/** What Joomla says of a post without the field; null when there is nothing to say. */
export function demandOf(c: Ctx): string | null {
  const { fields } = c.get('form');
  const given = [NAME, `${NAME}[]`].flatMap((name) => fields.get(name) ?? []).filter((value) => value !== '');
  const { demands } = c.get('state').options;
  if (demands === 'color' && given.length > 0)
    return given.every((value) => /^#[0-9a-f]{6}$/i.test(value)) ? null : 'Invalid field: Dusun';
  return demands === null || given.length > 0 ? null : 'Field required: Dusun';
}
