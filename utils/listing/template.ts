import type { Draft, DraftForm, Template } from '#utils/model/draft.ts';

type Some = Partial<DraftForm>;

/** The form filled from a template; what stood in its fields is kept, so that one press brings it back. */
export function withTemplate(draft: Draft, template: Template): Draft {
  const fields = Object.keys(template.form) as (keyof DraftForm)[];
  const before: Some = Object.fromEntries(fields.map((field) => [field, draft.form[field]]));
  return { ...draft, form: { ...draft.form, ...template.form }, template: { ...template, before } };
}

/** Takes back what a template wrote and nobody has changed since. */
export function withoutTemplate({ template, ...draft }: Draft): Draft {
  if (template === undefined) return draft;
  const back = (form: Some): Some => {
    const fields = Object.keys(template.form) as (keyof DraftForm)[];
    const own = fields.filter((field) => field in form && form[field] === template.form[field]);
    return { ...form, ...Object.fromEntries(own.map((field) => [field, template.before[field]])) };
  };
  const { line } = draft;
  return {
    ...draft,
    form: { ...draft.form, ...back(draft.form) },
    // What the line found in its fields was the template's: emptying the line must not bring that back.
    ...(line && { line: { ...line, fill: { ...line.fill, before: back(line.fill.before) } } }),
  };
}

/**
 * The draft without the story of goods that it no longer names: gula semut's words are no words for tempe. One that was
 * changed by hand, or stands under the goods' name with more to it, stays.
 */
export function withoutOthersStory(draft: Draft): Draft {
  const { name: usual, description: story } = draft.template?.form ?? {};
  if (usual === undefined || !story || draft.form.description !== story) return draft;
  const isOfIt = draft.form.name.trim() === '' || draft.form.name.toLowerCase().includes(usual.toLowerCase());
  const before = draft.template?.before.description ?? '';
  return isOfIt ? draft : { ...draft, form: { ...draft.form, description: before } };
}

/** The form without the lines of a template's text that ask something nobody has answered ("Bahan:"). */
export function withoutOpenLines(form: DraftForm, template: Draft['template']): DraftForm {
  const asked = new Set(template?.form.description?.split('\n').filter((line) => line.trimEnd().endsWith(':')));
  if (asked.size === 0) return form;
  const answered = form.description.split('\n').filter((line) => !asked.has(line.trimEnd()));
  return { ...form, description: answered.join('\n') };
}
