import type * as z from 'zod/mini';
import type { Deps } from '#marketplace/deps.ts';

/** Work that outlives a request. Handlers may run twice: each checks what is still to do. */
export interface JobDefinition<Data extends z.ZodMiniType = z.ZodMiniType> {
  name: string;
  /** The schema that a job's data must fit when it is read back: a stored row may be from another version. */
  data: Data;
  /** Five-field cron in WIB; a run by timetable gets `{}` as data. */
  cron?: string;
  /** Tries after the first one. */
  retries?: number;
  run(deps: Deps, data: z.output<Data>): Promise<void>;
}

/** Keeps the types of one definition together; the list itself is untyped data. */
export function defineJob<Data extends z.ZodMiniType>(job: JobDefinition<Data>): JobDefinition {
  return { ...job, run: (deps, data) => job.run(deps, job.data.parse(data)) } as JobDefinition;
}
