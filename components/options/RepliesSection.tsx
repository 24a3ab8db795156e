import { useQuery } from '#components/background/context.ts';
import { Section } from '#components/ui/Section.tsx';
import { t } from '#utils/i18n/t.ts';
import type { Settings } from '#utils/model/site.ts';
import { ReplyList } from './ReplyList.tsx';
import { useReplies } from './useReplies.ts';
import type { Patch } from './useSettings.ts';

interface Props {
  settings: Settings;
  patch: Patch;
}

/**
 * The canned replies of each village, the same on all its devices: write, change, remove (with undo). Before any village is
 * connected they are the device's.
 */
export function RepliesSection({ settings, patch }: Props) {
  const villages = useQuery('village/list', {}, ['connection']).value;
  const { lists, save } = useReplies();
  if (villages === null || lists === null) return null;
  const known = villages.filter(({ key }) => key in lists);
  return (
    <Section id="replies" title={t('options_replies')}>
      <p>{t('options_replies_hint')}</p>
      {known.length === 0 && (
        <ReplyList
          id="new-reply"
          replies={settings.ownReplies}
          save={(change) => patch((now) => ({ ownReplies: change(now.ownReplies) }))}
        />
      )}
      {known.map(({ key, connection: { village } }) => {
        const list = (
          <ReplyList
            key={key}
            id={known.length === 1 ? 'new-reply' : `new-reply-${village.id}`}
            replies={lists[key] ?? []}
            save={(change) => save(key, change)}
          />
        );
        if (known.length === 1) return list;
        return (
          <div key={key} class="village-block">
            <h3>{village.name}</h3>
            {list}
          </div>
        );
      })}
    </Section>
  );
}
