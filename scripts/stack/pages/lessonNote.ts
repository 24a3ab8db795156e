import type { CDPSession, Page } from '@playwright/test';
import { expect } from './expect.ts';

interface Node {
  nodeId: number;
  localName: string;
  nodeValue: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
}

/** The note of a lesson at the foot of a page: it stands in a closed shadow root, which only the browser itself looks into. */
export class LessonNote {
  constructor(
    private readonly page: Page,
    private readonly browser: CDPSession,
  ) {}

  static async on(page: Page): Promise<LessonNote> {
    return new LessonNote(page, await page.context().newCDPSession(page));
  }

  /** What it says now; '' while there is none. */
  async text(): Promise<string> {
    const note = await this.note();
    return note === null ? '' : textOf(note);
  }

  async says(words: string | RegExp): Promise<void> {
    await expect.poll(() => this.text()).toMatch(words);
  }

  /** Presses the button of this name with the mouse. */
  async press(label: string): Promise<void> {
    await this.says(label);
    const button = flat(await this.note()).find((node) => node.localName === 'button' && textOf(node) === label);
    const { model } = await this.browser.send('DOM.getBoxModel', { nodeId: button?.nodeId ?? 0 });
    const [left = 0, top = 0, right = 0, , , bottom = 0] = model.content;
    await this.page.mouse.click((left + right) / 2, (top + bottom) / 2);
  }

  private async note(): Promise<Node | null> {
    const { root } = (await this.browser.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
    const isNote = ({ localName, attributes = [] }: Node) => localName === 'section' && attributes.includes('status');
    return (
      flat(root).find((node) => isNote(node) && flat(node).some(({ localName }) => localName === 'button')) ?? null
    );
  }
}

function flat(node: Node | null): Node[] {
  if (node === null) return [];
  return [node, ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(flat)];
}

const textOf = (node: Node): string =>
  flat(node)
    .map(({ nodeValue }) => nodeValue)
    .join(' ')
    .trim();
