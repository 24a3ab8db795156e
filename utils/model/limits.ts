/** The most products that one site's list holds, published or not. */
export const LIST_MAX = 200;
/** The most characters that a field keeps; its input takes no more, so that nothing on screen is ever too long to save. */
export const TYPED_MAX = 20_000;
