import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { PanelFrame } from '#components/panelFrame/PanelFrame.tsx';
import type { WordKey } from '#utils/i18n/keys.ts';
import { t } from '#utils/i18n/t.ts';

type ListProps = Parameters<typeof import('#components/productList/ListView.tsx').ListView>[0];
type TableProps = Parameters<typeof import('#components/productList/TableView.tsx').TableView>[0];
type ChatProps = Parameters<typeof import('#components/productList/ChatView.tsx').ChatView>[0];
export type Starting = ListProps['starting'];
export type TableSource = TableProps['source'];

/** The table of several products. */
export const LazyList = later<ListProps>(
  () => import('#components/productList/ListView.tsx').then(({ ListView }) => ListView),
  'list_reading',
);
/** A spreadsheet's columns. */
export const LazyTable = later<TableProps>(
  () => import('#components/productList/TableView.tsx').then(({ TableView }) => TableView),
  'table_title',
);
/** An exported chat's candidates. */
export const LazyChat = later<ChatProps>(
  () => import('#components/productList/ChatView.tsx').then(({ ChatView }) => ChatView),
  'chat_title',
);

/** A view whose code is read when it is first shown: the form is what most people open. */
function later<P extends object>(load: () => Promise<ComponentType<P>>, title: WordKey): ComponentType<P> {
  return function Later(props: P) {
    const [view, setView] = useState<{ View: ComponentType<P> } | null>(null);
    useEffect(() => void load().then((View) => setView({ View })), []);
    return view === null ? <PanelFrame title={t(title)}>{null}</PanelFrame> : <view.View {...props} />;
  };
}
