import { OBLIGATION_CODES } from '../decision';
import { agencyOwing, climbedTo, groupOwing, isOfOnePerson, isOwedByAThing, travelsWithTheItem } from './task-of';

const between = { mode: 'content', fromAgencyId: 'police', toAgencyId: 'school' };

describe('Whose task an obligation is', () => {
  test('is nobody’s where it travels with the item', () => {
    expect(OBLIGATION_CODES.filter(travelsWithTheItem)).toEqual([
      ...['NOT_TELL_PARENT', 'CARRY_DO_NOT_ALERT', 'SHOW_CONDITION', 'COURT_NOTICE'],
    ]);
  });

  test('is the holder’s, the recipient’s, the hub’s or an overseer’s', () => {
    expect(agencyOwing('REQUEST_WORDING', between)).toBe('police');
    expect(agencyOwing('RECEIPT', between)).toBe('school');
    expect(agencyOwing('INFORM_PARENT', between)).toBeNull();
    const groups = OBLIGATION_CODES.map((code) => groupOwing(code, agencyOwing(code, between)));
    expect(new Set(groups)).toEqual(new Set(['hub', 'manager', 'door', 'agency', 'ig', 'admin', 'system']));
  });

  test('is owed for each person where it is told or judged about somebody, and once for the enquiry otherwise', () => {
    expect(OBLIGATION_CODES.filter((code) => !travelsWithTheItem(code) && !isOfOnePerson(code))).toEqual([
      ...['HOLD_TELLING', 'RECEIPT', 'NEXT_DAY_REVIEW', 'TELL_HOLDER', 'BREAK_GLASS_NOTICE', 'OVERRIDE_REVIEW'],
      ...[
        'REQUEST_WORDING',
        'REFERRER_DEFECT',
        'DETRIMENT_REVIEW',
        'RECALL',
        'RECALL_REQUEST',
        'TELL_RECIPIENTS',
        'BREACH_72H',
      ],
      ...['AGR_GAP', 'AGR_REVIEW', 'TO_IG'],
    ]);
  });

  test('is kept as soon as an item owes it, save what has a door of its own', () => {
    expect(OBLIGATION_CODES.filter(isOwedByAThing)).toEqual([
      ...['INFORM_PARENT', 'TELL_OUTCOME', 'TELL_BOTH', 'TELL_CHILD', 'ASK_AGAIN', 'RECORD_WISHES', 'RISK_AGAIN'],
      ...['STRATEGY_CONSIDERED', 'CONFIRM_NOW', 'RESEND_NARROW', 'REFERRER_DEFECT', 'TRY_OTHER_ROUTE'],
      ...['AGR_GAP', 'AGR_REVIEW', 'TO_IG', 'TELL_HOME_COUNCIL', 'BEFORE_SCHOOL', 'SERIOUS_HARM_CHECK'],
    ]);
  });

  test('is the managers’ where the hub itself asked', () => {
    const asked = agencyOwing('CONFIRM_NOW', { ...between, mode: 'ask' });
    expect([asked, groupOwing('CONFIRM_NOW', asked)]).toEqual([null, 'manager']);
  });

  test('climbs one rung when it is late', () => {
    expect(climbedTo('hub', false)).toBe('nobody');
    expect([climbedTo('hub', true), climbedTo('agency', true), climbedTo('door', true)]).toEqual([
      'manager',
      'manager',
      'manager',
    ]);
    expect([climbedTo('manager', true), climbedTo('ig', true), climbedTo('admin', true)]).toEqual(['ig', 'ig', 'ig']);
  });
});
