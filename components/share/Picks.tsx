interface Props<T extends string> {
  /** What is picked from, for who cannot see it. */
  label: string;
  options: readonly (readonly [value: T, name: string])[];
  value: T | null;
  onPick: (value: T) => void;
}

/** A row of buttons of which one is pressed. */
export function Picks<T extends string>({ label, options, value, onPick }: Props<T>) {
  return (
    <fieldset class="share-row share-picks" aria-label={label}>
      {options.map(([option, name]) => (
        <button
          key={option}
          type="button"
          class="btn"
          value={option}
          aria-pressed={option === value}
          onClick={() => onPick(option)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
