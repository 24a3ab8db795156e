import type * as z from 'zod/mini';
import type * as contract from '#contract';
import type { Answer } from './answers/ask.ts';

export type Contract = typeof contract;

/** What the extension of 0.1.0 reads each answer with; null: no body, or one that it does not read. */
const READS: Record<string, (of: Contract) => z.ZodMiniType | null> = {
  'POST /v1/devices': (of) => of.DeviceToken,
  'GET /v1/me': (of) => of.Me,
  'PATCH /v1/me': (of) => of.Me,
  'DELETE /v1/devices/:id': () => null,
  'PUT /v1/photos/:sha256': (of) => of.Photo,
  'GET /v1/photos/:sha256': (of) => of.Photo,
  'PUT /v1/listings/:id': (of) => of.Listing,
  'GET /v1/listings': (of) => of.ListingList,
  'GET /v1/listings/:id': (of) => of.Listing,
  'PUT /v1/listings/:id/backlink': (of) => of.Listing,
  'GET /v1/inquiries': (of) => of.InquiryPage,
  'GET /v1/inquiries/:id': (of) => of.Inquiry,
  'PUT /v1/inquiries/:id/messages/:messageId': (of) => of.Inquiry,
  'GET /v1/inquiries/:id/phone': (of) => of.BuyerPhone,
  'GET /v1/deals': (of) => of.DealPage,
  'GET /v1/deals.csv': () => null,
  'GET /v1/inquiries/:id/receipt': (of) => of.Receipt,
  'GET /v1/events': (of) => of.LiveEvent,
};

/** Every route of 0.1.0 that a device may ask. */
export const ROUTES = Object.keys(READS);

/** The schema of a contract that an answer must fit; null where nothing is read. */
export function schemaOf(of: Contract, { route, status, type }: Answer): z.ZodMiniType | null {
  if (status >= 400) return of.Problem;
  if (type === null) return null;
  return READS[route]?.(of) ?? null;
}
