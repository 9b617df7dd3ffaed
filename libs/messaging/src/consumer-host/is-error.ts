import { types } from 'node:util';

/** True for every error, also one of Node's own that was made in another realm, as under a test runner. */
export const isError = (thrown: unknown): thrown is Error => thrown instanceof Error || types.isNativeError(thrown);
