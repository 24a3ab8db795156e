import type { AppContext } from '#marketplace/http/appTypes.ts';

/** Browsers begin so; programs that fetch pages mostly name themselves. */
const BROWSER = /^(?:Mozilla|Opera)\//;
/** What programs that pass for browsers call themselves: search engines, previews of chats, monitors, test browsers. */
const MACHINE =
  /bot\b|bot[/;_-]|crawl|spider|slurp|preview|facebookexternalhit|facebookcatalog|whatsapp|telegram|skype|embed|monitor|uptime|pingdom|scan|headless|phantom|lighthouse|pagespeed|google-|googleother|inspection|feed|fetch|archive|python|curl|wget|java\/|http-?client|validator|checker/i;

/**
 * Whether a request is of somebody who looks at the page. A page that a browser loads ahead is seen by nobody yet, and a
 * frame or a picture element is no visit. In doubt it is none: the count says "at least".
 */
export function isPerson(c: AppContext): boolean {
  if (c.req.method !== 'GET') return false;
  const agent = c.req.header('user-agent') ?? '';
  if (!BROWSER.test(agent) || MACHINE.test(agent)) return false;
  const ahead = ['purpose', 'sec-purpose', 'x-purpose', 'x-moz'].map((name) => c.req.header(name) ?? '').join(' ');
  if (/prefetch|prerender|preview/i.test(ahead)) return false;
  // Every browser of today says what it wants the answer for; an older one says nothing.
  const destination = c.req.header('sec-fetch-dest') ?? 'document';
  return destination === 'document';
}
