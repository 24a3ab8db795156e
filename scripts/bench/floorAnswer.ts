import * as z from 'zod/mini';
import { AskedSteps } from './statements.ts';

/** What the floor does for one address: asks the database the same, and sends the page as it once was. */
export const FloorAnswer = z.object({
  path: z.string(),
  steps: AskedSteps,
  headers: z.record(z.string(), z.string()),
  /** Before it is packed. */
  body: z.instanceof(Uint8Array),
  isPacked: z.boolean(),
});
export type FloorAnswer = z.infer<typeof FloorAnswer>;
