import type { LimitTables } from '#marketplace/http/limits.tables.ts';
import type { InquiryTables } from '#marketplace/inquiries/tables.ts';
import type { ListingTables } from '#marketplace/listings/tables.ts';
import type { PhotoTables } from '#marketplace/photos/tables.ts';
import type { ReportTables } from '#marketplace/reports/tables.ts';
import type { VillageTables } from '#marketplace/villages/tables.ts';

/** Every table, put together from each noun's own `tables.ts`. */
export interface Database extends VillageTables, PhotoTables, ListingTables, LimitTables, InquiryTables, ReportTables {}
