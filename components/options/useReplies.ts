import { useEffect, useState } from 'preact/hooks';
import { useBackground, useQuery } from '#components/background/context.ts';
import type { VillageKey } from '#utils/model/site.ts';

/** Every village's quick replies, and the one way to change them: shown at once, each change over the newest ones. */
export function useReplies() {
  const { send } = useBackground();
  const { value, again } = useQuery('reply/list', {}, ['settings', 'connection']);
  const [lists, setLists] = useState(value);
  useEffect(() => setLists(value), [value]);
  const save = (village: VillageKey, change: (replies: string[]) => string[]) =>
    setLists((now) => {
      if (now === null) return null;
      const texts = change(now[village] ?? []);
      void send('reply/save', { village, texts }).then(again, again);
      return { ...now, [village]: texts };
    });
  return { lists, save };
}
