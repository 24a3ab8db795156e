import { beforeEach, describe, expect, test, vi } from 'vitest';
import { send } from '#utils/runtime/send.ts';

const sendMessage = vi.hoisted(() => vi.fn<(question: unknown) => Promise<unknown>>());
vi.mock('wxt/browser', () => ({ browser: { runtime: { sendMessage } } }));

const DIED = new Error('the message channel closed before a response was received');
const answer = { ok: true, value: { label: 'Jual produk' } };

describe('a question to the background', () => {
  beforeEach(() => void sendMessage.mockReset());

  test('outlives a worker that dies under it, once: the next one is asked the same', async () => {
    sendMessage.mockRejectedValueOnce(DIED).mockResolvedValueOnce(answer);
    await expect(send('settings/get', {})).resolves.toEqual(answer.value);
    expect(sendMessage.mock.calls).toEqual([
      [{ name: 'settings/get', input: {} }],
      [{ name: 'settings/get', input: {} }],
    ]);
  });

  test('says no_answer where nobody is left, as after an update', async () => {
    sendMessage.mockRejectedValue(DIED);
    await expect(send('settings/get', {})).rejects.toMatchObject({ code: 'no_answer' });
  });

  test('says no_answer where the extension was switched off while the answer was on its way', async () => {
    vi.useFakeTimers();
    sendMessage.mockReturnValue(new Promise(() => undefined));
    const asked = expect(send('settings/get', {})).rejects.toMatchObject({ code: 'no_answer' });
    await vi.advanceTimersByTimeAsync(5000);
    await asked;
    vi.useRealTimers();
  });

  test('a refusal is an answer: it is not asked again', async () => {
    sendMessage.mockResolvedValue({ ok: false, code: 'not_connected', issues: [], retryAfterSeconds: null });
    await expect(send('settings/get', {})).rejects.toMatchObject({ code: 'not_connected' });
    expect(sendMessage).toHaveBeenCalledTimes(1);
  });
});
