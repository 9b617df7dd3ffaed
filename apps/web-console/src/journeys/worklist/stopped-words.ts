/** What an agency is told of a line that is not to be answered any more, or not before the hub says so. */
export const RECALLED_WORDS = 'Recalled: do not answer this; destroy what you noted';
export const HELD_WORDS = 'On hold: do not answer this until the hub says so';
