import type { Organization, WithContext } from 'schema-dts';
import { photoUrl } from '#contract';
import { placeText } from '#marketplace/web/place.ts';
import { link, type View } from '#marketplace/web/view.ts';
import type { VillageProfile } from './models.ts';

/** schema.org on a village: who it is and where its office stands. It holds no phone number and nobody's name. */
export function villageData(view: View, village: VillageProfile): Record<string, unknown> {
  const { place, photo, about, district, regency } = village;
  const data: WithContext<Organization> = {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name: village.name,
    url: view.baseUrl + link(view, `/desa/${village.slug}`),
    ...(village.siteUrl !== null && { sameAs: [village.siteUrl] }),
    ...(about !== null && { description: about }),
    ...(photo && { image: photoUrl(view.baseUrl, photo.hash, 1280, 'jpg') }),
    areaServed: placeText(view, village),
    location: {
      '@type': 'Place',
      name: village.name,
      address: {
        '@type': 'PostalAddress',
        ...(district !== null && { addressLocality: district }),
        ...(regency !== null && { addressRegion: regency }),
        addressCountry: 'ID',
      },
      ...(place && { geo: { '@type': 'GeoCoordinates', latitude: place.lat, longitude: place.lng } }),
    },
  };
  return { ...data };
}
