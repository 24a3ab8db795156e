import { useEffect, useState } from 'preact/hooks';
import { useBackground } from '#components/background/context.ts';
import type { Output } from '#utils/messages.ts';
import type { PanelVillage } from '#utils/model/site.ts';

/** Whose the product is, as it was when the panel opened, and whenever villages come or go. */
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
