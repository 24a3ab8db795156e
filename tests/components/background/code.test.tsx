// @vitest-environment jsdom
import '#tests/components/browser.ts';
import { expect, test, vi } from 'vitest';
import { Code, useCode } from '#components/background/code.ts';
import { mount } from '#tests/support/mount.ts';

const shows = (root: Element, text: string) => vi.waitFor(() => expect(root.textContent).toBe(text));

test('code that arrives between the drawing and its effect is shown', async () => {
  const code = new Code(async () => 'here');
  function View() {
    const value = useCode(code);
    // Somebody else asked for it, and it comes after this was drawn.
    code.here = 'here';
    return <p>{value ?? 'nothing'}</p>;
  }
  const { root } = mount(<View />);
  await shows(root, 'here');
});

test('code that could not be read is asked for again by the next view', async () => {
  let tries = 0;
  const code = new Code(async () => {
    tries += 1;
    if (tries === 1) throw new Error('gone');
    return 'here';
  });
  const View = () => <p>{useCode(code) ?? 'nothing'}</p>;
  const first = mount(<View />);
  await shows(first.root, 'nothing');
  await vi.waitFor(() => expect(tries).toBe(1));
  const second = mount(<View />);
  await shows(second.root, 'here');
});
