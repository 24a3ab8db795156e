import type { ComponentType } from 'preact';
import { Code, useCode } from '#components/background/code.ts';
import { formRules, lineReader, photoMaker } from '#components/draft/code.ts';
import { PanelFrame } from '#components/panelFrame/PanelFrame.tsx';
import type { WordKey } from '#utils/i18n/keys.ts';
import { t } from '#utils/i18n/t.ts';

type ListProps = Parameters<typeof import('#components/productList/ListView.tsx').ListView>[0];
type TableProps = Parameters<typeof import('#components/productList/TableView.tsx').TableView>[0];
type ChatProps = Parameters<typeof import('#components/productList/ChatView.tsx').ChatView>[0];
type ShopProps = Parameters<typeof import('#components/import/ShopView.tsx').ShopView>[0];
type SendingProps = Parameters<typeof import('./Sending.tsx').Sending>[0];
export type Starting = ListProps['starting'];
export type TableSource = TableProps['source'];

const sending = new Code(() => import('./Sending.tsx').then(({ Sending }) => Sending));

/** The table of several products. Its rows read their lines and know what is missing from the first letter on. */
export const LazyList = later<ListProps>(
  new Code(async () => {
    const [{ ListView }] = await Promise.all([
      import('#components/productList/ListView.tsx'),
      lineReader.load(),
      formRules.load(),
    ]);
    return ListView;
  }),
  'list_reading',
);
/** A spreadsheet's columns. */
export const LazyTable = later<TableProps>(
  new Code(() => import('#components/productList/TableView.tsx').then(({ TableView }) => TableView)),
  'table_title',
);
/** An exported chat's candidates. */
export const LazyChat = later<ChatProps>(
  new Code(() => import('#components/productList/ChatView.tsx').then(({ ChatView }) => ChatView)),
  'chat_title',
);
/** What the CMS's own shop has on sale. */
export const LazyShop = later<ShopProps>(
  new Code(() => import('#components/import/ShopView.tsx').then(({ ShopView }) => ShopView)),
  'panel_title',
);
/** What becomes of a product that was published. */
export const LazySending = later<SendingProps>(sending, 'panel_sending_title');

/** What buyers will see, beside the form. */
export const previewCode = new Code(() => import('./Preview.tsx'));
/** What a product waits for somebody for. */
export const waitingCode = new Code(() => import('./Waiting.tsx'));
/** What a product may begin with. */
export const beginningsCode = new Code(() => import('./beginnings.ts'));
/** What villagers have sent. */
export const consignedCode = new Code(() => import('#components/consignments/Consignments.tsx'));

/** Reads what every product needs before it is sold, so that it is here when it is asked for. */
export function readOn(): void {
  for (const code of [photoMaker, sending]) void code.load().catch(() => undefined);
}

/** A view whose code is read when it is first shown: the form is what most people open. */
function later<P extends object>(code: Code<ComponentType<P>>, title: WordKey): ComponentType<P> {
  return function Later(props: P) {
    const View = useCode(code);
    return View === null ? <PanelFrame title={t(title)}>{null}</PanelFrame> : <View {...props} />;
  };
}
