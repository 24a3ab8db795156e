import * as z from 'zod/mini';
import { Draft } from '#utils/model/draft.ts';

/** The local backup of a draft: its words as they were typed, until the background has confirmed the save of them. */
export const Spare = z.object({ at: z.number(), draft: Draft });
