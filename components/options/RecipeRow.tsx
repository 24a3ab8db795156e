import { Button } from '#components/ui/Button.tsx';
import { bare } from '#components/ui/bare.ts';
import { saveText } from '#components/ui/saveText.ts';
import type { Recipe } from '#contract';
import { shortDateWib } from '#contract/format.ts';
import { locale, t } from '#utils/i18n/t.ts';
import type { RecipeView } from '#utils/model/recipe.ts';
import { type RecipeFact, recipeFacts } from './recipeFacts.ts';

interface Props {
  view: RecipeView;
  onRemove: () => void;
  /** The person points at another field for a part of the article. */
  onPoint: (part: Part) => void;
}
type Part = NonNullable<RecipeFact['part']>;

/** How one site saves an article, in plain words, with what can be done with it. */
export function RecipeRow({ view, onRemove, onPoint }: Props) {
  const { siteUrl, recipe, at, isOwed } = view;
  const site = bare(siteUrl);
  return (
    <li class="rows-item recipe">
      <span>
        <strong>{site}</strong>{' '}
        <span class="soft">{t('options_recipe_learned', shortDateWib(new Date(at), new Date(), locale()))}</span>{' '}
        {isOwed && <span class="chip">{t('options_maker_owed')}</span>}
      </span>
      {recipe === null ? (
        <p class="soft recipe-facts">{t('options_recipe_newer')}</p>
      ) : (
        <Facts recipe={recipe} onPoint={onPoint} />
      )}
      <div class="row wrap">
        {recipe !== null && (
          <Button onClick={() => save(site, recipe)} aria-label={t('options_recipe_save_of', site)}>
            {t('options_recipe_save')}
          </Button>
        )}
        <Button look="danger" onClick={onRemove} aria-label={t('options_recipe_remove_of', site)}>
          {t('options_remove')}
        </Button>
      </div>
    </li>
  );
}

function Facts({ recipe, onPoint }: { recipe: Recipe; onPoint: (part: Part) => void }) {
  return (
    <dl class="facts recipe-facts">
      {recipeFacts(recipe).map(({ what, names, how, part }) => (
        <div key={`${what} ${names.join()}`}>
          <dt>{what}</dt>
          <dd>
            {names.map((name, at) => (
              <span key={name}>
                {at > 0 && ', '}
                <span class="recipe-name">{name}</span>
              </span>
            ))}
            {how !== undefined && <span class="soft">{names.length > 0 ? ` (${how})` : how}</span>}
            {part !== undefined && (
              <Button look="quiet" aria-label={t('options_recipe_point_of', what)} onClick={() => onPoint(part)}>
                {t('options_recipe_point')}
              </Button>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function save(site: string, recipe: Recipe): void {
  const name = `${t('options_recipe_file')}-${site.replace(/[^\w.-]+/g, '-')}.json`;
  saveText(name, JSON.stringify(recipe, null, 2), 'application/json');
}
