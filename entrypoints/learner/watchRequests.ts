import type { SentRequest } from '#utils/cms/learned/observeRequest.ts';
import { toldRequest } from '#utils/cms/learned/toldRequest.ts';
import { send } from '#utils/runtime/send.ts';

export interface Requests {
  /** Tells of uploads of this picture, too. */
  picture(fileName: string): void;
  end(): void;
}

/** Hears of the requests of the page's own script that carry the product's address, or its picture. */
export function watchRequests(document: Document, heard: (request: SentRequest) => void): Requests {
  const channel = `dodolan-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
  const listener = (event: Event) => {
    const request = toldRequest((event as CustomEvent).detail);
    if (request !== null) heard(request);
  };
  document.addEventListener(channel, listener);
  void send('lesson/requests', { channel }).catch(() => undefined);
  return {
    picture: (fileName) => document.dispatchEvent(new CustomEvent(`${channel}:picture`, { detail: fileName })),
    end() {
      document.removeEventListener(channel, listener);
      document.dispatchEvent(new Event(`${channel}:end`));
    },
  };
}
