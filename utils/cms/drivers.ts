import type { CmsId, Driver } from './types.ts';
import { wordpress } from './wordpress/driver.ts';

/** The writing half of every adapter; injected into a page only when something is owed or asked there. */
export const drivers: Partial<Record<CmsId, Driver>> = { wordpress };
