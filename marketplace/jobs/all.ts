import type { JobDefinition } from './types.ts';

/** Every background job of the service; each noun adds its own here. */
export const allJobs: JobDefinition[] = [];
