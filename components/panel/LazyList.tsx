import { useEffect, useState } from 'preact/hooks';
import { PanelFrame } from '#components/panelFrame/PanelFrame.tsx';
import { t } from '#utils/i18n/t.ts';

type ListProps = Parameters<typeof import('#components/productList/ListView.tsx').ListView>[0];
type TableProps = Parameters<typeof import('#components/productList/TableView.tsx').TableView>[0];
type ChatProps = Parameters<typeof import('#components/productList/ChatView.tsx').ChatView>[0];
export type Starting = ListProps['starting'];
export type TableSource = TableProps['source'];

/** The table of several products, read only when somebody lists several: the form is what most open. */
export function LazyList(props: ListProps) {
  const List = useLater(() => import('#components/productList/ListView.tsx').then(({ ListView }) => ListView));
  return List === null ? <PanelFrame title={t('list_reading')}>{null}</PanelFrame> : <List {...props} />;
}

/** A spreadsheet's columns, read only when there is one. */
export function LazyTable(props: TableProps) {
  const Table = useLater(() => import('#components/productList/TableView.tsx').then(({ TableView }) => TableView));
  return Table === null ? <PanelFrame title={t('table_title')}>{null}</PanelFrame> : <Table {...props} />;
}

/** An exported chat's candidates, read only when there is one. */
export function LazyChat(props: ChatProps) {
  const Chat = useLater(() => import('#components/productList/ChatView.tsx').then(({ ChatView }) => ChatView));
  return Chat === null ? <PanelFrame title={t('chat_title')}>{null}</PanelFrame> : <Chat {...props} />;
}

function useLater<T>(load: () => Promise<T>): T | null {
  const [loaded, setLoaded] = useState<{ value: T } | null>(null);
  useEffect(() => void load().then((value) => setLoaded({ value })), []);
  return loaded?.value ?? null;
}
