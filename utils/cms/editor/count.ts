/**
 * How often HTML links to exactly this address. It is searched by a pattern, not parsed, because a page under Trusted
 * Types lets nobody parse HTML in its own world.
 */
export function countHrefs(html: string, link: string): number {
  const address = link.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/&/g, '&(?:amp;)?');
  return html.match(new RegExp(`href\\s*=\\s*(["'])${address}\\1`, 'gi'))?.length ?? 0;
}
