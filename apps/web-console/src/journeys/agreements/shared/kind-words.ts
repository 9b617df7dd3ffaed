import type { AgencyKind } from '@mash/contracts';

/** A type of body, as a family would say it. */
export const KIND_WORDS: Readonly<Record<AgencyKind, string>> = {
  council: 'the council',
  council_other: 'other councils',
  council_abroad: 'councils outside England',
  police: 'the police',
  health: 'health services',
  education: 'schools and colleges',
  childcare: 'nurseries and childminders',
  housing: 'housing bodies',
  probation: 'probation',
  youth_justice: 'youth justice',
  provider: 'commissioned services',
  voluntary: 'charities',
  private: 'private bodies',
  outside: 'bodies outside the partnership',
};
