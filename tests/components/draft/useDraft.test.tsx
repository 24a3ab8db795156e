// @vitest-environment jsdom
import { useLayoutEffect } from 'preact/hooks';
import { expect, it } from 'vitest';
import { BackgroundContext } from '#components/background/context.ts';
import { useDraft } from '#components/draft/useDraft.ts';
import { mount } from '#tests/support/mount.ts';
import { emptyForm } from '#utils/listing/form.ts';
import type { Draft } from '#utils/model/draft.ts';

const form = emptyForm({ producerName: '', producerPhone: '', terms: '', category: '', unit: 'kg' });
const DRAFT: Draft = {
  id: 'b'.repeat(16),
  siteUrl: null,
  form,
  photos: [],
  baseRev: 0,
  prefilled: null,
  issues: [],
  updatedAt: 0,
};

it('shows what was pressed in the moment after its first drawing, before the browser has painted', () => {
  function Page() {
    const { store, draft } = useDraft(DRAFT, null);
    useLayoutEffect(() => store.change((now) => ({ ...now, form: { ...form, name: 'Keripik' } })), [store]);
    return <p>{draft.form.name}</p>;
  }
  const background = {
    send: async () => ({ savedAt: 1 }) as never,
    onChanged: () => () => undefined,
    holdWorkPort: () => () => undefined,
  };
  const { root } = mount(
    <BackgroundContext.Provider value={background}>
      <Page />
    </BackgroundContext.Provider>,
  );
  expect(root.textContent).toBe('Keripik');
});
