// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { Code } from '#components/background/code.ts';
import { DraftStore } from '#components/draft/draftStore.ts';
import { type QuickLine, useQuickLine } from '#components/draft/useQuickLine.ts';
import { mount } from '#tests/support/mount.ts';
import { emptyForm } from '#utils/listing/form.ts';
import { NOTHING_FILLED } from '#utils/listing/quickfill.ts';
import type { Draft } from '#utils/model/draft.ts';

type Reader = typeof import('#components/draft/readLine.ts');
const held = vi.hoisted((): { reader: Code<Reader> | null } => ({ reader: null }));
vi.mock('#components/draft/code.ts', () => ({
  get lineReader() {
    return held.reader;
  },
}));

const DRAFT: Draft = {
  id: 'b'.repeat(16),
  siteUrl: null,
  form: emptyForm({ producerName: '', producerPhone: '', terms: '', category: '', unit: '' }),
  photos: [],
  baseRev: 0,
  prefilled: null,
  issues: [],
  updatedAt: 0,
};

/** A line on screen whose code is not here yet, as in a panel that was opened this moment. */
function open(draft: Draft) {
  let arrive = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  held.reader = new Code(() => asked.then(() => import('#components/draft/readLine.ts')));
  const ahead = vi.fn<(draft: Draft) => void>();
  const store = new DraftStore(draft, { ahead, save: async () => undefined, confirmed: () => undefined });
  const now: { quick: QuickLine | null } = { quick: null };
  function Line() {
    now.quick = useQuickLine(store);
    return null;
  }
  mount(<Line />);
  if (now.quick === null) throw new Error('nothing was drawn');
  return { store, ahead, quick: now.quick, arrive };
}

it('letters that come before the code that reads them are stored at once, and fill the form when it is here', async () => {
  const { store, ahead, quick, arrive } = open(DRAFT);
  quick.write('Gula semut 25rb');
  expect(store.draft.line?.text).toBe('Gula semut 25rb');
  expect(ahead.mock.lastCall?.[0].line?.text).toBe('Gula semut 25rb');
  expect(store.draft.form.name).toBe('');
  arrive();
  await quick.asked();
  expect(store.draft.form).toMatchObject({ name: 'Gula semut', price: '25rb' });
});

it('what a line has filled in stays in the form while its next letters cannot be read', async () => {
  const form = { ...DRAFT.form, name: 'Gula semut' };
  const fill = { written: { name: 'Gula semut' }, before: { name: '' }, theirs: [] };
  const { store, quick, arrive } = open({ ...DRAFT, form, line: { text: 'Gula semut', fill, answered: [] } });
  quick.write('Gula semut asli');
  expect(store.draft.form.name).toBe('Gula semut');
  arrive();
  await quick.asked();
  expect(store.draft.form.name).toBe('Gula semut asli');
});

it('a line that was stored unread, because its page was closed at once, is read by the next page', async () => {
  const line = { text: 'Gula semut 25rb', fill: NOTHING_FILLED, answered: [] };
  const { store, quick, arrive } = open({ ...DRAFT, line });
  arrive();
  await quick.asked();
  expect(store.draft.form.name).toBe('Gula semut');
});
