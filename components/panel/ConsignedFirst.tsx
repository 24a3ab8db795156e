import { useQuery } from '#components/background/context.ts';
import { Consignments } from '#components/consignments/Consignments.tsx';
import type { Id } from '#contract';

/** Above an empty form: the oldest of what villagers have sent. Opened, it stands in the form. */
export function ConsignedFirst({ onForm }: { onForm: (id: Id) => void }) {
  const { value } = useQuery('consignment/list', {}, ['consignments', 'connection']);
  return <Consignments list={value} most={1} onTaken={onForm} />;
}
