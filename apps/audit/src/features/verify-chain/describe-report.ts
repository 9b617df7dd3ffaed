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

/** What was found, in one line. */
export function describeReport(partnershipId: string, report: ChainReport): string {
  const { entries, opaque, head, break: broken } = report;
  if (broken !== undefined)
    return `${partnershipId} BROKEN at seq ${broken.seq}: ${broken.fault} (${WORDS[broken.fault]}); intact up to ${entries}`;
  return `${partnershipId} intact: ${entries} entries, ${opaque} of them unreadable, head ${head}`;
}
