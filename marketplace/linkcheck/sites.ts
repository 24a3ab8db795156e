/** Only village governments get a name under desa.id (Permenkominfo 5/2015), so control of one says who it is. */
export function isVillageDomain(site: URL): boolean {
  return site.hostname.endsWith('.desa.id');
}
