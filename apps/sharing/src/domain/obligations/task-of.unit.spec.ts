import { OBLIGATION_CODES } from '../decision';
import { agencyOwing, climbedTo, groupOwing, travelsWithTheItem } from './task-of';

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
