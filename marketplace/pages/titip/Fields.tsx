import type { ComponentChildren } from 'preact';
import type { Issue } from '#marketplace/validate.ts';
import type { View } from '#marketplace/web/view.ts';
import { titipIssue } from '#marketplace/words/index.ts';
import { type TitipField, titipFieldOf } from './form.ts';

/** All problems in one place that a screen reader and a thumb reach first; each line leads to its field. */
export function Problems({ view, issues }: { view: View; issues: Issue[] }) {
  if (issues.length === 0) return null;
  return (
    <div class="notice notice-bad" role="alert" id="masalah">
      <b>{view.t('titipProblems')}</b>
      <ul>
        {issues.map((issue) => {
          const field = titipFieldOf(issue);
          const text = titipIssue(view.locale, issue.code);
          return <li key={issue.path + issue.code}>{field ? <a href={`#isi-${field}`}>{text}</a> : text}</li>;
        })}
      </ul>
    </div>
  );
}

/** What an input has of its field. */
export interface Own {
  id: string;
  name: string;
  'aria-describedby'?: string;
  'aria-invalid'?: 'true';
}

interface At {
  view: View;
  issues: Issue[];
}

/** A field with its label, what to know about it, and what is wrong with it. */
export function Field(
  props: At & { name: TitipField; label: string; hint?: string; children: (own: Own) => ComponentChildren },
) {
  const { view, name, label, hint, children } = props;
  const issues = props.issues.filter((issue) => titipFieldOf(issue) === name);
  const isDescribed = hint !== undefined || issues.length > 0;
  const own: Own = {
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
          {issues.map(({ code }) => (
            <p class="error" key={code}>
              {titipIssue(view.locale, code)}
            </p>
          ))}
          {hint && <p class="hint">{hint}</p>}
        </div>
      )}
    </div>
  );
}

/** The maker's own yes. */
export function Consent({ view, village, checked, issues }: At & { village: string; checked: boolean }) {
  const isMissing = issues.some((issue) => titipFieldOf(issue) === 'consent');
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
          {...(isMissing && { 'aria-invalid': 'true', 'aria-describedby': 'ket-consent' })}
        />
        <span>{view.t('titipConsent', village)}</span>
      </label>
      {isMissing && (
        <p class="error" id="ket-consent">
          {titipIssue(view.locale, 'consent_missing')}
        </p>
      )}
    </div>
  );
}
