import { newId } from '#contract/newId.ts';
import { createApp } from '#marketplace/app.ts';
import { openPostgres } from '#marketplace/db/open.ts';
import { setVillageStatus } from '#marketplace/listings/visibility.ts';
import { createVillage } from '#marketplace/villages/create.ts';
import { createInvite } from '#marketplace/villages/invites.ts';
import { type Asker, createAsker } from './ask.ts';

const DAY = 86_400_000;

/** A device is claimed in every way it can be, and the village's own page is read and told. */
export async function askAboutVillage({ market, ask }: Asker): Promise<void> {
  const { deps, clock } = market;
  const bare = await createVillage(deps, { name: 'Desa Baru', sites: ['https://baru.desa.id'], status: 'waiting' });
  const { code } = await createInvite(deps, bare.id);
  const claim = (about: string, invite: string, id = newId()) =>
    ask(about, 'POST /v1/devices', { token: '', body: { invite, id, name: 'Laptop balai desa' } });
  const id = newId();
  await claim('a village that is not approved yet', code, id);
  const again = await claim('the same invite with the same device again', code, id);
  const { token } = again.body as { token: string };
  await claim('the same invite by another device', code);
  await claim('an invite that nobody made', 'z'.repeat(24));
  await claim('an invite that is none', 'x');
  const late = await createInvite(deps, bare.id);
  const now = clock.now();
  clock.advance(15 * DAY);
  await claim('an invite that has run out', late.code);
  clock.set(now.toISOString());
  const blocked = await createVillage(deps, {
    name: 'Desa Tutup',
    sites: ['https://tutup.desa.id'],
    status: 'waiting',
  });
  const shut = await createInvite(deps, blocked.id);
  const open = await createInvite(deps, blocked.id);
  const claimed = (await claim('a village before it is blocked', open.code)).body as { token: string };
  await setVillageStatus(deps, blocked.id, 'blocked');
  await claim('an invite of a blocked village', shut.code);
  await ask('a blocked village', 'GET /v1/me', { token: claimed.token });

  await ask('a village of which little is known', 'GET /v1/me', { token });
  await ask('nothing said', 'PATCH /v1/me', { body: {} });
  await ask('everything said', 'PATCH /v1/me', {
    body: { district: 'Bobotsari', regency: 'Purbalingga', code: '3303092005' },
  });
  await ask('a code that is none', 'PATCH /v1/me', { body: { code: '12' } });
  await ask('the village with its devices', 'GET /v1/me');
  await ask('no token', 'GET /v1/me', { token: '' });
  await ask('a token that nobody has', 'GET /v1/me', { token: `${'a'.repeat(16)}.${'b'.repeat(43)}` });
  await ask('a device that the village has not', 'DELETE /v1/devices/:id', { at: { id: newId() } });
  await ask('a device that is no device', 'DELETE /v1/devices/:id', { at: { id: 'x' } });
  await ask('a device of the village', 'DELETE /v1/devices/:id', { token, at: { id } });
  await ask('no such address', 'GET /v1/nothing');
}

/** The server while its database is away, and while something in it is broken. */
export async function askInTrouble({ market, village, answers }: Asker): Promise<void> {
  const nowhere = await openPostgres('postgres://nobody@127.0.0.1:1/none');
  const broken = new Proxy(market.deps.db, {
    get: () => () => {
      throw new Error('broken');
    },
  });
  for (const [about, db] of [
    ['the database is away', nowhere.db],
    ['something broke', broken],
  ] as const) {
    const trouble = createAsker(market, village, createApp({ ...market.deps, db }));
    answers.push(await trouble.ask(about, 'GET /v1/me'));
  }
  await nowhere.close();
}
