import { describe, expect, test } from 'vitest';
import { toNote } from '#utils/aside/note.ts';

describe('the text of a row that cannot be read', () => {
  const text = (store: string, row: object) => JSON.stringify(toNote({ store, key: 'x', row, at: 1 }));

  test('holds no invite code, wherever the link stands', () => {
    const typed = { key: 'invite', text: { typed: 'Ini: https://pasar.example/undang/rahasia ya' } };
    expect(text('typed', typed)).not.toContain('rahasia');
    expect(text('typed', typed)).toContain('https://pasar.example/undang/…');
  });

  test('holds no device token, under whatever name', () => {
    const token = `${'a'.repeat(16)}.${'B'.repeat(43)}`;
    expect(text('villages', { key: 'x', secret: { deviceToken: token } })).not.toContain(token);
  });
});
