import type { ComponentChildren, VNode } from 'preact';
import type { Locale } from '#contract';
import type { View } from './view.ts';

/** How one form's problems are known and said. */
interface FormKind<Field extends string, Issue> {
  fieldOf(issue: Issue): Field | null;
  issueText(locale: Locale, issue: Issue): string;
  /** The words above all problems, and beside the tick. */
  words: { problems: 'formProblems' | 'titipProblems'; consent: 'consent' | 'titipConsent' };
}

/** What an input has of its field. */
export interface Own<Field extends string> {
  id: string;
  name: Field;
  'aria-describedby'?: string;
  'aria-invalid'?: 'true';
}

/** A field with its label, what to know about it, and what is wrong with it. */
export type Field<Name extends string, Issue> = (props: {
  view: View;
  issues: Issue[];
  name: Name;
  label: string;
  hint?: string;
  children: (own: Own<Name>) => ComponentChildren;
}) => VNode;

/** The parts of a form that comes back with what is wrong in it: one list on top, and each sentence again at its field. */
export function formFields<Name extends string, Issue extends { path: string; code: string }>(
  kind: FormKind<Name, Issue>,
) {
  interface At {
    view: View;
    issues: Issue[];
  }

  /** All problems in one place that a screen reader and a thumb reach first; each line leads to its field. */
  function Problems({ view, issues }: At) {
    if (issues.length === 0) return null;
    return (
      <div class="notice notice-bad" role="alert" id="masalah">
        <b>{view.t(kind.words.problems)}</b>
        <ul>
          {issues.map((issue) => {
            const field = kind.fieldOf(issue);
            const text = kind.issueText(view.locale, issue);
            return <li key={issue.path + issue.code}>{field ? <a href={`#isi-${field}`}>{text}</a> : text}</li>;
          })}
        </ul>
      </div>
    );
  }

  /** A field with its label, what to know about it, and what is wrong with it. */
  function Field(
    props: At & { name: Name; label: string; hint?: string; children: (own: Own<Name>) => ComponentChildren },
  ) {
    const { view, name, label, hint, children } = props;
    const issues = props.issues.filter((issue) => kind.fieldOf(issue) === name);
    const isDescribed = Boolean(hint) || issues.length > 0;
    const own: Own<Name> = {
      id: `isi-${name}`,
      name,
      ...(isDescribed && { 'aria-describedby': `ket-${name}` }),
      ...(issues.length > 0 && { 'aria-invalid': 'true' }),
    };
    return (
      <div class="field">
        <label for={own.id}>{label}</label>
        {children(own)}
        {isDescribed && (
          <div id={`ket-${name}`}>
            {issues.map((issue) => (
              <p class="error" key={issue.code}>
                {kind.issueText(view.locale, issue)}
              </p>
            ))}
            {hint && <p class="hint">{hint}</p>}
          </div>
        )}
      </div>
    );
  }

  /** The person's own yes. */
  function Consent({ view, village, checked, issues }: At & { village: string; checked: boolean }) {
    const missing = issues.find((issue) => kind.fieldOf(issue) === 'consent');
    return (
      <div class="field">
        <label class="check" for="isi-consent">
          <input
            type="checkbox"
            id="isi-consent"
            name="consent"
            value="ya"
            checked={checked}
            required
            {...(missing && { 'aria-invalid': 'true', 'aria-describedby': 'ket-consent' })}
          />
          <span>{view.t(kind.words.consent, village)}</span>
        </label>
        {missing && (
          <p class="error" id="ket-consent">
            {kind.issueText(view.locale, missing)}
          </p>
        )}
      </div>
    );
  }

  return { Problems, Field, Consent };
}
