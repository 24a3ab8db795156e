import { InviteCode } from '../../marketplace/contract/index.ts';

export type InviteReading = { link: string; origin: string } | 'empty' | 'no_link' | 'not_an_invite';

/** Finds the invite link in what was pasted, also in the middle of a whole WhatsApp message. */
export function readInvite(pasted: string): InviteReading {
  if (pasted.trim() === '') return 'empty';
  const addresses = pasted.match(/https?:\/\/[^\s<>"']+/gi) ?? [];
  for (const address of addresses) {
    const url = URL.parse(address.replace(/[.,;:!?)\]*_]+$/, ''));
    const code = url === null ? undefined : /\/undang\/([^/]+)\/?$/.exec(url.pathname)?.[1];
    if (url !== null && InviteCode.safeParse(code).success) return { link: url.href, origin: url.origin };
  }
  return addresses.length === 0 ? 'no_link' : 'not_an_invite';
}

/** The permission for one origin. Match patterns carry no port in Firefox, so the host's every port is meant. */
export function originPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** A first name for this device, such as "Chrome di Windows"; the person may change it. */
export function deviceName(userAgent: string, join: string): string {
  const browser = /Firefox\//.test(userAgent) ? 'Firefox' : /Edg\//.test(userAgent) ? 'Edge' : 'Chrome';
  const systems: [RegExp, string][] = [
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'Mac'],
    [/CrOS/, 'Chromebook'],
    [/Linux/, 'Linux'],
  ];
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
  return system === undefined ? browser : `${browser} ${join} ${system}`;
}
