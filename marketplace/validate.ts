import type * as z from 'zod/mini';
import { ProblemError } from './problem.ts';

export interface Issue {
  path: string;
  code: string;
}

/**
 * The stable code of an issue. Our schemas carry it as their message; one of zod's own sentences is turned into a code.
 */
function issueCode(issue: z.core.$ZodIssue): string {
  if (/^[a-z][a-z0-9_]*$/.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'missing';
  return issue.code === 'invalid_value' ? 'value_unknown' : 'malformed';
}

export function issuesOf(error: z.core.$ZodError): Issue[] {
  return error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), code: issueCode(issue) }));
}

/** The value as the schema makes it, or a 422 `invalid` with `issues`. */
export function check<T extends z.ZodMiniType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (!parsed.success) throw new ProblemError('invalid', { issues: issuesOf(parsed.error) });
  return parsed.data;
}

/** Reads a JSON body; throws 400 `malformed` for anything else. The body limit was checked before. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new ProblemError('malformed', { detail: 'Send application/json.' });
  }
  try {
    return JSON.parse(await request.text());
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new ProblemError('malformed', { detail: 'This is not JSON.' });
    throw cause;
  }
}
