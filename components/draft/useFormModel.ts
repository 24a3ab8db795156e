import { useState } from 'preact/hooks';
import { useCode } from '#components/background/code.ts';
import { type FormModel, issueText } from '#components/form/model.ts';
import { t } from '#utils/i18n/t.ts';
import { byField, FORM_FIELDS, type FormField, fieldOf } from '#utils/listing/fields.ts';
import { pasted } from '#utils/listing/pasted.ts';
import { withoutOthersStory } from '#utils/listing/template.ts';
import { asPublished, withConsent } from '#utils/makers/consent.ts';
import type { Draft, DraftForm, FieldIssue } from '#utils/model/draft.ts';
import type { MakerView } from '#utils/model/maker.ts';
import { formRules } from './code.ts';
import type { DraftStore } from './draftStore.ts';

export interface Checked extends FormModel {
  /**
   * Shows every message, and answers the fields that are not right, in the order of the form; none before `formRules` are
   * here.
   */
  checkAll(): FormField[];
  /** Fields whose message is on screen. */
  shown: FormField[];
  /** Messages about what no field can correct, in words. */
  others: string[];
}

/**
 * The draft's form with its messages: those of our own rules once a field was left, those of the marketplace until the
 * field is changed.
 */
export function useFormModel(store: DraftStore, makers: readonly MakerView[]): Checked {
  const { draft } = store;
  useCode(formRules);
  const issuesOf = (of: Draft) => formRules.here?.issuesIn({ ...of, form: asPublished(of.form, makers) }) ?? [];
  const [looked, setLooked] = useState<ReadonlySet<FormField>>(new Set());
  const [changed, setChanged] = useState<ReadonlySet<FormField>>(new Set());
  const ours = byField(issuesOf(draft));
  const theirs = byField(draft.issues);
  const isLooked = (field: FormField) => looked.has(field) || (draft.prefilled?.fields.includes(field) ?? false);

  const code = (field: FormField) => theirs.get(field) ?? (isLooked(field) ? ours.get(field) : undefined);
  const error = (field: FormField) => {
    const found = code(field);
    if (found === undefined) return null;
    const said = draft.issues.find((issue) => issue.code === found && fieldOf(issue) === field)?.theirs;
    return said ? t('issue_changed_elsewhere_to', said) : issueText(found);
  };
  return {
    form: withConsent(draft.form, makers),
    set(field, value) {
      setChanged((all) => new Set(all).add(field));
      store.change((now) => guessed(withField(now, field, value), now, field));
      // A name that was there before the words that tell of goods were.
      if (formRules.here === null && field === 'name')
        void formRules.load().then(
          () => store.change((now) => guessed(now, { ...now, form: { ...now.form, name: '' } }, 'name')),
          () => undefined,
        );
    },
    left(field) {
      if (field === 'price')
        void formRules.load().then(
          ({ withUnitSaid }) => store.change((now) => withUnitSaid(now, withField)),
          () => undefined,
        );
      if (field === 'name') store.change(withoutOthersStory);
      store.flush();
      // A person who only passes through an empty field has made no mistake yet.
      const isEmpty = field !== 'photos' && !store.draft.form[field];
      if (!isEmpty || changed.has(field)) setLooked((all) => new Set(all).add(field));
    },
    error,
    checkAll() {
      setLooked(new Set(FORM_FIELDS));
      store.change(withoutOthersStory);
      const issues = byField(issuesOf(store.draft));
      return FORM_FIELDS.filter((field) => issues.has(field));
    },
    shown: FORM_FIELDS.filter((field) => code(field) !== undefined),
    others: draft.issues.filter((issue) => fieldOf(issue) === null).map((issue) => issueText(issue.code)),
  };
}

/**
 * The name tells the category, as long as nobody chose one: an empty one, or the one that the name before it told, follows
 * the name. It is shown in the form like any choice.
 */
function guessed(next: Draft, before: Draft, field: keyof DraftForm): Draft {
  if (field !== 'name' || next.baseRev > 0 || formRules.here === null) return next;
  const { categoryOf } = formRules.here;
  const { category } = next.form;
  const told = categoryOf(next.form.name);
  // One that came over from another product with its unit and maker was not chosen for this one.
  const isOthers = before.template?.form.name === undefined && category === before.template?.form.category;
  const isNobodys = category === '' || category === categoryOf(before.form.name) || isOthers;
  return isNobodys && told !== null ? withField(next, 'category', told) : next;
}

/**
 * Sets a field. From then on the field counts as the person's own: the marketplace's message about it is dropped, and
 * undoing the prefill does not empty it.
 */
export function withField<F extends keyof DraftForm>(draft: Draft, field: F, value: DraftForm[F]): Draft {
  const { prefilled } = draft;
  return {
    ...draft,
    form: { ...draft.form, [field]: typeof value === 'string' ? pasted(value) : value },
    issues: withoutField(draft.issues, field),
    prefilled: prefilled && { ...prefilled, fields: prefilled.fields.filter((filled) => filled !== field) },
  };
}

export function withoutField(issues: FieldIssue[], field: FormField): FieldIssue[] {
  return issues.filter((issue) => fieldOf(issue) !== field && fieldOf(issue) !== null);
}
