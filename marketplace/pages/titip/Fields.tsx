import type { Issue } from '#marketplace/validate.ts';
import { formFields, type Own as OwnOf } from '#marketplace/web/formFields.tsx';
import { titipIssue } from '#marketplace/words/index.ts';
import { type TitipField, titipFieldOf } from './form.ts';

export type Own = OwnOf<TitipField>;

export const { Problems, Field, Consent } = formFields<TitipField, Issue>({
  fieldOf: titipFieldOf,
  issueText: (locale, { code }) => titipIssue(locale, code),
  words: { problems: 'titipProblems', consent: 'titipConsent' },
});
