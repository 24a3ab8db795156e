// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { OutboxLine } from '#components/listings/OutboxLine.tsx';
import { useWords } from '#tests/components/panel/words.ts';
import { mount } from '#tests/support/mount.ts';
import type { OutboxRow, WaitReason } from '#utils/model/outbox.ts';

const row = (reason: WaitReason): OutboxRow => ({
  kind: 'listing',
  id: '0123456789abcdef',
  rev: 1,
  owed: ['linkback'],
  photosDone: 0,
  photosAll: 0,
  attempts: 1,
  nextAt: 0,
  reason,
  detail: null,
  createdAt: 0,
});

// This stands before anything that reads `browser`, because there is none outside an extension.
vi.hoisted(() => Object.assign(globalThis, { chrome: { runtime: { id: 'test', getURL: (path: string) => path } } }));

it('says "signal" only of what waits for a signal, and of the rest whose turn it is', async () => {
  await useWords('popup');
  const reasons: WaitReason[] = ['offline', 'server_down', 'too_many', 'site_down', 'site_down', 'password_due'];
  const { root } = mount(<OutboxLine outbox={reasons.map(row)} />);
  expect(root.textContent).toBe(
    'Menunggu sinyal (1) · Menunggu pasar menjawab (2) · Menunggu situs desa pulih (2) · Perlu Anda lihat di Produk atau Pesan (1)',
  );
});

it('says first that a tab was closed in the middle of a write, and what to do', async () => {
  await useWords('popup');
  const { root } = mount(
    <OutboxLine outbox={[row('offline'), { ...row('no_tab'), detail: 'closed' }, row('no_tab')]} />,
  );
  expect(root.textContent).toBe(
    'Tab admin tertutup sebelum tautan selesai ditulis: buka lagi admin situs desa (1) · Menunggu sinyal (1) · Perlu Anda lihat di Produk atau Pesan (1)',
  );
});
