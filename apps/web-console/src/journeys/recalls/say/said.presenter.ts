import { IdentitySays } from '@mash/contracts';
import { ownPath } from '../shared/recall-words';

export interface SaidView {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly back: string;
}

const DONE: Readonly<Record<IdentitySays, string>> = {
  wrong_person: 'It is recalled',
  wrong_recipient: 'It is recalled',
  doubted: 'It waits for confirmation',
  confirmed: 'It stands',
};

/** "Is it gone, and who is told?" */
export function saidView(query: Readonly<Record<string, unknown>>): SaidView {
  const says = IdentitySays.safeParse(query['says']).data ?? 'doubted';
  const told = typeof query['told'] === 'string' && /^\d{1,5}$/.test(query['told']) ? Number(query['told']) : 0;
  const isRecalled = says === 'wrong_person' || says === 'wrong_recipient';
  return {
    heading: DONE[says],
    lines: isRecalled
      ? [
          told === 0
            ? 'Nobody had seen it.'
            : `${String(told)} ${told === 1 ? 'person or desk is' : 'people or desks are'} told to destroy it, and to confirm that.`,
          'Information governance has a breach record with its 72 hours.',
        ]
      : [says === 'doubted' ? 'Its agency is asked to confirm whom it is about.' : 'It may be read again.'],
    back: ownPath(query['from']),
  };
}
