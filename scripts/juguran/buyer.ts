import { JSDOM } from 'jsdom';

/**
 * A person at the storefront with a browser that runs no script: opens pages, fills in the forms that they bring, presses
 * their button, follows where that leads.
 */
export class Buyer {
  #page = new JSDOM('');

  /** `at` tells one village's buyers from another's: each has an address of its own, as on the real internet. */
  constructor(
    private readonly marketUrl: string,
    private readonly at: number,
  ) {}

  get url(): string {
    return this.#page.window.location.href;
  }

  /** Opens a page. Throws on any answer but 200. */
  async open(url: string): Promise<void> {
    await this.#show(await fetch(url, { headers: this.#headers(), redirect: 'follow' }));
  }

  /** Opens the same page again. */
  reload(): Promise<void> {
    return this.open(this.url);
  }

  text(): string {
    return this.#page.window.document.body.textContent ?? '';
  }

  /** Throws with the page's words where it does not say this. */
  sees(words: string): void {
    if (!this.text().includes(words)) throw new Error(`${this.url} does not say "${words}": ${this.#main()}`);
  }

  count(selector: string): number {
    return this.#page.window.document.querySelectorAll(selector).length;
  }

  /** Fills in the form and presses its button; ends on the page that the answer leads to. Throws when it is refused. */
  async send(selector: string, typed: Record<string, string | File>): Promise<void> {
    const form = this.#page.window.document.querySelector<HTMLFormElement>(selector);
    if (form === null) throw new Error(`${this.url} has no ${selector}: ${this.#main()}`);
    const fields = new FormData();
    for (const [name, value] of new this.#page.window.FormData(form))
      if (typeof value === 'string' && !(name in typed)) fields.append(name, value);
    for (const [name, value] of Object.entries(typed)) fields.append(name, value);
    const isMultipart = form.enctype === 'multipart/form-data';
    const body = isMultipart ? fields : new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]));
    const headers = { ...this.#headers(), origin: this.marketUrl };
    await this.#show(await fetch(form.action, { method: 'POST', body, headers }));
  }

  async #show(answer: Response): Promise<void> {
    this.#page.window.close();
    this.#page = new JSDOM(await answer.text(), { url: answer.url });
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${this.#main()}`);
  }

  #headers(): Record<string, string> {
    return { accept: 'text/html', 'x-forwarded-for': `203.0.113.${this.at + 1}` };
  }

  #main(): string {
    const main = this.#page.window.document.querySelector('main, body')?.textContent ?? '';
    return main.replace(/\s+/g, ' ').slice(0, 400);
  }
}
