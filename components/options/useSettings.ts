import { useEffect, useState } from 'preact/hooks';
import { useBackground, useQuery } from '#components/background/context.ts';
import type { Settings } from '#utils/model/site.ts';

/**
 * Changes the settings. The change is a function of the newest settings, so that two quick changes never undo each
 * other.
 */
export type Patch = (change: (now: Settings) => Partial<Settings>) => void;

/** The stored settings and the one way to change them. A change is shown at once, and only what changed is sent. */
export function useSettings(): { settings: Settings | null; patch: Patch } {
  const { send } = useBackground();
  const { value, again } = useQuery('settings/get', {}, ['settings']);
  const [settings, setSettings] = useState(value);
  useEffect(() => setSettings(value), [value]);
  const patch: Patch = (change) =>
    setSettings((now) => {
      if (now === null) return null;
      const changed = change(now);
      void send('settings/patch', changed).then(again, again);
      return { ...now, ...changed };
    });
  return { settings, patch };
}
