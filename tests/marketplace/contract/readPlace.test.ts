import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INDONESIA, VillagePlace } from '#contract';
import { readPlace } from '#contract/readPlace.ts';

const OFFICE = { lat: -7.30512, lng: 109.3622 };

describe('a place as people paste it', () => {
  it.each([
    '-7.30512, 109.3622',
    '-7.30512,109.36220',
    '-7.30512 109.3622',
    '-7,30512, 109,3622',
    '-7,30512; 109,3622',
    '-7,30512 109,3622',
    '-7,30512,109,3622',
    '−7.30512, 109.3622',
    '(-7.30512, 109.3622)',
    'Lintang: -7,30512 Bujur: 109,3622',
    'lat=-7.30512 lng=109.3622',
    '7.30512° LS, 109.3622° BT',
    '109,3622° BT 7,30512° LS',
    '7.30512 S 109.3622 E',
    `7°18'18.432"S 109°21'43.92"E`,
    '7°18′18,432″ LS 109°21′43,92″ BT',
    `7° 18' 18.432'' S, 109° 21' 43.92'' E`,
    'geo:-7.30512,109.3622?z=15',
    'https://www.google.com/maps/@-7.30512,109.3622,15z',
    'https://www.google.com/maps/place/Balai+Desa/@-7.1,109.1,17z/data=!3m1!4b1!4m6!3m5!1s0x2e:0x1!8m2!3d-7.30512!4d109.3622!16s%2Fg',
    'https://www.google.co.id/maps?q=-7.30512,109.3622',
    'https://maps.google.com/?ll=-7.30512,109.3622&z=16',
    'https://www.google.com/maps/search/?api=1&query=-7.30512%2C109.3622',
    'https://www.google.com/maps/search/-7.30512,+109.3622?sa=X',
    `https://www.google.com/maps/place/7%C2%B018'18.432%22S+109%C2%B021'43.92%22E/@-7.1,109.1,17z`,
    'https://www.google.com/maps/dir/?api=1&destination=-7.30512,109.3622',
    'https://www.openstreetmap.org/#map=15/-7.30512/109.3622',
    'https://www.openstreetmap.org/?mlat=-7.30512&mlon=109.3622#map=19/-7.1/109.1',
    'www.google.com/maps/@-7.30512,109.3622,15z',
    'https://maps.apple.com/?ll=-7.30512,109.3622',
  ])('reads %s', (text) => {
    expect(readPlace(text)).toEqual({ place: OFFICE });
  });

  it.each([
    ['https://maps.app.goo.gl/AbCdEf', 'place_short_link'],
    ['maps.app.goo.gl/AbCdEf', 'place_short_link'],
    ['https://osm.org/go/abc', 'place_short_link'],
    ['https://goo.gl/maps/abc', 'place_short_link'],
    ['https://www.google.com/maps/place/Balai+Desa+Dagan', 'place_link'],
    ['https://dagan.desa.id', 'place_link'],
    ['-7,109', 'place_rough'],
    ['-7.3, 109.3', 'place_rough'],
    ['di sebelah balai desa', 'place_malformed'],
    ['-7.30512', 'place_malformed'],
    ['52.3676, 4.9041', 'place_outside'],
    [`7°78'18"S 109°21'43"E`, 'place_malformed'],
    [`7°18'18"S 109°21'43"S`, 'place_malformed'],
    [`52°22'3"N 4°54'15"E`, 'place_outside'],
  ])('says of %s what is wrong: %s', (text, problem) => {
    expect(readPlace(text)).toEqual({ problem });
  });

  it('asks, and never guesses, when the two may be swapped or the minus is missing', () => {
    expect(readPlace('109.3622, -7.30512')).toEqual({ problem: 'place_outside', maybe: OFFICE, why: 'swapped' });
    expect(readPlace('7.30512, 109.3622')).toEqual({ problem: 'place_outside', maybe: OFFICE, why: 'minus' });
    expect(readPlace('109.3622, 7.30512')).toEqual({ problem: 'place_outside', maybe: OFFICE, why: 'minus' });
  });

  it('takes an empty text as no place', () => {
    for (const text of ['', '  ', '\u200b']) expect(readPlace(text)).toEqual({ place: null });
  });
});

const between = ({ min, max }: { min: number; max: number }) =>
  fc.integer({ min: Math.ceil(min * 1e5), max: Math.floor(max * 1e5) }).map((n) => n / 1e5);
const place = fc.record({ lat: between(INDONESIA.lat), lng: between(INDONESIA.lng) });

function dms(value: number, letters: [string, string]): string {
  const size = Math.abs(value);
  const thousandths = Math.round(size * 3_600_000);
  const [d, rest] = [Math.floor(thousandths / 3_600_000), thousandths % 3_600_000];
  return `${d}°${Math.floor(rest / 60_000)}'${((rest % 60_000) / 1000).toFixed(3)}"${value < 0 ? letters[0] : letters[1]}`;
}

/** Every way of writing one place, by its name. */
const WAYS: Record<string, (lat: string, lng: string, at: { lat: number; lng: number }) => string> = {
  points: (lat, lng) => `${lat}, ${lng}`,
  commas: (lat, lng) => `${lat.replace('.', ',')}, ${lng.replace('.', ',')}`,
  blanks: (lat, lng) => `${lat.replace('.', ',')}   ${lng.replace('.', ',')}`,
  google: (lat, lng) => `https://www.google.com/maps/place/X/@1.5,101.5,17z/data=!3d${lat}!4d${lng}`,
  osm: (lat, lng) => `https://www.openstreetmap.org/#map=17/${lat}/${lng}`,
  degrees: (_lat, _lng, at) => `${dms(at.lat, ['S', 'N'])} ${dms(at.lng, ['W', 'E'])}`,
  indonesian: (_lat, _lng, at) => `${dms(at.lat, ['LS', 'LU'])} ${dms(at.lng, ['BB', 'BT'])}`,
};

describe('any place in Indonesia', () => {
  it.each(Object.entries(WAYS))('comes back as it was written: %s', (_, write) => {
    fc.assert(
      fc.property(place, (at) => {
        expect(readPlace(write(at.lat.toFixed(5), at.lng.toFixed(5), at))).toEqual({ place: at });
      }),
    );
  });

  it('is what the contract takes, whatever is typed; nothing throws', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('-7.3', ',', ' ', '°', "'", '"', 'LS', 'BT', 'https://', 'geo:', '@', '!3d', '!4d', '%', '109'),
      fc.double().map(String),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const read = readPlace(pieces.join(''));
        const found = 'place' in read ? read.place : (read.maybe ?? null);
        if (found !== null) expect(VillagePlace.safeParse(found).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a swapped pair is asked about, and the answer is the place', () => {
    fc.assert(
      fc.property(place, ({ lat, lng }) => {
        expect(readPlace(`${lng.toFixed(5)}, ${lat.toFixed(5)}`)).toMatchObject({
          maybe: { lat, lng },
          why: 'swapped',
        });
      }),
    );
  });
});
