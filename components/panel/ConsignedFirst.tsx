import { useCode } from '#components/background/code.ts';
import { useQuery } from '#components/background/context.ts';
import type { Id } from '#contract';
import { isFramed } from '#utils/runtime/frame.ts';
import { consignedCode } from './LazyList.tsx';

/** Above an empty form: the oldest of what villagers have sent. Opened, it stands in the form. */
export function ConsignedFirst({ onForm }: { onForm: (id: Id) => void }) {
  const { value } = useQuery('consignment/list', {}, ['consignments', 'connection']);
  const code = useCode(consignedCode);
  if (code === null) return null;
  // A page around the panel may lead a press, and a refusal cannot be taken back for long: that is the popup's.
  return <code.Consignments list={value} most={1} canRefuse={!isFramed()} onTaken={onForm} />;
}
