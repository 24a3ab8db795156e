import type { Page } from '@playwright/test';
import type { Panel } from '#stack/pages/panel.ts';

/** One article as the CMS itself holds it. */
export interface Article {
  title: string;
  html: string;
  isPublished: boolean;
}

/** A village's own site, as its official uses it. */
export interface Site {
  /** The CMS, as the table names it. */
  cms: string;
  url: string;
  /** Signs the official in, in this tab. */
  signIn(page: Page): Promise<void>;
  /** Goes to the admin page where the official begins a product. */
  begin(page: Page): Promise<void>;
  /** Shows once how an article is saved, after the first product was published; null where the CMS is known. */
  teach: ((page: Page, panel: Panel) => Promise<void>) | null;
  /** Every article that the CMS holds, drafts too; never what the extension believes. */
  articles(): Promise<Article[]>;
  stop(): Promise<void>;
}
