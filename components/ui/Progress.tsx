interface Props {
  /** 0 to `max`. */
  value: number;
  max: number;
  /** What is being done now, in words. */
  label: string;
}

/** A bar with words; the words are what a screen reader hears, the bar is what is seen from afar. */
export function Progress({ value, max, label }: Props) {
  return (
    <div class="progress">
      <progress value={value} max={max} aria-label={label} />
      <p role="status">{label}</p>
    </div>
  );
}
