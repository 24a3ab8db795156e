import { startPage } from '../../components/background/start.tsx';
import { Options } from '../../components/options/Options.tsx';

void startPage(['settings/get', 'connection/get', 'site/list'], () => <Options />);
