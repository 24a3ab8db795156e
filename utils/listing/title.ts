import type { Village } from '#contract';
import { PRACTICE_TITLE } from '#contract/practice.ts';

/** The title of a product's article on the village's site: what is made up for practice says so first. */
export function titleOf({ practice }: Pick<Village, 'practice'>, name: string): string {
  return practice === undefined ? name : PRACTICE_TITLE + name;
}
