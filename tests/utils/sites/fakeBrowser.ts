import type { ContentQuestion } from '#utils/runtime/contentMessages.ts';

interface FakeTab {
  id: number;
  url: string;
  windowId?: number;
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
  /** The windows that were brought to the front. */
  raised: number[] = [];
  session: Record<string, unknown> = {};

  reset(): void {
    Object.assign(this, new FakeBrowser());
  }

  private openTab(url: string): FakeTab {
    this.created.push(url);
    const tab = { id: 100 + this.created.length, url, windowId: this.created.length };
    this.tabs.push(tab);
    return tab;
  }

  private tabOf(id: number): FakeTab {
    const tab = this.tabs.find((found) => found.id === id);
    if (tab === undefined) throw new Error(`No tab with id: ${id}.`);
    return tab;
  }

  readonly api = {
    runtime: {
      id: 'ours',
      getURL: (path: string) => `chrome-extension://ours${path}`,
      getManifest: () => ({ version: '9.9.9' }),
    },
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
      create: async ({ url }: { url: string }) => this.openTab(url),
      get: async (id: number) => this.tabOf(id),
      update: async (id: number, { url }: { url?: string }) =>
        Object.assign(this.tabOf(id), url !== undefined && { url }),
    },
    windows: {
      create: async ({ url }: { url: string }) => ({ tabs: [this.openTab(url)] }),
      update: async (id: number) => void this.raised.push(id),
    },
    storage: {
      session: {
        get: async (name: string) => ({ [name]: this.session[name] }),
        set: async (values: Record<string, unknown>) => void Object.assign(this.session, values),
      },
    },
  };
}

/** A pattern without a port matches every port, as in both browsers. */
function matches(pattern: string, address: string): boolean {
  const url = URL.parse(address);
  return url !== null && pattern === `${url.protocol}//${url.hostname}/*`;
}

export const fake = new FakeBrowser();
