import { readShortCode } from '#contract/shortCode.ts';
import { AppError } from '#utils/appError.ts';
import { readInviteLink } from '#utils/connection/invite.ts';

/**
 * How a pasted text was understood: an invite link with the origin that needs permission, or the code of what is wrong
 * with it.
 */
export type InviteReading =
  | { link: string; origin: string }
  | { problem: 'invite_missing' | 'invite_no_link' | string };

/** Finds the invite link in what was pasted, also in the middle of a whole WhatsApp message. */
export function readInvite(pasted: string): InviteReading {
  if (pasted.trim() === '') return { problem: 'invite_missing' };
  const addresses = pasted.match(/https?:\/\/[^\s<>"']+/gi) ?? [];
  let problem = 'invite_no_link';
  const short = shortIn(pasted);
  const at = short === null ? null : URL.parse(short);
  if (short !== null && at !== null) return { link: short, origin: at.origin };
  // Eight letters may be a word; a code is shown in capitals, with a hyphen.
  const isCode = readShortCode(pasted) !== null && (pasted.includes('-') || pasted === pasted.toUpperCase());
  if (addresses.length === 0 && isCode) return { problem: 'invite_letters_alone' };
  for (const address of addresses) {
    const link = address.replace(/[.,;:!?)\]*_]+$/, '');
    try {
      return { link, origin: new URL(readInviteLink(link).marketplaceUrl).origin };
    } catch (error) {
      problem = error instanceof AppError ? error.code : problem;
    }
  }
  return { problem };
}

/** "pasar.example/k ABCD-2345", as the invite's page on the phone says it; null where there is none. */
function shortIn(pasted: string): string | null {
  const found = /(https?:\/\/)?([\w.-]+(?::\d+)?(?:\/[\w/-]*)?)\/k[\s/]+([a-z\d]{4}[\s-]?[a-z\d]{4})(?![a-z\d])/i.exec(
    pasted,
  );
  const code = readShortCode(found?.[3] ?? '');
  return found === null || code === null ? null : `${found[1] ?? 'https://'}${found[2]}/k/${code}`;
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
