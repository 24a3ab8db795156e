import { startPage } from '../../components/background/start.tsx';
import { Receipt, receiptAsked } from '../../components/inbox/Receipt.tsx';
import { keepLive } from '../../utils/runtime/live.ts';
import { App } from './App.tsx';

const inquiryId = receiptAsked(location.hash);

void startPage(['settings/get', 'inquiry/list', 'outbox/list', 'village/list', 'tab/status'], () =>
  inquiryId === null ? <App /> : <Receipt inquiryId={inquiryId} />,
);
keepLive();
