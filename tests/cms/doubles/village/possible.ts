import { AXES, type Axis, FORM_FLAVOURS, UPLOADS, type VillageOptions } from './axes.ts';

interface Rule {
  axis: Axis;
  values: readonly string[];
  other: Axis;
  allowed: readonly string[];
}

type Value<A extends Axis> = VillageOptions[A];

/** A site that has one of these values has one of those on the other axis. */
const rule = <A extends Axis, B extends Axis>(
  axis: A,
  values: readonly Value<A>[],
  other: B,
  allowed: readonly Value<B>[],
): Rule => ({ axis, values, other, allowed });

const without = <A extends Axis>(axis: A, ...left: Value<A>[]): Value<A>[] => {
  const values: readonly string[] = AXES[axis];
  return values.filter((value): value is Value<A> => !left.includes(value as Value<A>));
};

const RULES: readonly Rule[] = [
  // JSON carries no file: such pages send it first, or take an address. Livewire, too, sends it first.
  rule('flavour', ['json', 'whole', 'storageToken'], 'picture', ['none', ...UPLOADS, 'urlBox', 'fileManager']),
  rule('flavour', ['driven'], 'picture', ['none', 'uploadFirst', 'urlBox']),
  // A form that the browser sends cannot end on JSON: the person would read it.
  rule('flavour', FORM_FLAVOURS, 'success', without('success', 'json200')),
  // A script that fetches decides by itself where to go next; nothing leads it back.
  rule('flavour', ['json', 'jsonMultipart', 'whole', 'storageToken'], 'success', without('success', 'backToReferer')),
  // Livewire answers 200 JSON either way, so that `json200` is no case of its own.
  rule('flavour', ['driven'], 'success', ['redirectList', 'sameFormAlert']),
  // The modals' forms, the whole collection and Livewire know one address for everything.
  rule('flavour', ['modal', 'whole', 'driven'], 'change', ['sameAddress']),
  // Where every article is sent each time, deleting is a save without it.
  rule('flavour', ['whole'], 'takeDown', without('takeDown', 'deleteGet', 'deletePost')),
  // A link carries no token out of the storage.
  rule('flavour', ['storageToken'], 'takeDown', without('takeDown', 'deleteGet', 'deletePost')),
  // A token comes from signing in.
  rule('flavour', ['storageToken'], 'session', without('session', 'noSignIn')),
  // Only a cookie tells a public page that its reader is signed in.
  rule('flavour', ['storageToken'], 'public', without('public', 'hiddenFromSignedIn')),
  rule('session', ['noSignIn'], 'public', without('public', 'hiddenFromSignedIn')),
  // What is always public has no status that could be taken away.
  rule('status', ['always'], 'takeDown', without('takeDown', 'statusField')),
  // A mock-up saves nothing: only what it shows and how it is reached can differ.
  rule('flavour', ['dead'], 'picture', ['none', 'optionalFile', 'urlBox']),
  rule('flavour', ['dead'], 'status', ['always']),
  rule('flavour', ['dead'], 'success', ['sameFormAlert']),
  rule('flavour', ['dead'], 'public', ['slugList', 'idList', 'subfolder']),
  rule('flavour', ['dead'], 'change', ['ownPage']),
  rule('flavour', ['dead'], 'takeDown', ['deleteDead', 'none']),
];

/** Whether such a site can be. Axes that are not said rule nothing out. */
export function isPossible(set: Partial<VillageOptions>): boolean {
  return RULES.every(({ axis, values, other, allowed }) => {
    const [one, two] = [set[axis], set[other]];
    return one === undefined || two === undefined || !values.includes(one) || allowed.includes(two);
  });
}

/** The simplest site with these traits: every other axis gets its first value that goes with them. */
export function withTraits(traits: Partial<VillageOptions>): VillageOptions {
  const axes = Object.keys(AXES) as Axis[];
  const fill = (set: Partial<VillageOptions>): Partial<VillageOptions> | null => {
    if (!isPossible(set)) return null;
    const open = axes.find((axis) => set[axis] === undefined);
    if (open === undefined) return set;
    for (const value of AXES[open]) {
      const filled = fill({ ...set, [open]: value });
      if (filled !== null) return filled;
    }
    return null;
  };
  const whole = fill(Object.fromEntries(Object.entries(traits).filter(([, value]) => value !== undefined)));
  if (whole === null) throw new Error(`no village site is like this: ${JSON.stringify(traits)}`);
  return whole as VillageOptions;
}
