import type { Db } from '#utils/db/db.ts';
import type { ShownPress } from '#utils/model/lesson.ts';
import { isAt, runningLesson } from './lesson.ts';
import { asDriven } from './pressed.ts';

/** Keeps how a page of the lesson looked when a button was pressed in it; null where that may not be done again. */
export async function sawPress(db: Db, tabUrl: string, pressed: ShownPress | null, now: number): Promise<void> {
  const lesson = await runningLesson(db, now);
  if (lesson === null || !isAt(tabUrl, lesson)) return;
  await db.change(['values'], async (tx) => {
    const now = await tx.value('lesson');
    if (!now || now.step === 'learned') return;
    const after = { ...now, pressed: pressed ?? undefined };
    // What was sent may have been told of before the press that sent it.
    await tx.setValue('lesson', (now.step === 'refused' && asDriven(after, after)) || after);
  });
}
