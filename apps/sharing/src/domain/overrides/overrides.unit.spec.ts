import { RULE_BOOK, STRIKABLE_REASONS, type ReasonCode, type Releaser, type RuleId } from '../decision';
import { groundFault, groundsFor } from './ground-faults';
import { holderWasSilent } from './silent-holder';
import { strikableOf } from './strikable-of';

const now = new Date('2026-11-24T10:15:00Z');
const review = (rule: RuleId, releaser: Releaser = 'H', state: 'open' | 'released' | 'refused' = 'open') => ({
  ...{ rule, releaser, state },
  dueAt: now,
});
const ruleOf = (reason: ReasonCode): RuleId => {
  const row = RULE_BOOK.find(({ reasons, overridable }) => overridable && reasons.includes(reason));
  if (row === undefined) throw new Error(`No overridable row gives ${reason}`);
  return row.id;
};
const facts = { threshold: 's47', fromDuty: 'bound', toDuty: 'bound' } as const;

describe('What an override may name', () => {
  test('is what waits, and the refusal of what was refused', () => {
    const condition = ruleOf('CONDITION_NOT_MET');
    expect(strikableOf({ reasons: [], reviews: [review(condition)] })).toEqual(['CONDITION_NOT_MET']);
    expect(strikableOf({ reasons: [], reviews: [review(condition, 'H', 'refused')] })).toEqual([
      'CONDITION_NOT_MET',
      'HOLDER_REFUSED',
    ]);
    expect(strikableOf({ reasons: [], reviews: [review(condition, 'H', 'released')] })).toEqual([]);
  });

  test('is never a bar, a source at risk, or a detriment', () => {
    const barred = RULE_BOOK.filter(({ overridable }) => overridable !== true);
    expect(strikableOf({ reasons: [], reviews: barred.map(({ id }) => review(id)) })).toEqual([]);
    const closed: ReasonCode[] = ['BAR_ADOPTION', 'MAY_IDENTIFY_SOURCE', 'DETRIMENT_RECORDED', 'DO_NOT_ALERT'];
    expect(closed.filter((reason) => STRIKABLE_REASONS.has(reason))).toEqual([]);
    expect(strikableOf({ reasons: closed, reviews: [] })).toEqual([]);
  });

  test('of a line of a request is also what denied it', () => {
    expect(strikableOf({ reasons: ['CONSENT_WITHDRAWN', 'AGREED_DEFAULT'], reviews: [] })).toEqual([
      'CONSENT_WITHDRAWN',
    ]);
  });
});

describe('A silent holder', () => {
  const early = { ...review('R-HOLD-02b'), dueAt: new Date(now.getTime() + 1) };
  test('is one whose whole clock has passed, for each REVIEW of theirs', () => {
    expect(holderWasSilent([review('R-HOLD-02b')], now)).toBe(true);
    expect(holderWasSilent([review('R-HOLD-02b'), early], now)).toBe(false);
    expect(holderWasSilent([review('R-HOLD-02b', 'M')], now)).toBe(false);
    expect(holderWasSilent([review('R-HOLD-02b', 'H', 'refused')], now)).toBe(false);
  });

  test('is a ground only then, and only beside a life or significant harm', () => {
    const strikes: ReasonCode[] = ['CONDITION_NOT_MET'];
    const fault = (grounds: Parameters<typeof groundFault>[0]['grounds'], reviews = [review('R-HOLD-02b')]) =>
      groundFault({ grounds, strikes }, facts, { reviews, now });
    expect(fault(['OV_SILENT'])).toMatch('beside OV_LIFE or OV_HARM');
    expect(fault(['OV_SILENT', 'OV_HARM'])).toBeUndefined();
    expect(fault(['OV_SILENT', 'OV_HARM'], [early])).toMatch('whole clock');
    expect(fault(['OV_HARM'], [early])).toBeUndefined();
  });

  test('and the other grounds are offered with what is against them today', () => {
    const offered = groundsFor(
      ['CONSENT_REFUSED'],
      { ...facts, threshold: 's17', toDuty: 'unbound' },
      { reviews: [early], now },
    );
    expect(offered.filter(({ fault }) => fault === undefined).map(({ ground }) => ground)).toEqual(['OV_LIFE']);
  });
});
