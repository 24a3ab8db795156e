import type { FieldIssue } from '#utils/model/draft.ts';

/** What crosses the runtime border, both ways. No zod here: the content script sends too, and it has to stay tiny. */
export interface Question {
  name: string;
  input: unknown;
}

export type Answer =
  | { ok: true; value: unknown }
  | { ok: false; code: string; issues: FieldIssue[]; retryAfterSeconds: number | null };

/** True for `{ name: string, input }`, the one form in which we ask. */
export function isQuestion(value: unknown): value is Question {
  return (
    typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' && 'input' in value
  );
}

/** True for what `receive` answers. A missing answer (nobody listened) is not one. */
export function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}
