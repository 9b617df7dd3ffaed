import { NOT_NAMED_AGENCY } from '@mash/contracts';
import { overrideSentence } from './override-words';

const told = { mode: 'content', toAgencyId: 'riverside-council', toAudience: 'hub_manager', purpose: 'S17' } as const;

describe('What an override sets aside', () => {
  test('reads without the agency where it is not named to the reader', () => {
    expect(overrideSentence({ ...told, holderAgencyId: NOT_NAMED_AGENCY })).toMatch(
      /^One item of an agency that is not named to you to the hub's managers/,
    );
    const ask = { ...told, mode: 'ask', holderAgencyId: 'riverside-council', toAgencyId: NOT_NAMED_AGENCY } as const;
    expect(overrideSentence(ask)).toContain('asks an agency that is not named to you,');
  });
});
