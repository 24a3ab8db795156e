import { useEffect, useRef, useState } from 'preact/hooks';
import { useBackground } from '#components/background/context.ts';
import { fieldId } from '#components/form/model.ts';
import type { PriceHint, Unit } from '#contract';
import { readUnit } from '#contract/unitWords.ts';
import type { Draft } from '#utils/model/draft.ts';
import { QUICK_ID } from './QuickLineField.tsx';

/** How long nothing may have changed before anybody is asked. */
const REST_MS = 800;
const SHORTEST = 3;
const LONGEST = 80;

/**
 * What the same goods cost in other villages, once name and unit stand. While the person is still in the name or in the
 * quick line nothing is asked: half a name is nobody's business. Without an answer there is no hint, and no word of that.
 */
export function usePriceHint({ id, form }: Draft): PriceHint | null {
  const { send } = useBackground();
  const isNaming = useIsNaming();
  const known = useRef(new Map<string, PriceHint | null>());
  const [, redraw] = useState(0);
  const name = form.name.trim();
  // A seller's own word counts what no other village's unit does.
  const unit = form.unitWord?.trim() ? null : readUnit(form.unit);
  const isAskable = unit !== null && name.length >= SHORTEST && name.length <= LONGEST;
  const key = `${unit} ${name}`;

  useEffect(() => {
    if (isNaming || !isAskable || known.current.has(key)) return;
    const ask = async (of: Unit) => {
      const hint = await send('price/hint', { id, name, unit: of }).catch(() => null);
      known.current.set(key, hint);
      redraw((count) => count + 1);
    };
    const timer = setTimeout(() => void ask(unit), REST_MS);
    return () => clearTimeout(timer);
  }, [isNaming, isAskable, key, id]);
  return isAskable ? (known.current.get(key) ?? null) : null;
}

/** True while the caret is where a name is being written. */
function useIsNaming(): boolean {
  const now = () => [fieldId('name'), QUICK_ID].includes(document.activeElement?.id ?? '');
  const [isNaming, setNaming] = useState(now);
  useEffect(() => {
    const look = () => setNaming(now());
    // When a field is left, nothing has the focus yet: only afterwards is it known where the person went.
    const left = () => setTimeout(look);
    document.addEventListener('focusin', look);
    document.addEventListener('focusout', left);
    look();
    return () => {
      document.removeEventListener('focusin', look);
      document.removeEventListener('focusout', left);
    };
  }, []);
  return isNaming;
}
