import * as z from 'zod/mini';
import { Id, Timestamp, WebUrl } from './ids.ts';
import { Practice } from './practice.ts';
import { line } from './text.ts';
import { VillageProfile, VillageProfilePatch } from './villageProfile.ts';

/** 10 digits, written 33.03.xx.xxxx or without dots; the village part starts 2 (desa) or 1 (kelurahan). Permendagri 72/2019. */
export const VillageCode = z.string().check(z.regex(/^\d{6}[12]\d{3}$/, 'village_code_malformed'));

export const Village = z.object({
  id: Id,
  slug: z.string(),
  name: z.string(),
  code: z.nullable(VillageCode),
  district: z.nullable(z.string()),
  regency: z.nullable(z.string()),
  /** Sites whose pages may link back, each a URL with path and no trailing slash; the first is the main one. */
  sites: z.array(WebUrl),
  url: WebUrl,
  status: z.enum(['approved', 'waiting', 'blocked']),
  /** Absent from a marketplace of an older version, which keeps none. */
  profile: z.optional(VillageProfile),
  /** Absent for a real village. */
  practice: z.optional(Practice),
});
export type Village = z.infer<typeof Village>;

/** What a device may say of its village: what the CMS knows of it, and its profile. */
export const VillagePatch = z.extend(VillageProfilePatch, {
  district: z.optional(line('district', { max: 80 })),
  regency: z.optional(line('regency', { max: 80 })),
  code: z.optional(VillageCode),
});
export type VillagePatch = z.infer<typeof VillagePatch>;

export const Device = z.object({
  id: Id,
  name: z.string(),
  createdAt: Timestamp,
  lastSeenAt: z.nullable(Timestamp),
  current: z.boolean(),
  /** A phone answers on the marketplace's own pages. A marketplace from before knows only computers, and says nothing. */
  kind: z.optional(z.enum(['office', 'phone'])),
});
export type Device = z.infer<typeof Device>;

/** The part of an invite link after `/undang/`. */
export const InviteCode = z.string().check(z.regex(/^[0-9a-z]{20,64}$/, 'invite_malformed'));

export const DeviceInput = z.object({
  invite: InviteCode,
  /** Made by the client, so that a lost answer may be asked for again: the same invite with the same id gives a new token. */
  id: Id,
  name: line('device_name', { min: 1, max: 60 }),
});
export type DeviceInput = z.infer<typeof DeviceInput>;

export const DeviceToken = z.object({ token: z.string(), device: Device, village: Village });
export type DeviceToken = z.infer<typeof DeviceToken>;

/** A link that makes the phone which opens it a device of the village, once. */
export const Pairing = z.object({ url: WebUrl, expiresAt: Timestamp });
export type Pairing = z.infer<typeof Pairing>;

export const Me = z.object({ village: Village, devices: z.array(Device) });
export type Me = z.infer<typeof Me>;
