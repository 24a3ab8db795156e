import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { newId } from '#contract/newId.ts';
import { HOUR } from '#contract/time.ts';
import { createDb } from '#utils/db/db.ts';
import { runningLesson } from '#utils/lessons/lesson.ts';

test('a lesson that nobody went on with is forgotten after two hours, with what was shown in it', async () => {
  globalThis.indexedDB = new IDBFactory();
  const db = createDb();
  const lesson = {
    siteUrl: 'https://onje.desa.id',
    listingId: newId(),
    link: 'https://pasar.desa.id/p/1',
    title: 'Gula semut',
    pictureUrl: null,
    startedAt: 1_700_000_000_000,
    step: 'open' as const,
    why: null,
    save: null,
  };
  await db.change(['values'], (tx) => tx.setValue('lesson', lesson));
  expect(await runningLesson(db, lesson.startedAt + 2 * HOUR)).toEqual(lesson);
  expect(await runningLesson(db, lesson.startedAt + 2 * HOUR + 1)).toBeNull();
  expect(await db.read(['values'], (tx) => tx.value('lesson'))).toBeFalsy();
});
