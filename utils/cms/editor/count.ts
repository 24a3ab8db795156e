/**
 * How often HTML links to exactly this address. By pattern, not by parsing: a page under Trusted Types lets nobody parse
 * HTML in its own world.
 */
export function countHrefs(html: string, link: string): number {
  const address = link.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/&/g, '&(?:amp;)?');
  return html.match(new RegExp(`href\\s*=\\s*(["'])${address}\\1`, 'gi'))?.length ?? 0;
}
