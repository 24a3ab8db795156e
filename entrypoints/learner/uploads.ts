import { pictureInput } from '#utils/cms/learned/giveWords.ts';
import type { SentRequest } from '#utils/cms/learned/observeRequest.ts';
import { isTaken, isWidget, lastItem } from '#utils/cms/learned/pictureWidgets.ts';
import { type SeenUpload, seenUpload, standingIn } from '#utils/cms/learned/seenUpload.ts';

/** How long (ms) a script may take to begin with an upload, and how long the upload may last. */
const BEGINS = 300;
const LASTS = 15_000;
const STEP = 200;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** What becomes of the picture that a lesson puts into a form. */
export interface Uploads {
  /** Where the page's script has sent it. */
  seen: readonly SeenUpload[];
  /** Hears of a request of the picture: that it begins, and how it was answered. */
  heard(request: SentRequest): void;
  /** Puts the picture in, and answers whether the form has it: in a field, or sent to its end. */
  give(form: HTMLFormElement, put: () => boolean): Promise<boolean>;
}

export function watchUploads(document: Document): Uploads {
  const seen: SeenUpload[] = [];
  let had = standingIn(document);
  let onWay = 0;
  let isLastTaken = true;
  return {
    seen,
    heard(request) {
      const { answer } = request;
      onWay += answer === undefined ? 1 : -1;
      if (answer === undefined) return;
      isLastTaken = answer !== '';
      const upload = seenUpload(request, { document, page: new URL(document.location.href), had });
      if (upload !== null) seen.push(upload);
    },
    async give(form, put) {
      const input = pictureInput(form);
      const item = lastItem(document);
      const sent = seen.length;
      had = standingIn(document);
      onWay = 0;
      isLastTaken = true;
      if (!put()) return false;
      if (input === undefined || isWidget(input))
        return isTaken(document, item, { wait, isSent: () => seen.length > sent && isLastTaken });
      await wait(BEGINS);
      for (let passed = 0; onWay > 0 && passed < LASTS; passed += STEP) await wait(STEP);
      return isLastTaken;
    },
  };
}
