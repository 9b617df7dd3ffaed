import { NOT_NAMED_AGENCY } from '@mash/contracts';
import { overrideSentence, VERDICTS } from './override-words';

const told = { mode: 'content', toAgencyId: 'riverside-council', toAudience: 'hub_manager', purpose: 'S17' } as const;

test('A verdict that leaves it to a manager says that nobody is told by it', () => {
  expect(VERDICTS.find(({ value }) => value === 'ask_manager')).toMatchObject({
    hint: 'It stays open. Nobody is told by it: ask them yourself',
  });
});

describe('What an override sets aside', () => {
  test('reads without the agency where it is not named to the reader', () => {
    expect(overrideSentence({ ...told, holderAgencyId: NOT_NAMED_AGENCY })).toMatch(
      /^One item of an agency that is not named to you to the hub's managers/,
    );
    const ask = { ...told, mode: 'ask', holderAgencyId: 'riverside-council', toAgencyId: NOT_NAMED_AGENCY } as const;
    expect(overrideSentence(ask)).toContain('asks an agency that is not named to you,');
  });
});
