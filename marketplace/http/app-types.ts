import type { Context, Hono } from 'hono';
import type { ProblemCode } from '../contract/index.ts';

export interface AppEnv {
  Variables: {
    requestId: string;
    /** Set by the error handler, for the log line. */
    problem?: ProblemCode;
  };
}
export type App = Hono<AppEnv>;
export type AppContext = Context<AppEnv>;
