interface Props {
  /** 0 to `max`. */
  value: number;
  max: number;
  /** What is being done now, in words. */
  label: string;
}

/** A bar with words: a screen reader reads the words, and the bar can be seen from afar. */
export function Progress({ value, max, label }: Props) {
  return (
    <div class="progress">
      <progress value={value} max={max} aria-label={label} />
      <p role="status">{label}</p>
    </div>
  );
}
