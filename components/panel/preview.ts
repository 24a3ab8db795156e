import type { Photos } from '#components/draft/usePhotos.ts';
import type { PhotoView, ProductView } from '#components/listing/view.ts';
import { AVAILABILITIES, type Availability } from '#contract';
import { readPrice } from '#contract/price.ts';
import { readUnit } from '#contract/unitWords.ts';
import { exchangeOf } from '#utils/listing/exchange.ts';
import { readablePermits } from '#utils/listing/permits.ts';
import { packSize } from '#utils/listing/unit.ts';
import type { Draft } from '#utils/model/draft.ts';

/** The draft as buyers would see it now; a field that is still open looks open. */
export function previewOf(draft: Draft, photos: Photos, place: string | null): ProductView {
  const { form } = draft;
  const price = readPrice(form.price);
  const pack = packSize(form);
  const shown = draft.photos.flatMap((photo): PhotoView[] => {
    const src = photos.src(photo);
    return src === null ? [] : [{ src, width: photo.width || 1280, height: photo.height || 1280 }];
  });
  return {
    name: form.name.trim(),
    price: price.kind === 'price' ? price.rupiah : null,
    unit: readUnit(form.unit),
    unitWord: form.unitWord?.trim() || null,
    packSize: pack?.amount === undefined ? null : pack,
    availability: availabilityOf(form.availability),
    stock: /^\d+$/.test(form.stock.trim()) ? Number(form.stock) : null,
    flagship: form.flagship,
    verified: false,
    lastChecked: null,
    place,
    photos: shown,
    producerName: form.producerName.trim(),
    description: form.description.trim(),
    terms: form.terms.trim(),
    exchange: exchangeOf(form.exchange) ?? {},
    permits: readablePermits(form),
  };
}

function availabilityOf(typed: string): Availability {
  return AVAILABILITIES.find((availability) => availability === typed) ?? 'ada';
}
