import { startPage } from '#components/background/start.tsx';
import { Options } from '#components/options/Options.tsx';

void startPage(['settings/get', 'village/list', 'site/list'], () => <Options />);
