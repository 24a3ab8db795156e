import * as z from 'zod/mini';
import { isDay, type PermitKind, SHAPES } from './permitText.ts';

export {
  isPermitNumber,
  listPermits,
  PERMIT_CHECKS,
  PERMIT_KINDS,
  PERMIT_NAMES,
  type PermitKind,
  permitText,
  permitUntil,
} from './permitText.ts';

/** A day in WIB: `2028-12-31`. */
const Day = z.string().check(z.refine(isDay, 'permit_until_malformed'));

function permit(kind: PermitKind) {
  const number = z.string().check(z.regex(SHAPES[kind], `${kind}_malformed`));
  return z.optional(z.nullable(z.object({ number, until: z.nullable(Day) })));
}

/**
 * Numbers that the seller gives; only their shape is looked at. A kind that is absent is not spoken of: what was said of it
 * before stays. `null` says that there is none any more. A further kind is a further optional member, so that an older
 * device neither stumbles over it nor takes it away.
 */
export const Permits = z.object({
  pirt: permit('pirt'),
  bpom: permit('bpom'),
  halal: permit('halal'),
  nib: permit('nib'),
} satisfies Record<PermitKind, unknown>);
export type Permits = z.infer<typeof Permits>;
export type Permit = NonNullable<Permits[PermitKind]>;

const anyPermit = z.optional(
  z.nullable(
    z.object({ number: z.string().check(z.maxLength(60)), until: z.nullable(z.string().check(z.maxLength(10))) }),
  ),
);

/** The same where it is read and not asked for: the shape of a number may have become wider since this version. */
export const KnownPermits = z.object({
  pirt: anyPermit,
  bpom: anyPermit,
  halal: anyPermit,
  nib: anyPermit,
} satisfies Record<PermitKind, unknown>);
export type KnownPermits = z.infer<typeof KnownPermits>;
