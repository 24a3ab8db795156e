import type { ProblemCode } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { problemStatus } from '#marketplace/problem.ts';
import type { App } from './appTypes.ts';
import { clientHas } from './etag.ts';
import type { Route } from './route.ts';
import { contractSchemas, fieldsOf, type JsonSchema, schemaRef } from './schemas.ts';

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** The problems of a route by status: its own, and those that every validated or signed-in route has. */
function problemAnswers(route: Route): JsonSchema {
  const codes = new Set<ProblemCode>([
    ...route.problems,
    ...(route.auth === 'device' ? (['unauthorized', 'village_blocked', 'too_many'] as const) : []),
    ...(route.params || route.query || route.body ? (['invalid'] as const) : []),
    ...(route.body ? (['malformed', 'too_large'] as const) : []),
  ]);
  const byStatus = Map.groupBy(codes, problemStatus);
  return Object.fromEntries(
    [...byStatus].map(([status, some]) => [String(status), { description: some.join(', '), content: PROBLEM }]),
  );
}

function operation(route: Route): JsonSchema {
  const inPath = route.params ? fieldsOf(route.params).map((field) => ({ in: 'path', ...field, required: true })) : [];
  const inQuery = route.query ? fieldsOf(route.query).map((field) => ({ in: 'query', ...field })) : [];
  const success = route.response
    ? { description: 'Done', content: { 'application/json': { schema: schemaRef(route.response) } } }
    : { description: 'Done', ...(route.rawResponse && { content: { [route.rawResponse]: {} } }) };
  const content = route.body
    ? { 'application/json': { schema: schemaRef(route.body) } }
    : route.rawBody && { [route.rawBody]: { schema: { type: 'string', format: 'binary' } } };
  return {
    summary: route.summary,
    parameters: [...inPath, ...inQuery],
    ...(content && { requestBody: { required: true, content } }),
    ...(route.auth === 'device' && { security: [{ deviceToken: [] }] }),
    responses: { [route.response || route.rawResponse ? '2XX' : '204']: success, ...problemAnswers(route) },
  };
}

/** The API as OpenAPI 3.1, drawn from the same route table and contract that serve it. */
export function openApiDocument(routes: Route[], baseUrl: string): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Dodolan', version: '1', license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: baseUrl }],
    paths,
    components: {
      schemas: contractSchemas(),
      securitySchemes: { deviceToken: { type: 'http', scheme: 'bearer' } },
    },
  };
}

export function mountOpenApi(app: App, deps: Deps, routes: Route[]): void {
  let text: string | null = null;
  app.get('/openapi.json', (c) => {
    text ??= JSON.stringify(openApiDocument(routes, deps.config.baseUrl));
    c.header('cache-control', 'public, max-age=300');
    c.header('content-type', 'application/json');
    return clientHas(c, text) ? c.body(null, 304) : c.body(text);
  });
}
