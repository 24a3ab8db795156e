import { durationText } from '#contract/format.ts';
import { HOUR, MINUTE } from '#contract/time.ts';
import type { NoMore } from '#marketplace/inquiries/openingLimits.ts';
import type { View } from '#marketplace/web/view.ts';
import type { FormIssue } from './inquiryForm.ts';

/** Which limit said no, for how long, and how many villages would still fit where there is room for some. */
export function noMoreIssue({ locale }: View, { of, listing, left, secondsLeft }: NoMore): FormIssue {
  const wait = durationText(rounded(secondsLeft), locale);
  const name = listing?.village.name;
  if (name !== undefined) return { path: '', code: 'too_many_listing', values: [wait, name] };
  return { path: '', code: `too_many_${of}${left > 0 ? '_left' : ''}`, values: [wait, left] };
}

/** Rounded up, so that nobody waits and is refused once more. */
function rounded(seconds: number): number {
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? minutes * MINUTE : Math.ceil(minutes / 60) * HOUR;
}
