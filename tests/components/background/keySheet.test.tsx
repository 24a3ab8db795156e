// @vitest-environment jsdom
import '#tests/components/browser.ts';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { panelKeys, popupKeys } from '#components/background/commands.tsx';
import { KeySheet } from '#components/background/KeySheet.tsx';
import { mount } from '#tests/support/mount.ts';
import { loadWords } from '#utils/i18n/t.ts';

beforeEach(() => loadWords('id'));
// jsdom has the element and cannot open it.
HTMLDialogElement.prototype.showModal = vi.fn();

const press = (key: string, on: EventTarget = document.body) =>
  act(() => void on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));

it('"?" shows the keys of the surface and those of the browser, and Escape closes the list alone', async () => {
  const under = vi.fn();
  document.addEventListener('keydown', (event) => event.key === 'Escape' && !event.defaultPrevented && under());
  const { root } = mount(<KeySheet keys={panelKeys} />);
  await press('?');
  await vi.waitFor(() => expect(root.textContent).toContain('Alt+Shift+J'));
  expect(root.textContent).toContain('Terbitkan');
  await press('Escape', root.querySelector('dialog') as Element);
  expect(root.querySelector('dialog')).toBeNull();
  expect(under).not.toHaveBeenCalled();
});

it('a question mark that is typed stays one', async () => {
  const { root } = mount(
    <>
      <input />
      <KeySheet keys={popupKeys} />
    </>,
  );
  await press('?', root.querySelector('input') as Element);
  expect(root.querySelector('dialog')).toBeNull();
});
