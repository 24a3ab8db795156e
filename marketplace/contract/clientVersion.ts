/** In this header an extension says which version it is; one from before says nothing. */
export const CLIENT_VERSION_HEADER = 'dodolan-version';
/** In this one the market says with `/v1/me` which versions it serves, from this one on; a refusal says it in `servedFrom`. */
export const SERVED_FROM_HEADER = 'dodolan-serves';

/** The first release, which sent no version. */
export const FIRST_VERSION = '0.1.0';

const VERSION = /^\d{1,5}(\.\d{1,5}){1,3}$/;
export const isVersion = (text: string): boolean => VERSION.test(text);

/** Whether one version (`0.9.12`) is older than another; parts are compared as numbers, and a missing part is 0. */
export function isOlder(one: string, other: string): boolean {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  for (let at = 0; at < 4; at++) {
    const difference = (a?.[at] ?? 0) - (b?.[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
