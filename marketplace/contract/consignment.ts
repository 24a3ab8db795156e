import * as z from 'zod/mini';
import { Id, PhotoHash, Timestamp, WebUrl } from './ids.ts';
import { Photo, Price, Producer, UNIT_WORD_MAX, Unit, UnitWord } from './listing.ts';
import { knownText, line, MobilePhone, text } from './text.ts';

/** How many consignments of a village may wait for a look, and for how many days. */
export const CONSIGNMENTS_MAX = 100;
export const CONSIGNMENT_DAYS = 60;
/** How many photos one may have. */
export const CONSIGNMENT_PHOTOS_MAX = 3;

/** What a villager says of a product in the form of "Titip jual": the names and limits are a listing's. */
export const ConsignmentInput = z.object({
  name: line('name', { min: 3, max: 80 }),
  price: Price,
  /** Null where she has not said it, or said it in a word of her own. */
  unit: z.nullable(Unit),
  unitWord: z.optional(z.nullable(UnitWord)),
  description: text('description', { max: 1000 }),
  photos: z
    .array(PhotoHash)
    .check(z.minLength(1, 'photos_missing'), z.maxLength(CONSIGNMENT_PHOTOS_MAX, 'photos_many')),
  producer: Producer,
});
export type ConsignmentInput = z.infer<typeof ConsignmentInput>;

/** A product that a villager asks her village to sell, until a device takes or refuses it. Never public. */
export const Consignment = z.object({
  /** The id of the listing that it becomes, so that two devices that take it at once make one product. */
  id: Id,
  name: knownText(80),
  price: z.int(),
  unit: z.nullable(z.string()),
  /** Her own word for the unit, which a device reads as any typed one. */
  unitWord: z.optional(z.nullable(knownText(UNIT_WORD_MAX))),
  description: knownText(4000),
  /** JPEG files of `GET /v1/consignments/:id/photos/:sha256`, each named by the hash of its bytes. */
  photos: z.array(Photo),
  maker: z.object({ name: knownText(80), phone: MobilePhone }),
  /** When it was sent, and so when the maker agreed that name and number are given to buyers. */
  sentAt: Timestamp,
});
export type Consignment = z.infer<typeof Consignment>;

/** What waits, the oldest first, and the village's own link to the form. */
export const ConsignmentList = z.object({ link: WebUrl, consignments: z.array(Consignment) });
export type ConsignmentList = z.infer<typeof ConsignmentList>;

/** The link that is to end; a link that has ended already is no failure, so that asking twice makes one new link. */
export const ConsignmentLinkInput = z.object({ was: WebUrl });
export const ConsignmentLink = z.object({ link: WebUrl });

/**
 * What a device did with a consignment; it is gone then, with its photos. The same device may say it again; `not_found` says
 * that another one did something before.
 */
export const ConsignmentOutcome = z.object({ outcome: z.enum(['taken', 'refused']) });
export type ConsignmentOutcome = z.infer<typeof ConsignmentOutcome>;
