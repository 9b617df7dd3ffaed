/** Every process that a tier started, so that Ctrl-C can end them: they are in process groups of their own. */
export const children = new Set();
