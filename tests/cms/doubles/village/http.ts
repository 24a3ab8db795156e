import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Posted, parseBody, type Upload } from '#tests/cms/doubles/opensid/form.ts';

/** One request as a page of the site sees it. */
export interface Asked {
  method: string;
  url: URL;
  /** Below the site's own address; null when it lies outside. */
  path: string | null;
  header(name: string): string;
  cookie(name: string): string | undefined;
  posted: Posted;
  json: Record<string, unknown> | null;
  /** Cookies that go out with the answer. */
  cookies: string[];
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** What was sent, whether as a form or as JSON. */
export interface Sent {
  text(name: string): string;
  file(name: string): Upload | null;
}

export async function readRequest(request: IncomingMessage, base: string): Promise<Asked> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = Buffer.concat(parts);
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const header = (name: string) => String(request.headers[name] ?? '');
  const isJson = header('content-type').startsWith('application/json');
  const jar = new Map(
    header('cookie')
      .split(/;\s*/)
      .map((pair) => pair.split('=') as [string, string]),
  );
  const isInside = url.pathname === base || url.pathname.startsWith(`${base}/`);
  return {
    method: request.method ?? 'GET',
    url,
    path: isInside ? url.pathname.slice(base.length) || '/' : null,
    header,
    cookie: (name) => jar.get(name),
    posted: isJson ? { fields: new Map(), files: new Map() } : parseBody(body, header('content-type')),
    json: isJson ? readJson(body.toString()) : null,
    cookies: [],
  };
}

function readJson(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Each answer ends its connection: a browser sends a POST again by itself when a kept one breaks. */
export function sendAnswer(response: ServerResponse, { status, headers, body = '' }: Answer, { cookies }: Asked): void {
  response.shouldKeepAlive = false;
  for (const cookie of cookies) response.appendHeader('set-cookie', cookie);
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers });
  response.end(body);
}

export const redirect = (location: string): Answer => ({ status: 302, headers: { location } });

export const asJson = (value: unknown, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

/** Fields of a form, its files too. */
export const sentForm = ({ fields, files }: Posted): Sent => ({
  text: (name) => fields.get(name)?.[0] ?? '',
  file(name) {
    const found = files.get(name);
    // What a browser sends for an untouched input has no name.
    return found === undefined || found.name === '' ? null : found;
  },
});

/** Members of JSON; a number and a truth value are read as a form would send them. */
export const sentJson = (values: Record<string, unknown>): Sent => ({
  text(name) {
    const value = values[name] ?? '';
    return typeof value === 'boolean' ? (value ? '1' : '') : String(value);
  },
  file: () => null,
});
