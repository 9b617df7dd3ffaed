import { refusalByTerm } from './signer-term';

const at = (hour: number, minute = 0): Date => new Date(Date.UTC(2026, 10, 24, hour, minute));
const term = { from: at(8), until: at(20) };
const revoked = { ...term, revokedAt: at(12) };

describe('A signature of a key that has a term', () => {
  test.each<[string, typeof term, Date, Date, string | undefined]>([
    ['within it counts', term, at(9), at(9, 1), undefined],
    ['by a clock that is some minutes slow counts', term, at(7, 57), at(8, 1), undefined],
    ['made before it began does not', term, at(7, 30), at(9), 'SEAL.SIGNER_OUT_OF_TERM'],
    ['made in time and received at its end does not', term, at(19, 59), at(20), 'SEAL.SIGNER_OUT_OF_TERM'],
    ['that claims to be made after it was received does not', term, at(10), at(9), 'SEAL.SIGNER_OUT_OF_TERM'],
    ['sealed and received before the revocation counts', revoked, at(11), at(11, 59), undefined],
    ['sealed and received after the revocation does not', revoked, at(13), at(13), 'SEAL.SIGNER_REVOKED'],
    ['at the very moment of the revocation does not', revoked, at(11), at(12), 'SEAL.SIGNER_REVOKED'],
    [
      'that says it is older than the revocation but comes after it does not',
      revoked,
      at(9),
      at(15),
      'SEAL.SIGNER_REVOKED',
    ],
    ['that says it is younger than the revocation never does', revoked, at(12, 1), at(11, 59), 'SEAL.SIGNER_REVOKED'],
  ])('%s', (_case, its, sealedAt, receivedAt, expected) => {
    expect(refusalByTerm(its, { sealedAt, receivedAt })).toBe(expected);
  });
});
