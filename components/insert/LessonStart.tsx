import { useState } from 'preact/hooks';
import { asAppError, useBackground, useQuery } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { closePanel } from '#components/panelFrame/closePanel.ts';
import { Button } from '#components/ui/Button.tsx';
import type { Id } from '#contract';
import type { WordKey } from '#utils/i18n/keys.ts';
import { t } from '#utils/i18n/t.ts';
import { type LessonDeed, PRODUCT_DEEDS, type ProductDeed } from '#utils/model/lessonDeeds.ts';

const HINTS: Record<LessonDeed, WordKey> = {
  create: 'lesson_start_hint',
  change: 'lesson_change_hint',
  takeDown: 'lesson_down_hint',
  product: 'lesson_product_hint',
  productChange: 'lesson_goods_change_hint',
  productOff: 'lesson_goods_off_hint',
};

/** What the button says, where it is not about an article. */
const STARTS: Record<ProductDeed, WordKey> = {
  product: 'lesson_product_start',
  productChange: 'lesson_goods_change_start',
  productOff: 'lesson_goods_off_start',
};

const ofProduct = (deed: LessonDeed): ProductDeed | undefined => PRODUCT_DEEDS.find((one) => one === deed);

/**
 * Begins a lesson with this product: the person saves one article, and from the next product on Dodolan does it. The
 * panel gives way to the page. `again`: the site's form has changed since it was shown.
 */
export function LessonStart({
  id,
  again = false,
  deed = 'create',
}: {
  id: Id;
  again?: boolean;
  deed?: LessonDeed | undefined;
}) {
  const { send } = useBackground();
  const [problem, setProblem] = useState('');
  const goods = ofProduct(deed);
  const start = async () => {
    try {
      await send('lesson/start', { id, ...(goods && { deed: goods }) });
      closePanel();
    } catch (error) {
      setProblem(errorText(asAppError(error)));
    }
  };
  return (
    <div class="lesson-start">
      <Button look="primary" onClick={() => void start()}>
        {t(again ? 'lesson_again' : goods ? STARTS[goods] : 'lesson_start')}
      </Button>
      <p class="soft">{t(HINTS[deed])}</p>
      {problem !== '' && <p role="alert">{problem}</p>}
    </div>
  );
}

/** The same for an article that stands and is owed by hand; nothing where that was shown already, or cannot be. */
export function DeedStart({ id }: { id: Id }) {
  const offer = useQuery('lesson/offer', { id }, ['outbox', 'recipes']);
  const deed = offer.value?.deed ?? null;
  return deed === null ? null : <LessonStart id={id} deed={deed} />;
}
