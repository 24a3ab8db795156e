import { idOf } from '#tests/utils/inquiries/make.ts';
import type { StoredVillage } from '#utils/model/stored.ts';

/** A village called `name` with these sites, on a marketplace of that host. */
export function village(
  name: string,
  sites: string[],
  over: Partial<StoredVillage> = {},
  host = 'pasar.example',
): StoredVillage {
  const marketplaceUrl = `https://${host}`;
  const place = { code: null, district: null, regency: null, url: `${marketplaceUrl}/desa/${name}` };
  return {
    key: `${host} ${name}`,
    public: {
      marketplaceUrl,
      deviceId: idOf('device'),
      deviceName: 'Laptop',
      village: { id: idOf(name), slug: name, name, sites, status: 'approved', ...place },
    },
    token: 'x',
    revoked: false,
    inbox: { cursor: null, syncedAt: null },
    ...over,
  };
}
