import { beforeAll, describe, expect, test } from 'vitest';
import * as today from '#contract';
import { everyAnswer } from './answers/all.ts';
import type { Answer } from './answers/ask.ts';
import { RELEASES, type Release, releasedModule } from './checkout.ts';
import { frozenWire } from './frozen.ts';
import { type Contract, ROUTES, schemaOf } from './wireSchemas.ts';

/** Whatever a device must know the values of, to read an answer at all. */
function listsOf(of: Contract): Record<string, readonly string[]> {
  const { UNITS, AVAILABILITIES, CATEGORIES, INQUIRY_STATES, PROBLEM_CODES } = of;
  const { measure } = of.PackSize.shape;
  const { kind, by } = of.InquiryEvent.shape;
  return {
    ...{ UNITS, AVAILABILITIES, CATEGORIES, INQUIRY_STATES, PROBLEM_CODES },
    'measures of a pack': measure.options,
    'kinds of events': kind.options,
    'who did it': by.options,
    'states of a verification': of.Verification.shape.state.options,
    'states of a village': of.Village.shape.status.options,
    'states of a deal': of.Deal.shape.state.options,
    'kinds of live events': of.LiveEvent.shape.kind.options,
  };
}

let answers: Answer[];
beforeAll(async () => {
  answers = await everyAnswer();
}, 180_000);

/** What a contract does not read, each with the answer it is about. */
function unread(contract: Contract, of: Answer[]): string[] {
  return of.flatMap((answer) => {
    const error = schemaOf(contract, answer)?.safeParse(answer.body).error;
    return error ? [`${answer.route}, ${answer.about}: ${JSON.stringify(error.issues)}`] : [];
  });
}

test('the script that asks goes through every route, and meets success and refusal', () => {
  for (const route of ROUTES)
    expect(
      answers.some((answer) => answer.route === route && answer.status < 300),
      route,
    ).toBe(true);
  const refusals = answers.filter(({ status }) => status >= 400);
  expect(refusals.every(({ type }) => type === 'application/problem+json')).toBe(true);
});

describe.each(Object.keys(RELEASES) as Release[])('an extension of version %s', (release) => {
  let then: Contract;
  beforeAll(async () => {
    then = await releasedModule<Contract>(release, 'marketplace/contract/index.ts');
  });
  const frozen = frozenWire(release, 'answers') as Answer[];

  test('reads every answer of today’s server', () => {
    expect(unread(then, answers)).toEqual([]);
  });

  test('meets the same outcomes as on the server of its own time', () => {
    const outcome = ({ about, route, status, type, body }: Answer) => {
      const code = status >= 400 && typeof body === 'object' && body !== null && 'code' in body ? body.code : null;
      return [about, route, status, type, code];
    };
    const asked = frozen.filter(({ route }) => route !== 'any');
    const abouts = new Set(asked.map(({ about, route }) => `${route} ${about}`));
    const same = answers.filter(({ about, route }) => abouts.has(`${route} ${about}`));
    expect(same.map(outcome)).toEqual(asked.map(outcome));
  });

  test('finds every route it knows', () => {
    const { paths } = frozenWire(release, 'openapi') as { paths: Record<string, Record<string, unknown>> };
    const document = answers.find(({ route }) => route === 'GET /openapi.json')?.body as { paths: typeof paths };
    for (const [path, methods] of Object.entries(paths))
      expect(Object.keys(document.paths[path] ?? {}), path).toEqual(expect.arrayContaining(Object.keys(methods)));
  });

  test.each(Object.entries(listsOf(today)))(
    'knows every value of %s: a closed list never gets one more',
    (name, list) => {
      expect(list).toEqual(listsOf(then)[name]);
    },
  );

  test('spoke with a server whose every answer today’s extension reads', () => {
    expect(unread(then, frozen)).toEqual([]);
    expect(unread(today, frozen)).toEqual([]);
  });
});
