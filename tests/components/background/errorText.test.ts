import { beforeEach, expect, it, vi } from 'vitest';
import { errorText } from '#components/background/errorText.ts';
import { useWords } from '#tests/components/panel/words.ts';
import { AppError } from '#utils/appError.ts';

vi.hoisted(() => Object.assign(globalThis, { chrome: { runtime: { id: 'test', getURL: (path: string) => path } } }));

beforeEach(() => useWords('popup'));

it('who is told to wait is told how long, where that is known', () => {
  expect(errorText(new AppError('too_many', [], 421))).toContain('Tunggu 8 menit');
  expect(errorText(new AppError('too_many'))).toContain('Tunggu sebentar');
});
