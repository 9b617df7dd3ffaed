import type { LooseRecord } from '@mash/sealing';

/** An object as JSON has it: what is undefined is not there. */
export const plainJson = (value: object): LooseRecord => JSON.parse(JSON.stringify(value)) as LooseRecord;
