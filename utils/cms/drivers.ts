import { toJpeg } from '#utils/photos/jpeg.ts';
import { backdropDriver } from './backdrop/driver.ts';
import { drupalDriver } from './drupal/driver.ts';
import { joomlaDriver } from './joomla/driver.ts';
import { opensidDriver } from './opensid/driver.ts';
import type { CmsId, Driver } from './types.ts';
import { wordpressDriver } from './wordpress/driver.ts';

/** The writing half of every adapter; injected into a page only when something is owed or asked there. */
export const drivers: Partial<Record<CmsId, Driver>> = {
  wordpress: wordpressDriver(toJpeg),
  opensid: opensidDriver(toJpeg),
  joomla: joomlaDriver(toJpeg),
  drupal: drupalDriver(toJpeg),
  backdrop: backdropDriver(toJpeg),
};
