import type { Page } from '@playwright/test';
import type { Market } from '#stack/market.ts';
import type { WordPress } from '#stack/wordpress.ts';

export type Language = 'id' | 'en';

/** One thing that a person may see. */
export interface Surface {
  /** Brings it about in a page of its own, which is closed after the pictures. */
  open(language: Language): Promise<Page>;
  /** Brings into sight what the picture is of, at each width. */
  aim?(page: Page): Promise<unknown>;
  /** Puts back what `open` changed for the others, also when it failed. */
  leave?(): Promise<unknown>;
  /** The picture is as high as the window: the page scrolls inside. */
  isWindow?: boolean;
}

export type Surfaces = Record<string, Surface>;

export interface Stage {
  market: Market;
  wordpress: WordPress;
}
