import { useQuery } from '#components/background/context.ts';
import { Consignments } from '#components/consignments/Consignments.tsx';
import type { Id } from '#contract';
import { isFramed } from '#utils/runtime/frame.ts';

/** Above an empty form: the oldest of what villagers have sent. Opened, it stands in the form. */
export function ConsignedFirst({ onForm }: { onForm: (id: Id) => void }) {
  const { value } = useQuery('consignment/list', {}, ['consignments', 'connection']);
  // A page around the panel may lead a press, and a refusal cannot be taken back for long: that is the popup's.
  return <Consignments list={value} most={1} canRefuse={!isFramed()} onTaken={onForm} />;
}
