import { browser } from 'wxt/browser';
import { startPage } from '#components/background/start.tsx';
import { receiptAsked } from '#components/inbox/receiptAddress.ts';
import { directReads } from '#utils/background/directReads.ts';
import { holdLivePort } from '#utils/runtime/keepAlivePort.ts';
import { send } from '#utils/runtime/send.ts';
import { App } from './App.tsx';
import { readOn, receiptCode } from './code.ts';

/** Draws the popup, or the receipt that its address asks for. */
export async function start(): Promise<void> {
  const inquiryId = receiptAsked(location.hash);
  const receipt = inquiryId === null ? null : { inquiryId, ...(await receiptCode.load()) };

  await startPage(
    ['settings/get', 'inquiry/list', 'outbox/list', 'village/list', 'first/step', 'consignment/list'],
    () => (receipt === null ? <App /> : <receipt.Receipt inquiryId={receipt.inquiryId} />),
    // Firefox gives a private window's pages a store of their own, which is empty.
    browser.extension.inIncognitoContext ? send : directReads(send),
    // The page is drawn before the port is opened: a worker that wakes up beside it takes the old laptop's time.
  );
  holdLivePort();
  setTimeout(readOn, 300);
}
