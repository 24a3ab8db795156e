import { useEffect, useState } from 'preact/hooks';
import { PanelFrame } from '#components/panelFrame/PanelFrame.tsx';
import { t } from '#utils/i18n/t.ts';

type View = typeof import('#components/productList/ListView.tsx').ListView;
type Props = Parameters<View>[0];
export type Starting = Props['starting'];

/** The table of several products, read only when somebody lists several: the form is what most open. */
export function LazyList(props: Props) {
  const [List, setList] = useState<{ view: View } | null>(null);
  useEffect(() => {
    void import('#components/productList/ListView.tsx').then(({ ListView }) => setList({ view: ListView }));
  }, []);
  return List === null ? <PanelFrame title={t('list_reading')}>{null}</PanelFrame> : <List.view {...props} />;
}
