interface Props<Value extends string> {
  values: readonly Value[];
  chosen: readonly Value[];
  label: (value: Value) => string;
  onToggle: (value: Value) => void;
}

/** A few choices, all in sight, of which several may hold: real check boxes drawn as chips. */
export function Choices<Value extends string>({ values, chosen, label, onToggle }: Props<Value>) {
  return (
    <div class="choice">
      {values.map((value) => (
        <label key={value} class="choice-option">
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
          <span>{label(value)}</span>
        </label>
      ))}
    </div>
  );
}
