import * as z from 'zod/mini';
import { Id } from '#contract';

/** What is wanted of a page: the picture with this address, the pictures in sight, or what is selected alone. */
export const Wanted = z.union([z.object({ srcUrl: z.string() }), z.enum(['sight', 'selection'])]);
export type Wanted = z.infer<typeof Wanted>;

/** A frame of a tab that a person pointed into. */
export const PagePlace = z.object({ tabId: z.int(), frameId: z.int(), wanted: Wanted });
export type PagePlace = z.infer<typeof PagePlace>;

/** What a panel in a window of its own begins with: words, and what is read from a page when it asks. */
export const Source = z.object({
  text: z.string(),
  page: z.nullable(PagePlace),
  /** The draft that the panel began with it; another panel's empty one is never taken. */
  draftId: z.optional(Id),
});
export type Source = z.infer<typeof Source>;

/** `own`: the page's own bytes, or the sender's. `screen`: cut from what the screen shows, so it is smaller. */
export const QUALITIES = ['own', 'screen'] as const;

/** A picture of a page with the words that stand beside it. Base64 of at most `PICTURE_BYTES_MAX` bytes. */
export const TakenPicture = z.object({
  base64: z.string(),
  type: z.string(),
  quality: z.enum(QUALITIES),
  caption: z.string(),
});
export type TakenPicture = z.infer<typeof TakenPicture>;

export const Taken = z.object({
  text: z.string(),
  pictures: z.array(TakenPicture),
  /** `page_gone`: the page lets nobody in any more. `no_picture`: a picture was asked for and none could be read. `none_here`: none is in sight. */
  problem: z.nullable(z.enum(['page_gone', 'no_picture', 'none_here'])),
  /** True where a person has to choose among the pictures: nobody pointed at one. */
  choose: z.boolean(),
  /** True where a long text was not taken whole. */
  isCut: z.boolean(),
});
export type Taken = z.infer<typeof Taken>;

/** The most pictures that are read of one page, and the most bytes of one. */
export const PICTURES_MAX = 12;
export const PICTURE_BYTES_MAX = 8_000_000;
/** As long as a whole price list; of a longer one whole lines are taken. */
export const SOURCE_TEXT_MAX = 20_000;
