import type { ContentQuestion } from '#utils/runtime/contentMessages.ts';

interface FakeTab {
  id: number;
  url: string;
  active?: boolean;
  /** What its content script answers; absent where none runs. */
  content?: (question: ContentQuestion) => unknown;
}

interface Script {
  id: string;
  js?: string[];
  matches?: string[];
}

/** The few calls that `utils/sites` makes, with a browser's own rules for them. */
export class FakeBrowser {
  granted = new Set<string>();
  scripts: Script[] = [];
  tabs: FakeTab[] = [];
  injected: { tabId: number; file: string }[] = [];
  asked: { tabId: number; question: ContentQuestion }[] = [];
  created: string[] = [];

  reset(): void {
    Object.assign(this, new FakeBrowser());
  }

  readonly api = {
    runtime: { id: 'ours', getURL: (path: string) => `chrome-extension://ours${path}` },
    permissions: {
      contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => this.granted.has(origin)),
      remove: async ({ origins }: { origins: string[] }) => {
        for (const origin of origins) this.granted.delete(origin);
        return true;
      },
    },
    scripting: {
      getRegisteredContentScripts: async () => [...this.scripts],
      registerContentScripts: async (scripts: Script[]) => {
        for (const script of scripts) {
          if (this.scripts.some(({ id }) => id === script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          if (script.matches?.some((pattern) => /:\d+\//.test(pattern)))
            throw new Error('Firefox takes no port in a pattern');
        }
        this.scripts.push(...scripts);
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        for (const id of ids)
          if (!this.scripts.some((script) => script.id === id)) throw new Error(`Nonexistent script ID '${id}'`);
        this.scripts = this.scripts.filter(({ id }) => !ids.includes(id));
      },
      executeScript: async ({ target, files }: { target: { tabId: number }; files: string[] }) => {
        this.injected.push({ tabId: target.tabId, file: files[0] ?? '' });
        return [];
      },
    },
    tabs: {
      query: async ({ url, active }: { url?: string[]; active?: boolean }) =>
        this.tabs.filter(
          (tab) => (url === undefined || url.some((pattern) => matches(pattern, tab.url))) && (!active || tab.active),
        ),
      sendMessage: async (tabId: number, question: ContentQuestion) => {
        const content = this.tabs.find(({ id }) => id === tabId)?.content;
        if (content === undefined) throw new Error('Could not establish connection. Receiving end does not exist.');
        this.asked.push({ tabId, question });
        return content(question);
      },
      create: async ({ url }: { url: string }) => this.created.push(url),
      update: async (id: number) => this.tabs.find((tab) => tab.id === id),
    },
    windows: { update: async () => undefined },
  };
}

/** A pattern without a port matches every port, as in both browsers. */
function matches(pattern: string, address: string): boolean {
  const url = URL.parse(address);
  return url !== null && pattern === `${url.protocol}//${url.hostname}/*`;
}

export const fake = new FakeBrowser();
