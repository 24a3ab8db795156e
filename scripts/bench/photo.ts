import type { Lab } from '#tests/e2e/pages/photoLab.entry.ts';
import { openPhotoLab } from '#tests/e2e/pages/photoLab.ts';
import { type Bench, rounds, size, told } from './measure.ts';
import { noise, texture } from './texture.ts';

declare const lab: Lab;
const ROUNDS = rounds(3);
const BUDGET = { most: 150 };

/** What a photo of 12 megapixels weighs when it leaves the device, and how long the panel works on it. */
export const photo: Bench = async (say) => {
  const { page, close } = await openPhotoLab();
  const prepare = async (bytes: Buffer) => {
    const [result, ms] = await page.evaluate(async (base64) => {
      const from = performance.now();
      const prepared = await lab.prepare(base64);
      return [prepared, performance.now() - from] as const;
    }, bytes.toString('base64'));
    if ('code' in result) throw new Error(result.code);
    return { kB: result.photo.bytes / 1000, width: result.photo.width, ms };
  };
  try {
    const photos = [];
    for (let round = 0; round < ROUNDS; round++) {
      say(`photo ${round + 1} of ${ROUNDS}`);
      photos.push(await prepare(await texture(4000, 3000)));
    }
    const worst = await prepare(await noise(4000, 3000));
    const kB = photos.map((each) => each.kB);
    return [
      size(`12 MP photo with grain, ${photos[0]?.width} px on the wire`, 'kB', kB, BUDGET),
      size(`12 MP of pure noise, ${worst.width} px on the wire`, 'kB', [worst.kB], BUDGET),
      told(
        '12 MP photo made ready',
        'ms',
        photos.map(({ ms }) => ms),
        null,
      ),
    ];
  } finally {
    await close();
  }
};
