import '#components/theme.css';
import '#components/ui/ui.css';
import '#components/listing/card.css';
import '#components/listing/product.css';
import '#components/form/form.css';
import '#components/draft/photos.css';
import '#components/panel/sending.css';
import '#components/share/share.css';
import '#components/insert/insert.css';
import '#components/insert/lessonStart.css';
import '#components/import/shop.css';
import '#components/productList/list.css';
import '#components/consignments/consignments.css';
import './panel.css';
import { takeListingId } from '#components/panel/listingId.ts';
import { whenHeld } from '#components/panel/whenHeld.ts';
import { awaitHolder } from '#utils/runtime/frame.ts';
import { retryWhileWaking } from '#utils/runtime/retryWhileWaking.ts';
import { send } from '#utils/runtime/send.ts';

awaitHolder();
const listingId = takeListingId();

const opened = retryWhileWaking(() => send('panel/open', { listingId }));
const first = whenHeld(send, opened);
// It is awaited by the view, which is drawn only after the words are here.
first.catch(() => undefined);
// While the background answers: the first script's line is seen, and only then is the form's code asked for.
await globalThis.dodolanLine?.seen;
const { start } = await import('./start.tsx');
await start({ opened, first, listingId });
