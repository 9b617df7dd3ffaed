import type { ChainReport, Fault } from '../../domain/chain-verifier';

const WORDS: Record<Fault, string> = {
  HASH: 'the row was altered after it was written',
  LINK: 'the row before it was replaced',
  GAP: 'a row is missing',
  ORDER: 'rows of two logs are mixed',
  SEARCH: 'its search columns do not say what the entry says',
  CHECKPOINT: 'the log is not the one whose head was signed',
  SIGNATURE: 'a signed head does not carry the signature of the audit service',
  SHORT: 'the end was cut off: a later head had been signed',
};

/** Whether the chain holds, and a head that the audit service signed says that it is the one that was written. */
export const isProven = ({ break: broken, signedUpTo }: ChainReport): boolean => broken === undefined && signedUpTo > 0;

/** What was found, in one line, and how far it is proven. */
export function describeReport(partnershipId: string, report: ChainReport): string {
  const { entries, opaque, head, signedUpTo, break: broken } = report;
  if (broken !== undefined)
    return `${partnershipId} BROKEN at seq ${broken.seq}: ${broken.fault} (${WORDS[broken.fault]}); intact up to ${entries}`;
  if (!isProven(report))
    return `${partnershipId} UNPROVEN: ${entries} entries fit together, head ${head}; no signed head says that they are what was written, or all of it`;
  return `${partnershipId} intact: ${entries} entries, ${opaque} of them unreadable, head ${head}; signed up to ${signedUpTo} (what came after that is not proven, nor that nothing did)`;
}
