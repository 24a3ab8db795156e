import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { MINUTE } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Operator } from './account.ts';

/** As long (ms) as somebody may need to find the phone. */
const CHALLENGE_LIFE = 5 * MINUTE;
const KEYS_MOST = 10;

/** Only this needs it, and it is large. */
const webauthn = () => import('@simplewebauthn/server');

/** The name that passkeys are bound to; null where the market has none, because browsers know no passkey for a bare number. */
export function passkeyDomain({ baseUrl }: Pick<Deps['config'], 'baseUrl'>): string | null {
  const { hostname, protocol } = new URL(baseUrl);
  const isAddress = /^[\d.]+$|:/.test(hostname);
  return isAddress || (protocol !== 'https:' && hostname !== 'localhost') ? null : hostname;
}

const site = ({ config }: Deps) => {
  const domain = passkeyDomain(config);
  return domain === null ? null : { domain, origin: new URL(config.baseUrl).origin };
};

/** What a browser is to sign before it may come in; null where there are no passkeys. `browser` is its code. */
export async function askForPasskey(deps: Deps, browser: string) {
  const at = site(deps);
  if (at === null) return null;
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({
    rpID: at.domain,
    userVerification: 'required',
    timeout: CHALLENGE_LIFE,
  });
  await keepChallenge(deps, browser, options.challenge);
  return options;
}

/** Whose passkey has signed; null when it is nobody's, or did not make sure of the person. */
export async function operatorOfPasskey(
  deps: Deps,
  browser: string,
  response: AuthenticationResponseJSON,
): Promise<Operator | null> {
  const at = site(deps);
  const challenge = await takeChallenge(deps, browser);
  const key = await deps.db
    .selectFrom('operator_keys as k')
    .innerJoin('operators as o', 'o.id', 'k.operator_id')
    .select(['k.id as key', 'k.public_key', 'k.counter', 'o.id', 'o.name', 'o.role'])
    .where('k.id', '=', response.id)
    .where('o.ended_at', 'is', null)
    .executeTakeFirst();
  if (at === null || challenge === null || !key) return null;
  const { verifyAuthenticationResponse } = await webauthn();
  const result = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: at.origin,
    expectedRPID: at.domain,
    requireUserVerification: true,
    credential: { id: key.key, publicKey: new Uint8Array(key.public_key), counter: Number(key.counter) },
  }).catch(() => null);
  if (!result?.verified) return null;
  await deps.db
    .updateTable('operator_keys')
    .set({ counter: result.authenticationInfo.newCounter, used_at: deps.now() })
    .where('id', '=', key.key)
    .execute();
  return { id: key.id, name: key.name, role: key.role };
}

/** What a browser (here its session) is to make a new passkey of; null where there are none, or the account has as many as it may. */
export async function askForNewPasskey(deps: Deps, operator: Operator, browser: string) {
  const at = site(deps);
  const known = await passkeysOf(deps, operator.id);
  if (at === null || known.length >= KEYS_MOST) return null;
  const { generateRegistrationOptions } = await webauthn();
  const options = await generateRegistrationOptions({
    rpName: 'Dodolan',
    rpID: at.domain,
    userName: operator.name,
    userID: new TextEncoder().encode(operator.id),
    attestationType: 'none',
    timeout: CHALLENGE_LIFE,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map(({ id }) => ({ id })),
  });
  await keepChallenge(deps, browser, options.challenge);
  return options;
}

/** Keeps a passkey that a browser made; false when it is not what was asked for. */
export async function keepPasskey(
  deps: Deps,
  operator: Operator,
  browser: string,
  { response, name }: { response: RegistrationResponseJSON; name: string },
): Promise<boolean> {
  const at = site(deps);
  const challenge = await takeChallenge(deps, browser);
  if (at === null || challenge === null) return false;
  const { verifyRegistrationResponse } = await webauthn();
  const result = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: at.origin,
    expectedRPID: at.domain,
    requireUserVerification: true,
  }).catch(() => null);
  if (!result?.verified) return false;
  const { id, publicKey, counter } = result.registrationInfo.credential;
  const kept = await deps.db
    .insertInto('operator_keys')
    .values({
      id,
      operator_id: operator.id,
      public_key: publicKey,
      counter,
      name,
      created_at: deps.now(),
      used_at: null,
    })
    .onConflict((oc) => oc.doNothing())
    .returning('id')
    .executeTakeFirst();
  return kept !== undefined;
}

export interface Passkey {
  id: string;
  name: string;
  createdAt: Date;
  usedAt: Date | null;
}

export async function passkeysOf({ db }: Pick<Deps, 'db'>, operatorId: string): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('operator_keys')
    .select(['id', 'name', 'created_at', 'used_at'])
    .where('operator_id', '=', operatorId)
    .orderBy('created_at')
    .execute();
  return rows.map(({ id, name, created_at, used_at }) => ({ id, name, createdAt: created_at, usedAt: used_at }));
}

/** Removes one's own passkey; false when there is none with this id. */
export async function removePasskey({ db }: Pick<Deps, 'db'>, operatorId: string, id: string): Promise<boolean> {
  const removed = await db
    .deleteFrom('operator_keys')
    .where('operator_id', '=', operatorId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return removed !== undefined;
}

async function keepChallenge({ db, now }: Deps, browser: string, challenge: string): Promise<void> {
  const row = { browser, challenge, expires_at: new Date(now().getTime() + CHALLENGE_LIFE) };
  await db
    .insertInto('operator_challenges')
    .values(row)
    .onConflict((oc) => oc.column('browser').doUpdateSet(row))
    .execute();
}

/** Each challenge is good for one answer. */
async function takeChallenge({ db, now }: Deps, browser: string): Promise<string | null> {
  const row = await db
    .deleteFrom('operator_challenges')
    .where('browser', '=', browser)
    .returning(['challenge', 'expires_at'])
    .executeTakeFirst();
  return row && row.expires_at > now() ? row.challenge : null;
}
