export interface RecipeTables {
  /** How a village's sites save an article: read by its own devices alone. */
  recipes: {
    village_id: string;
    site_url: string;
    rev: number;
    /** The device that said this revision. */
    said_by: string;
    /** JSON, in the way of the device's version; null once it was deleted. */
    recipe: string | null;
    updated_at: Date;
  };
  /** What an operator offers to every village whose site has the same form. */
  recipe_offers: {
    id: string;
    fingerprint: string;
    /** JSON (`RecipeOffer` without its id). */
    offer: string;
    offered_at: Date;
  };
}
