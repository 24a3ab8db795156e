/** What a form of the desk can say once it is done, and whether it says that something was not to be done. */
const SAID = {
  approved: false,
  suspended: false,
  already: false,
  revoked: false,
  revoked_none: true,
  site_added: false,
  site_refused: false,
  site_bad: true,
  site_none: true,
  site_elsewhere: true,
  offered: false,
  offered_none: true,
  withdrawn: false,
  withdrawn_none: true,
  hidden: false,
  hidden_no_reason: true,
  shown: false,
  listing_none: true,
  reports_closed: false,
  looked: false,
  looked_newer: true,
  nudged: false,
  nudged_no_way: true,
  nudged_too_soon: true,
  nudged_answered: true,
  elsewhere_shown: false,
  elsewhere_nobody_else: true,
  elsewhere_answered: true,
  link_asked: false,
  link_none: true,
} as const;

export type Said = keyof typeof SAID;

export const isSaid = (text: string): text is Said => Object.hasOwn(SAID, text);

export const isTrouble = (said: Said): boolean => SAID[said];
