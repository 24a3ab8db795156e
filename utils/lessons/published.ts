import type { Lesson, ShownSave } from '#utils/model/lesson.ts';

/**
 * A draft that the person has just published in the form for changing it: how a new article is saved is what was seen
 * first, with the choices of now. Null where the save was no such one, and where the two forms call the choice otherwise:
 * then a new article would go on being a draft.
 */
export function publishedAfter({ save: first, deed = 'create', why }: Lesson, now: ShownSave): ShownSave | null {
  if (first === null || deed !== 'create' || why !== 'not_public') return null;
  if (now.page === first.page && now.action === first.action) return null;
  const chosen = new Map(now.shown.map(({ name, value }) => [name, value]));
  const shown = first.shown.map((choice) => ({ ...choice, value: chosen.get(choice.name) ?? choice.value }));
  const isOther = shown.some(({ value }, at) => value !== first.shown[at]?.value);
  return isOther ? { ...first, shown } : null;
}
