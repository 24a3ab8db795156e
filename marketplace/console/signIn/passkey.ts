import { readFileSync } from 'node:fs';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import * as z from 'zod/mini';
import { line } from '#contract';
import { sessionOf } from '#marketplace/console/page.ts';
import { limitSender } from '#marketplace/http/limits.ts';
import { isForeignPost } from '#marketplace/http/sameOrigin.ts';
import { record } from '#marketplace/operators/audit.ts';
import { askForNewPasskey, askForPasskey, keepPasskey, operatorOfPasskey } from '#marketplace/operators/passkeys.ts';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import { Page, SHARED } from '#marketplace/web/respond.ts';
import { browserOf } from './browser.ts';
import { enter } from './enter.ts';

const TRIES = { name: 'operator-passkey', max: 60, seconds: 600 };

/** What a browser answers with; the library looks into it more closely. */
const Credential = z.looseObject({ id: z.string().check(z.maxLength(1400)), type: z.literal('public-key') });
const NewKey = z.object({ name: line('key_name', { min: 1, max: 40 }), response: Credential });

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'private, no-store', ...headers } });
const no = (status: number): Response => json({ ok: false }, status);

/** Another site's page gets nothing here, and nobody gets many tries. */
async function mayTry(request: PageRequest): Promise<boolean> {
  if (isForeignPost(request.c, request.deps.config)) return false;
  await limitSender(request.deps, TRIES, request.c);
  return true;
}

const bodyOf = async ({ c }: PageRequest): Promise<unknown> => c.req.json().catch(() => null);

export const passkeyAsked: PageHandler = async (request) => {
  if (!(await mayTry(request))) return no(403);
  const browser = browserOf(request);
  const options = await askForPasskey(request.deps, browser.code);
  if (options === null) return no(404);
  return json(options, 200, browser.setCookie === null ? {} : { 'set-cookie': browser.setCookie });
};

export const passkeySigned: PageHandler = async (request) => {
  if (!(await mayTry(request))) return no(403);
  const response = Credential.safeParse(await bodyOf(request));
  if (!response.success) return no(400);
  const signed = response.data as unknown as AuthenticationResponseJSON;
  const operator = await operatorOfPasskey(request.deps, browserOf(request).code, signed);
  if (operator === null) return no(401);
  return json({ ok: true }, 200, { 'set-cookie': await enter(request, operator, 'passkey') });
};

/** A new passkey opens the door for good, so that whoever adds one has proved a moment ago who they are. */
async function adding(request: PageRequest) {
  if (!(await mayTry(request))) return null;
  const session = await sessionOf(request);
  return session?.isFresh && request.c.req.header('izin') === session.formToken ? session : null;
}

export const newPasskeyAsked: PageHandler = async (request) => {
  const session = await adding(request);
  if (session === null) return no(403);
  const options = await askForNewPasskey(request.deps, session.operator, session.tokenHash);
  return options === null ? no(404) : json(options);
};

export const newPasskeyMade: PageHandler = async (request) => {
  const session = await adding(request);
  if (session === null) return no(403);
  const made = NewKey.safeParse(await bodyOf(request));
  if (!made.success) return no(400);
  const { deps } = request;
  const key = { name: made.data.name, response: made.data.response as unknown as RegistrationResponseJSON };
  if (!(await keepPasskey(deps, session.operator, session.tokenHash, key))) return no(422);
  await record(deps, session.operator, { action: 'key_added', subject: key.name });
  return json({ ok: true });
};

const script = (file: URL | string): PageHandler => {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  const headers = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': SHARED };
  return () => new Page(text, new Headers(headers), 200, true);
};

/** The library's own file for browsers, as its package ships it. */
export const webauthnScript = script(
  new URL('../dist/bundle/index.umd.min.js', import.meta.resolve('@simplewebauthn/browser')),
);
export const keyScript = script('./key.js');
