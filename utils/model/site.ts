import * as z from 'zod/mini';
import { Village } from '../../marketplace/contract/index.ts';
import { CMS_IDS } from '../cms/types.ts';

/** A village site seen on an enabled origin. Its URL with path is its name: sub-folders are different sites. */
export const Site = z.object({
  url: z.string(),
  origin: z.string(),
  cms: z.enum(CMS_IDS),
  version: z.nullable(z.string()),
  name: z.nullable(z.string()),
  /** ms since the epoch */
  seenAt: z.number(),
});
export type Site = z.infer<typeof Site>;

/** The connection to one marketplace. Only the background ever holds the token; this is what the pages may see. */
export const Connection = z.object({
  marketplaceUrl: z.string(),
  deviceId: z.string(),
  deviceName: z.string(),
  village: Village,
});
export type Connection = z.infer<typeof Connection>;

/** Values that fill a new draft. */
export const Defaults = z.object({
  producerName: z.string(),
  producerPhone: z.string(),
  terms: z.string(),
  category: z.string(),
  unit: z.string(),
});

export const Settings = z.object({
  locale: z.enum(['id', 'en']),
  notifications: z.boolean(),
  /** Fill a new draft from what was typed last time. */
  rememberDefaults: z.boolean(),
  defaults: Defaults,
  /** Replies the village wrote for itself. */
  ownReplies: z.array(z.string()),
  /** Also put listings into the CMS's own shop (OpenSID's Lapak); absent is no. Optional, not defaulted: patches pass here. */
  shop: z.optional(z.boolean()),
});
export type Settings = z.infer<typeof Settings>;
