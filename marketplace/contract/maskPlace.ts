import { maskPhones } from './phonesInText.ts';

interface Place {
  name: string;
  district: string | null;
  regency: string | null;
}

/**
 * What a village is called, as anybody may see it. A telephone number is refused there now, but may stand there from
 * before, and is masked as in a listing.
 */
export function maskPlace({ name, district, regency }: Place): Place {
  return {
    name: maskPhones(name),
    district: district && maskPhones(district),
    regency: regency && maskPhones(regency),
  };
}
