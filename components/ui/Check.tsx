import type { ComponentChildren } from 'preact';

interface Props {
  id: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  onBlur?: () => void;
  label: ComponentChildren;
  hint?: ComponentChildren;
  error?: string | null | undefined;
}

/** A check box whose whole line can be pressed. */
export function Check({ id, checked, onChange, onBlur, label, hint, error }: Props) {
  return (
    <div class="field check">
      <label class="check-line" for={id}>
        <input
          id={id}
          type="checkbox"
          checked={checked}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={`${id}-hint ${id}-error`}
          onChange={(event) => onChange(event.currentTarget.checked)}
          onBlur={onBlur}
        />
        <span>{label}</span>
      </label>
      <div class="hint" id={`${id}-hint`}>
        {hint}
      </div>
      <div class="error" id={`${id}-error`} role="status">
        {error}
      </div>
    </div>
  );
}
