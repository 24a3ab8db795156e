/** An address that names one article: what was shown there is a change, and would be done to that article each time. */
export const NUMBERED = /\/\d+(?=\/|$|\?)|[?&](?:id|\w+_id|id_\w+)=\d+/i;
