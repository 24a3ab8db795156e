import { render } from 'preact';
import '#components/theme.css';
import '#components/ui/ui.css';
import '#components/listing/card.css';
import '#components/listing/product.css';
import '#components/form/form.css';
import '#components/draft/photos.css';
import '#components/panel/sending.css';
import '#components/insert/insert.css';
import '#components/import/shop.css';
import '#components/productList/list.css';
import '#components/consignments/consignments.css';
import './panel.css';
import { readOn } from '#components/panel/LazyList.tsx';
import { takeListingId } from '#components/panel/listingId.ts';
import { Panel } from '#components/panel/Panel.tsx';
import { whenHeld } from '#components/panel/whenHeld.ts';
import { loadWords } from '#utils/i18n/t.ts';
import { awaitHolder } from '#utils/runtime/frame.ts';
import { retryWhileWaking } from '#utils/runtime/retryWhileWaking.ts';
import { send } from '#utils/runtime/send.ts';

awaitHolder();
const listingId = takeListingId();

const opened = retryWhileWaking(() => send('panel/open', { listingId }));
const first = whenHeld(send, opened);
// It is awaited by the view, which is drawn only after the words are here.
first.catch(() => undefined);
const locale = await opened.then(
  ({ settings }) => settings.locale,
  () => 'id' as const,
);
await loadWords(locale);
document.documentElement.lang = locale;
const root = document.getElementById('panel');
if (root !== null) render(<Panel first={first} listingId={listingId} />, root);
// The form and its own code come first, and a laptop with two cores reads the rest when it has done them.
setTimeout(readOn, 1000);
