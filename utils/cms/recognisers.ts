import { assist } from './assist/recognise.ts';
import { backdrop } from './backdrop/recognise.ts';
import { drupal } from './drupal/recognise.ts';
import { joomla } from './joomla/recognise.ts';
import { opensid } from './opensid/recognise.ts';
import type { Recogniser } from './types.ts';
import { wordpress } from './wordpress/recognise.ts';

/** In the order in which they are asked; each is sure of its own CMS, so the order only saves time; but `assist` is what is left. */
export const RECOGNISERS: Recogniser[] = [wordpress, opensid, joomla, backdrop, drupal, assist];
