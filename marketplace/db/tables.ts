import type { LimitTables } from '../http/limits.tables.ts';
import type { InquiryTables } from '../inquiries/tables.ts';
import type { ListingTables } from '../listings/tables.ts';
import type { PhotoTables } from '../photos/tables.ts';
import type { ReportTables } from '../reports/tables.ts';
import type { VillageTables } from '../villages/tables.ts';

/** Every table, put together from each noun's own `tables.ts`. */
export interface Database extends VillageTables, PhotoTables, ListingTables, LimitTables, InquiryTables, ReportTables {}
