import type { Context, Hono } from 'hono';
import type { ProblemCode } from '#contract';

export interface AppEnv {
  Variables: {
    requestId: string;
    /** The fields of the form that was sent, for pages that show what was typed once more. */
    typed?: URLSearchParams;
    /** Set by the error handler, for the log line. */
    problem?: ProblemCode;
    /** True for an answer to a form that wrote nothing, so that no kept page became old by it. */
    wroteNothing?: boolean;
    /** What `web/send.ts` answered with, for the shared cache to keep. */
    sent?: { response: Response; bytes: Uint8Array<ArrayBuffer> };
  };
}
export type App = Hono<AppEnv>;
export type AppContext = Context<AppEnv>;
