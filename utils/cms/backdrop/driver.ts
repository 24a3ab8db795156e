import { drupalDriver } from '#utils/cms/drupal/driver.ts';
import type { ToJpeg } from '#utils/cms/picture.ts';
import type { Driver } from '#utils/cms/types.ts';
import { library } from './library.ts';

/** Backdrop split off from Drupal 7 and kept its forms; what differs is in the table of names and found by how a form is built. */
export const backdropDriver = (toJpeg: ToJpeg): Driver => ({ ...drupalDriver(toJpeg, 'backdrop'), media: library });
