import { agreementRef, restsOnOneOf } from './agreement-ref';

const ours = { agreementId: '01980000-0000-7000-8000-0000000000aa', version: 1 };
const ref = agreementRef({ ...ours, lineId: 'police to hub' });

describe('What an earlier decision rests on', () => {
  const isStopped = restsOnOneOf([ours]);

  test('is a version of an agreement, whichever of its lines', () => {
    expect(ref).toBe('01980000-0000-7000-8000-0000000000aa v1 police to hub');
    expect(isStopped({ agreementRef: ref })).toBe(true);
    expect(isStopped({ agreementRef: ref, agreement: 'default_allow' })).toBe(true);
    expect(isStopped({ agreementRef: ref, agreement: 'past_review' })).toBe(true);
  });

  test('is not another version, nor another agreement, nor none', () => {
    expect(isStopped({ agreementRef: agreementRef({ ...ours, version: 11, lineId: 'out' }) })).toBe(false);
    expect(isStopped({ agreementRef: agreementRef({ ...ours, agreementId: 'another', lineId: 'out' }) })).toBe(false);
    expect(isStopped({ agreementRef: agreementRef(undefined) })).toBe(false);
    expect(restsOnOneOf([])({ agreementRef: ref })).toBe(false);
  });

  test.each(['stopped', 'expired', 'not_started', 'none'])(
    'is not an agreement that read "%s" on that day: somebody said yes to it',
    (agreement) => {
      expect(isStopped({ agreementRef: ref, agreement })).toBe(false);
    },
  );
});
