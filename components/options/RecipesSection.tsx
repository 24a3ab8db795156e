import { useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { bare } from '#components/ui/bare.ts';
import { Section } from '#components/ui/Section.tsx';
import { Undo } from '#components/ui/Undo.tsx';
import type { AnyRecipe } from '#contract';
import { t } from '#utils/i18n/t.ts';
import type { RecipeView } from '#utils/model/recipe.ts';
import { RecipeRow } from './RecipeRow.tsx';

/** What a person showed once of each site: seen, saved to a file, deleted (with undo). Nothing while nothing was learned. */
export function RecipesSection({ recipes }: { recipes: readonly RecipeView[] }) {
  const { send } = useBackground();
  const [removed, setRemoved] = useState<{ recipe: AnyRecipe; at: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const failed = (error: unknown) => setProblem(errorText(asAppError(error)));
  const remove = ({ siteUrl, at }: RecipeView) =>
    void send('recipe/forget', { siteUrl }).then(({ recipe }) => setRemoved(recipe && { recipe, at }), failed);
  const restore = (was: { recipe: AnyRecipe; at: number }) =>
    void send('recipe/restore', was).then(() => setRemoved(null), failed);
  const undo = removed !== null && (
    <Undo
      text={t('options_recipe_removed', bare(removed.recipe.siteUrl))}
      undoLabel={t('undo')}
      onUndo={() => restore(removed)}
      onGone={() => setRemoved(null)}
    />
  );
  if (recipes.length === 0) return undo || null;
  return (
    <Section id="recipes" title={t('options_recipes')}>
      <p>{t('options_recipes_hint')}</p>
      <ul class="rows">
        {recipes.map((view) => (
          <RecipeRow
            key={view.siteUrl}
            view={view}
            onRemove={() => remove(view)}
            onPoint={({ role, name }) => void send('recipe/point', { siteUrl: view.siteUrl, role, name }).catch(failed)}
          />
        ))}
      </ul>
      {problem !== null && (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
      {undo}
    </Section>
  );
}
