/** Injection token: the pack that new enquiries are pinned to, such as `thurrock`. */
export const PACK_ID = Symbol('PACK_ID');
