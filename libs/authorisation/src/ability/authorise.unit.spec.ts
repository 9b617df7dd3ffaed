import {
  AGENCIES,
  ELSEWHERE,
  analyst,
  analystElsewhere,
  healthLiaison,
  manager,
  policeLiaison,
  teacher,
} from '../policies/shared/actors.scenarios';
import { ordinaryCase } from '../policies/shared/scenario.scenarios';
import { isRefusal } from '../refusal';
import { authorise } from './authorise';
import { can, couldEver } from './can';

const enquiry = { kind: 'Enquiry' as const, ...ordinaryCase };
const request = {
  kind: 'AgencyRequest' as const,
  ...ordinaryCase,
  agencyId: AGENCIES.health,
  issued: true,
  open: false,
};

const refusalOf = (work: () => void) => {
  try {
    work();
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
  return undefined;
};

describe('Being let in, or not', () => {
  test('whoever may, passes without a word', () => {
    expect(refusalOf(() => authorise(manager, 'rate', enquiry))).toBeUndefined();
  });

  test('whoever may read and not do this is told so', () => {
    const refusal = refusalOf(() => authorise(analyst, 'rate', enquiry));
    expect(refusal).toMatchObject({ status: 403, code: 'ENQUIRY.RATE_NOT_ALLOWED', reasonCode: 'ROLE_OR_STATE' });
    expect(refusalOf(() => authorise(healthLiaison, 'answer', request))).toMatchObject({
      status: 403,
      code: 'AGENCY_REQUEST.ANSWER_NOT_ALLOWED',
    });
  });

  test('whoever may not know of it hears that there is nothing, whatever they wanted to do', () => {
    for (const action of ['read', 'rate', 'decide'] as const) {
      const refusal = refusalOf(() => authorise(analystElsewhere, action, enquiry));
      expect(refusal).toMatchObject({ status: 404, code: 'ENQUIRY.NOT_FOUND', reasonCode: 'OTHER_PARTNERSHIP' });
    }
    const other = refusalOf(() => authorise(policeLiaison, 'answer', request));
    expect(other).toMatchObject({ status: 404, code: 'AGENCY_REQUEST.NOT_FOUND', reasonCode: 'OTHER_AGENCY' });
  });

  test('each ground of refusal has its own code for the audit entry', () => {
    const reason = (changes: object) =>
      refusalOf(() => authorise(analyst, 'read', { ...enquiry, ...changes }))?.reasonCode;
    expect(reason({ partnershipId: ELSEWHERE })).toBe('OTHER_PARTNERSHIP');
    expect(reason({ restricted: true })).toBe('RESTRICTED_CASE');
    expect(reason({ restricted: true, namedAccess: [analyst.id], conflicts: [analyst.id] })).toBe(
      'CONFLICT_OF_INTEREST',
    );
    const draft = { kind: 'Draft' as const, id: 'd', partnershipId: ordinaryCase.partnershipId, authorId: teacher.id };
    expect(refusalOf(() => authorise(analyst, 'read', draft))?.reasonCode).toBe('NOT_THEIRS');
  });

  test('a refusal to make something new is a plain no', () => {
    const contact = { kind: 'Contact' as const, ...ordinaryCase, authorId: teacher.id };
    expect(refusalOf(() => authorise(analyst, 'create', contact))).toMatchObject({ status: 403 });
  });

  test('a record loaded without an attribute is a defect, not a yes', () => {
    const { conflicts: _left, ...loaded } = enquiry;
    expect(() => can(manager, 'read', loaded as never)).toThrow(/Enquiry was loaded without: conflicts/);
    const { restricted: _out, ...open } = enquiry;
    expect(() => can(manager, 'read', open as never)).toThrow(/restricted/);
  });

  test('whether there could be something is for menus: it says nothing of a record', () => {
    expect(couldEver(analyst, 'read', 'Enquiry')).toBe(true);
    expect(couldEver(teacher, 'read', 'Enquiry')).toBe(false);
  });
});
