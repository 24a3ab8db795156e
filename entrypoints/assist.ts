import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type AssistAnswers, type AssistQuestion, answerAssist } from '#utils/cms/assist/inPage.ts';
import { jpegFile } from '#utils/photos/jpegFile.ts';

declare global {
  /** This file sets it for the call that is injected right behind it. */
  var dodolanAssist: ((question: AssistQuestion) => Promise<AssistAnswers[AssistQuestion['name']]>) | undefined;
}

/** Looks at a page of a site that no adapter knows, and helps a person there. Injected on demand, into our own world. */
export default defineUnlistedScript(() => {
  globalThis.dodolanAssist = (question) => answerAssist(question, document, jpegFile);
});
