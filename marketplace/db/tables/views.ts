export interface ViewTables {
  /** `month` is `2026-11`, as it is in Java. */
  listing_views: { village_id: string; listing_id: string; month: string; views: number };
  /** Who was counted for what on a day, without anything by which to know them. */
  views_seen: { day: string; hash: string };
}
