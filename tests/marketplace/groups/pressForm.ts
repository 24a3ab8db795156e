import type { Marketplace } from '#tests/marketplace/harness.ts';
import type { Page } from '#tests/marketplace/inquiries/buyer.ts';
import { read } from '#tests/marketplace/pages/read.ts';

export type Typed = Record<string, string | string[]>;

interface Sent {
  headers?: Record<string, string>;
  /** The button that is pressed, where it has an address or a value of its own. */
  button?: string;
}

/** Presses the form to several villages, with its hidden fields and what was typed. */
export async function pressForm(
  market: Marketplace,
  page: Page,
  typed: Typed,
  ip: string,
  { headers = {}, button }: Sent = {},
): Promise<Page> {
  const form = read(page.html).querySelector('form.group-form');
  if (!form) throw new Error('no form');
  const fields = new URLSearchParams();
  for (const input of form.querySelectorAll<HTMLInputElement>('input[type=hidden]')) {
    fields.append(input.name, input.value);
  }
  for (const [name, value] of Object.entries({ consent: 'ya', ...typed })) {
    fields.delete(name);
    for (const one of [value].flat()) fields.append(name, one);
  }
  const pressed = button === undefined ? null : form.querySelector<HTMLButtonElement>(button);
  if (button !== undefined && !pressed) throw new Error(`no button ${button}`);
  if (pressed?.name) fields.append(pressed.name, pressed.value);
  const action = pressed?.getAttribute('formaction') ?? form.getAttribute('action') ?? '';
  const answer = await market.call('POST', action.replace(/#.*/, ''), {
    ip,
    raw: fields.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
}
