import type { ConsignmentTables } from './consignments.ts';
import type { InquiryTables } from './inquiries.ts';
import type { LimitTables } from './limits.ts';
import type { ListingTables } from './listings.ts';
import type { MakerTables } from './makers.ts';
import type { NoticeTables } from './notices.ts';
import type { OperatorTables } from './operators.ts';
import type { PhotoTables } from './photos.ts';
import type { PracticeTables } from './practice.ts';
import type { ProfileTables } from './profiles.ts';
import type { RecipeTables } from './recipes.ts';
import type { ReportTables } from './reports.ts';
import type { ViewTables } from './views.ts';
import type { VillageTables } from './villages.ts';

/** Every table of the database, put together from the files beside this one. */
export interface Database
  extends VillageTables,
    ConsignmentTables,
    InquiryTables,
    LimitTables,
    ListingTables,
    MakerTables,
    NoticeTables,
    OperatorTables,
    PhotoTables,
    PracticeTables,
    ProfileTables,
    RecipeTables,
    ReportTables,
    ViewTables {}
