import { cookie } from '#marketplace/console/cookies.ts';
import { sessionOf } from '#marketplace/console/page.ts';
import type { Operator } from '#marketplace/operators/account.ts';
import { record } from '#marketplace/operators/audit.ts';
import type { LinkWay } from '#marketplace/operators/links.ts';
import { beginSession, endSession } from '#marketplace/operators/sessions.ts';
import type { PageRequest } from '#marketplace/web/page.ts';

/** Lets an operator in, in place of whoever was in at this browser; answers the header that says so. */
export async function enter(request: PageRequest, operator: Operator, way: 'passkey' | LinkWay): Promise<string> {
  const { deps } = request;
  const before = await sessionOf(request);
  if (before !== null) await endSession(deps, before.tokenHash);
  const token = await beginSession(deps, operator.id);
  await record(deps, operator, { action: 'signed_in', detail: { way } });
  return cookie('session', deps.config, token);
}
