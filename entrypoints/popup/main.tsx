import { startPage } from '../../components/background/start.tsx';
import { keepLive } from '../../utils/runtime/live.ts';
import { App } from './App.tsx';

void startPage(['settings/get', 'inquiry/list', 'outbox/list', 'connection/get', 'tab/status'], () => <App />);
keepLive();
