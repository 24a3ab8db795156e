import * as z from 'zod/mini';
import { Recipe } from '#contract';
import { PostRef } from '#utils/model/cms.ts';
import { Before, DriveEnd } from '#utils/model/driven.ts';
import { WRITER_INPUTS } from './tabMessages.ts';

/** What the note of a driven page says while it is filled in. */
const Says = z.object({ title: z.string(), text: z.string(), stop: z.string(), looking: z.string() });

const Article = z.extend(WRITER_INPUTS['cms/save'], { recipe: Recipe, say: Says });

/** What the script in a driven tab is asked to do. */
export const DRIVER_INPUTS = {
  /** Fills in the form and presses its button once. */
  'drive/fill': Article,
  /** Finds what came of it, as a stranger. */
  'drive/look': z.extend(Article, { before: Before }),
  /** Says how it ended. */
  'drive/said': z.object({ title: z.string(), text: z.string(), close: z.string() }),
} as const;

export const DRIVER_OUTPUTS = {
  'drive/fill': DriveEnd,
  'drive/look': PostRef,
  'drive/said': z.object({ done: z.literal(true) }),
} as const;

export type DriverName = keyof typeof DRIVER_INPUTS;
export type DriverInput<N extends DriverName> = z.infer<(typeof DRIVER_INPUTS)[N]>;
export type DriverOutput<N extends DriverName> = z.infer<(typeof DRIVER_OUTPUTS)[N]>;
