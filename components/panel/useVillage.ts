import { useEffect, useState } from 'preact/hooks';
import { useBackground } from '#components/background/context.ts';
import type { Output } from '#utils/messages.ts';
import type { PanelVillage } from '#utils/model/site.ts';

/**
 * The village of the draft, as it was when the panel opened; it is read again whenever a village is connected or
 * leaves.
 */
export function useVillage({ draft, village }: Output<'panel/open'>): [PanelVillage, (village: PanelVillage) => void] {
  const { send, onChanged } = useBackground();
  const [now, setNow] = useState(village);
  useEffect(
    () =>
      onChanged(({ changed }) => {
        if (changed === 'connection') void send('panel/village', { id: draft.id }).then(setNow, () => undefined);
      }),
    [send, onChanged, draft.id],
  );
  return [now, setNow];
}
