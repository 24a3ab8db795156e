import type * as z from 'zod/mini';
import type { ProblemCode } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import type { Actor } from './actor.ts';
import type { AppContext } from './appTypes.ts';

type Schema = z.ZodMiniType;
type Out<S> = S extends Schema ? z.output<S> : undefined;

/** What is checked before a handler runs; `params` and `query` arrive as strings. */
interface Shape<P, Q, B> {
  method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  /** Hono's form, e.g. `/v1/listings/:id`. */
  path: string;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  /** The media types of a body that is not JSON, for the OpenAPI document; the handler reads the body itself. */
  rawBody?: string;
  /** Most bytes of the body and the code beyond it. Default 64 kB, `too_large`. */
  bodyLimit?: { bytes: number; code: ProblemCode };
  /** Schema of the JSON in a 2xx answer; null when the answer is 204 or a `rawResponse`. */
  response: Schema | null;
  /** The media type of an answer that is not JSON; the handler makes that answer. */
  rawResponse?: string;
  /** The problems that only this route has; `invalid`, `unauthorized` and the like are added by themselves. */
  problems: ProblemCode[];
}

export interface Input<P, Q, B> {
  deps: Deps;
  c: AppContext;
  params: Out<P>;
  query: Out<Q>;
  body: Out<B>;
}

type Answer<R> = Promise<(R extends Schema ? z.input<R> : null) | Response>;

export interface Route extends Shape<Schema | undefined, Schema | undefined, Schema | undefined> {
  auth: 'device' | 'none';
  handle(input: Input<Schema, Schema, Schema>, actor: Actor | null): Promise<unknown>;
}

type Generic = Schema | undefined;

/** A route that needs a device token: the handler gets the `actor`, whose village is the only one it may touch. */
export function villageRoute<
  const R extends Schema | null,
  P extends Generic = undefined,
  Q extends Generic = undefined,
  B extends Generic = undefined,
>(route: Shape<P, Q, B> & { response: R; handle(input: Input<P, Q, B> & { actor: Actor }): Answer<R> }): Route {
  return {
    ...route,
    auth: 'device',
    handle: (input, actor) => {
      if (actor === null) throw new Error('mounted without its device check');
      return route.handle({ ...(input as Input<P, Q, B>), actor });
    },
  } as Route;
}

/** A route for anybody. */
export function openRoute<
  const R extends Schema | null,
  P extends Generic = undefined,
  Q extends Generic = undefined,
  B extends Generic = undefined,
>(route: Shape<P, Q, B> & { response: R; handle(input: Input<P, Q, B>): Answer<R> }): Route {
  return { ...route, auth: 'none', handle: (input) => route.handle(input as Input<P, Q, B>) } as Route;
}
