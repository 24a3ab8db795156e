import type { Maker, MakerPut } from '#contract';
import type { StoredMaker } from '#utils/model/maker.ts';
import type { VillageKey } from '#utils/model/site.ts';

const moment = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
const ms = (at: string | null): number | null => (at === null ? null : Date.parse(at));

/** What is said of a maker, on its way to the marketplace. */
export function toPut({ rev, serverRev, name, phone, consentAt, consentDevice, withdrawnAt }: StoredMaker): MakerPut {
  const consent = { consentAt: moment(consentAt), consentDevice, withdrawnAt: moment(withdrawnAt) };
  return { rev, base: serverRev, name, phone, ...consent };
}

function factsOf({ input }: Maker) {
  const { name, phone, consentDevice } = input;
  return { name, phone, consentAt: ms(input.consentAt), consentDevice, withdrawnAt: ms(input.withdrawnAt) };
}

/** A maker as the marketplace has it, in the place of what this device last heard. */
export function fromAnswer(answer: Maker, village: VillageKey, known: StoredMaker | undefined): StoredMaker {
  const { rev } = answer.input;
  const moved = known?.moved === undefined ? {} : { moved: known.moved };
  const said = { id: answer.id, village, ...factsOf(answer), rev, ...moved, updatedAt: Date.parse(answer.updatedAt) };
  return { ...said, ...agreedOn(answer) };
}

/** What an answer settles: words said since stay, and go on being owed. */
export function agreedOn(answer: Maker): Pick<StoredMaker, 'serverRev' | 'agreed'> {
  const { name, phone, consentAt } = factsOf(answer);
  return { serverRev: answer.input.rev, agreed: { name, phone, consentAt } };
}

/**
 * Words of this device over another device's, field by field: what only the other one changed is taken from there, what both
 * changed stays as it is here. Of consents and withdrawals the later ones count, wherever they were told.
 */
export function merged(mine: StoredMaker, answer: Maker): StoredMaker {
  const theirs = factsOf(answer);
  const named = (field: 'name' | 'phone') =>
    mine.agreed !== undefined && mine[field] === mine.agreed[field] ? theirs[field] : mine[field];
  const consent = (theirs.consentAt ?? 0) > (mine.consentAt ?? 0) ? theirs : mine;
  const { consentAt, consentDevice } = consent;
  const withdrawnAt = Math.max(mine.withdrawnAt ?? 0, theirs.withdrawnAt ?? 0) || null;
  const facts = { name: named('name'), phone: named('phone'), consentAt, consentDevice, withdrawnAt };
  const isSame = Object.entries(facts).every(([field, value]) => theirs[field as keyof typeof facts] === value);
  return { ...mine, ...facts, ...agreedOn(answer), rev: answer.input.rev + (isSame ? 0 : 1) };
}
