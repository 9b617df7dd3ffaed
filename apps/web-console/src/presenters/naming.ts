/** Names the account of somebody who works with the platform: "Helen Okafor (MASH manager)". Undefined for one that nobody has heard of. */
export type Naming = (accountId: string) => string | undefined;

/** For those who may not be told, and while nobody can tell. */
export const NAMELESS: Naming = () => undefined;
