import type { EveryMember } from '#contract/stations.ts';
import type { DraftForm } from '#utils/model/draft.ts';
import type { Settings } from '#utils/model/site.ts';
import { permitFields } from './permits.ts';

/** A new form, filled with what this village always writes. */
export function emptyForm(defaults: Settings['defaults']): EveryMember<DraftForm> {
  return {
    name: '',
    price: '',
    unit: defaults.unit,
    packAmount: '',
    packMeasure: 'gram',
    availability: 'ada',
    stock: '',
    category: defaults.category,
    description: '',
    producerName: defaults.producerName,
    producerPhone: defaults.producerPhone,
    consent: false,
    flagship: false,
    terms: defaults.terms,
    exchange: defaults.exchange,
    floorPrice: '',
    floorBelow: 'ask',
    unitWord: undefined,
    ...permitFields(undefined),
  };
}
