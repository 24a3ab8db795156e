import * as z from 'zod/mini';
import { PhotoHash } from './ids.ts';
import { knownText, line, text } from './text.ts';

/** About two sentences. */
export const ABOUT_MAX = 280;
export const HOURS_MAX = 120;
export const HEAD_MAX = 80;

/** The box in which Indonesia lies, in degrees. */
export const INDONESIA = { lat: { min: -11.1, max: 6.1 }, lng: { min: 94.9, max: 141.1 } } as const;

/** Five decimals are about a metre; more says nothing, and would only look exact. */
export const roundDegrees = (degrees: number): number => Number(degrees.toFixed(5));

const degrees = ({ min, max }: { min: number; max: number }) =>
  z.number('place_malformed').check(
    z.minimum(min, 'place_outside'),
    z.maximum(max, 'place_outside'),
    z.refine((value) => roundDegrees(value) === value, 'place_malformed'),
  );

/** Where the village's office stands. */
export const VillagePlace = z.object({ lat: degrees(INDONESIA.lat), lng: degrees(INDONESIA.lng) });
export type VillagePlace = z.infer<typeof VillagePlace>;

/** What a village is known by, beside its name: everything is optional, and null is what it has not said. */
export const VillageProfile = z.object({
  photo: z.nullable(PhotoHash),
  about: z.nullable(knownText(ABOUT_MAX)),
  hours: z.nullable(knownText(HOURS_MAX)),
  head: z.nullable(knownText(HEAD_MAX)),
  place: z.nullable(z.object({ lat: z.number(), lng: z.number() })),
});
export type VillageProfile = z.infer<typeof VillageProfile>;

/** What a device says of it: absent says nothing, null or an empty text takes it away. */
export const VillageProfilePatch = z.object({
  photo: z.optional(z.nullable(PhotoHash)),
  about: z.optional(z.nullable(text('about', { max: ABOUT_MAX }))),
  hours: z.optional(z.nullable(line('hours', { max: HOURS_MAX }))),
  head: z.optional(z.nullable(line('head', { max: HEAD_MAX }))),
  place: z.optional(z.nullable(VillagePlace)),
});
export type VillageProfilePatch = z.infer<typeof VillageProfilePatch>;
