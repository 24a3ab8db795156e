import { forgetConsigned } from '#marketplace/consignments/jobs.ts';
import { countGroupsHourly } from '#marketplace/groups/count.ts';
import { inquiryJobs } from '#marketplace/inquiries/jobs.ts';
import { checkAskedLink, checkNamedLink, recheckLinks } from '#marketplace/linkcheck/jobs.ts';
import { reindex } from '#marketplace/listings/searchIndex.ts';
import { noticeJobs } from '#marketplace/notify/jobs.ts';
import { writeCatalogues } from '#marketplace/pages/feeds/jobs.ts';
import { practiceJobs } from '#marketplace/practice/jobs.ts';
import type { JobDefinition } from '#marketplace/queue/define.ts';
import { forgetHits, forgetPhotos, markUnchecked, recountWords } from './maintenance.ts';

/** Every background job of the service; each domain adds its own here. */
export const allJobs: JobDefinition[] = [
  checkNamedLink,
  checkAskedLink,
  recheckLinks,
  forgetHits,
  forgetPhotos,
  forgetConsigned,
  recountWords,
  markUnchecked,
  reindex,
  writeCatalogues,
  countGroupsHourly,
  ...inquiryJobs,
  ...noticeJobs,
  ...practiceJobs,
];
