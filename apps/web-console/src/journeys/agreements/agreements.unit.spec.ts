import { agreementStub } from '../../../browser-tests/stubs/decided-enquiry';
import { adminView } from './admin/admin.presenter';
import { agreementsView } from './manage/agreements.presenter';
import { lineSentence } from './shared/line-sentence';
import { stopView } from './stop/stop.presenter';

const inForce = agreementStub({ title: 'Fine', standing: 'in_force', reviewDue: '2027-06-30' });
const [allow, deny] = agreementStub().lines;

describe('Agreements', () => {
  test('have those that cannot be relied on at the top', () => {
    const expired = agreementStub({ title: 'Old', standing: 'expired', inForceTo: '2026-09-30' });
    const view = agreementsView([inForce, agreementStub(), expired], []);
    expect(view.cards.map(({ title, standing }) => [title, standing])).toEqual([
      ['Old', 'Expired on 30 September 2026'],
      ['Riverside hub sharing agreement', 'Past review since 30 June 2026'],
      ['Fine', 'In force, review by 30 June 2027'],
    ]);
    expect(view.heading).toBe('2 agreements are unsafe today');
  });

  test('do not count a superseded version as unsafe, nor offer to stop it', () => {
    const view = agreementsView([inForce, agreementStub({ state: 'superseded', version: 2 })], []);
    expect(view.heading).toBe('Every agreement can be relied on today');
    expect(view.superseded[0]?.stopHref).toBeUndefined();
  });

  test('read as sentences', () => {
    expect(allow && lineSentence(allow)).toBe(
      'The police may share incidents and call-outs and missing episodes with Riverside Council, for a child in need (section 17) or where a child may be suffering significant harm (section 47).',
    );
    expect(deny && lineSentence(deny)).toBe(
      'Exception, which wins over the other lines: anybody in the partnership may not share or let the hub pass on convictions and cautions with charities, for early help.',
    );
  });

  test('name exactly what stops before it stops: what is allowed, not what is forbidden', () => {
    const view = stopView(agreementStub());
    expect(view.stops).toHaveLength(1);
    expect(view.after).toContain('Immediate protection of a child goes on.');
  });
});

describe('The administrator’s start page', () => {
  test('names what is unsafe today', () => {
    expect(adminView([agreementStub()], []).unsafe).toEqual([
      { title: 'Riverside hub sharing agreement', standing: 'Past review since 30 June 2026' },
    ]);
    expect(adminView([inForce], []).heading).toBe('No agreement is unsafe today');
  });
});
