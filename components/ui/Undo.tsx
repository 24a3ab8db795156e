import { useEffect } from 'preact/hooks';
import { Button } from './Button.tsx';

interface Props {
  text: string;
  undoLabel: string;
  onUndo: () => void;
  /** Called when the line was on screen long enough. */
  onGone: () => void;
  /** Milliseconds. */
  stayMs?: number;
}

/** A line at the bottom that says what was done, with one button to undo it. */
export function Undo({ text, undoLabel, onUndo, onGone, stayMs = 10_000 }: Props) {
  useEffect(() => {
    const timer = setTimeout(onGone, stayMs);
    return () => clearTimeout(timer);
  }, [text, stayMs]);
  return (
    <div class="undo" role="status">
      <span>{text}</span>
      <Button look="quiet" onClick={onUndo}>
        {undoLabel}
      </Button>
    </div>
  );
}
