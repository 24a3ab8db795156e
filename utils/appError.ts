import type { FieldIssue } from './model/draft.ts';

/** An error with a stable code (a `ProblemCode`, or `offline`, `not_connected`, `bad_message` …) that the UI has words for. */
export class AppError extends Error {
  override name = 'AppError';
  constructor(
    readonly code: string,
    readonly issues: FieldIssue[] = [],
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(code);
  }
}
