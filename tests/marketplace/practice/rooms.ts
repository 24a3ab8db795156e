import { newId } from '#contract/newId.ts';
import { trainerSecret } from '#marketplace/practice/keys.ts';
import { makeRoom, type Room, sheetsOf, villagesOf } from '#marketplace/practice/room.ts';
import type { Marketplace, TestVillage } from '#tests/marketplace/harness.ts';

/** A village of a room, connected as people connect: with the invite on its sheet. */
export interface Seat extends TestVillage {
  phone: string;
  invite: string;
}

/** A room with all its villages connected. */
export async function openRoom(market: Marketplace, seats: number) {
  const room = await makeRoom(market.deps, seats);
  if (room === null) throw new Error('no room');
  const villages = await villagesOf(market.deps, room.id);
  const connected: Seat[] = [];
  for (const [at, sheet] of (await sheetsOf(market.deps, room)).entries()) {
    const invite = sheet.invite.split('/').at(-1) ?? '';
    const response = await market.call('POST', '/v1/devices', { body: { invite, id: newId(), name: 'Laptop' } });
    const { token, device, village } = await response.json();
    const phone = sheet.phones[0] ?? '';
    connected.push({ id: village.id, slug: villages[at]?.slug ?? '', token, deviceId: device.id, phone, invite });
  }
  return { room, seats: connected, path: `/latihan/${trainerSecret(market.deps, room.id)}` };
}

export const producer = ({ phone }: Seat) => ({ producer: { name: 'Bu Siti', phone, consent: true as const } });

/** Presses a button of the trainer's screen, as a browser does. */
export async function press(market: Marketplace, path: string, deed: string, tick = true): Promise<Response> {
  const screen = await (await market.call('GET', path)).text();
  const izin = /name="izin" value="([^"]+)"/.exec(screen)?.[1] ?? '';
  return post(market, `${path}/${deed}`, { izin, ...(tick && { yakin: '1' }) });
}

export const post = (market: Marketplace, path: string, form: Record<string, string>, headers = {}) =>
  market.call('POST', path, {
    raw: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });

export type { Room };
