interface Option {
  value: string;
  label: string;
}

interface Props {
  /** The radio group's name; unique on the page. */
  name: string;
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
}

/**
 * A few choices, all in sight. They are real radio buttons drawn as chips, so arrows and screen readers work as always.
 */
export function Choice({ name, options, value, onChange, onBlur }: Props) {
  return (
    <div class="choice">
      {options.map((option) => (
        <label key={option.value} class="choice-option">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            onBlur={onBlur}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
