import type { Context, Hono } from 'hono';
import type { ProblemCode } from '#contract';

export interface AppEnv {
  Variables: {
    requestId: string;
    /** Set by the error handler, for the log line. */
    problem?: ProblemCode;
    /** What `pages/send.ts` answered with, for whoever keeps it. */
    sent?: { response: Response; bytes: Uint8Array<ArrayBuffer> };
  };
}
export type App = Hono<AppEnv>;
export type AppContext = Context<AppEnv>;
