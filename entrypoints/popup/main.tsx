import { browser } from 'wxt/browser';
import { startPage } from '#components/background/start.tsx';
import { Receipt, receiptAsked } from '#components/inbox/Receipt.tsx';
import { directReads } from '#utils/background/directReads.ts';
import { holdLivePort } from '#utils/runtime/keepAlivePort.ts';
import { send } from '#utils/runtime/send.ts';
import { App } from './App.tsx';

const inquiryId = receiptAsked(location.hash);

void startPage(
  ['settings/get', 'inquiry/list', 'outbox/list', 'village/list', 'first/step', 'consignment/list'],
  () => (inquiryId === null ? <App /> : <Receipt inquiryId={inquiryId} />),
  // Firefox gives a private window's pages a store of their own, which is empty.
  browser.extension.inIncognitoContext ? send : directReads(send),
  // The page is drawn before the port is opened: a worker that wakes up beside it takes the old laptop's time.
).then(holdLivePort);
