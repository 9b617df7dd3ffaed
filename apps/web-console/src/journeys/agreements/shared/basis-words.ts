import type { AgreementBasisCode } from '@mash/contracts';

/** The legal grounds as a family would read them, each with where it stands. */
export const BASIS_WORDS: Readonly<Record<AgreementBasisCode, string>> = {
  TASK: 'it is part of the body’s public task (UK GDPR article 6(1)(e))',
  DUTY: 'the law makes bodies share what keeps a child safe (Children Act 2004 section 16LA, UK GDPR article 6(1)(c))',
  ASSIST:
    'the law makes bodies help the council’s enquiries (Children Act 1989 sections 27 and 47, UK GDPR article 6(1)(c))',
  RLI: 'keeping children safe is a recognised legitimate interest (UK GDPR article 6(1)(ea))',
  VITAL: 'somebody’s life may depend on it (UK GDPR article 6(1)(d))',
  SPEC: 'for health and other sensitive information and for crimes: keeping children safe is of substantial public interest (UK GDPR articles 9(2)(g) and 10, Data Protection Act 2018 schedule 1)',
  PUBLIC: 'the public interest in a child’s safety can outweigh confidentiality (common law)',
  ENC: 'the law makes the police tell schools of domestic abuse (Domestic Abuse Act 2021 section 49A)',
  ADULT: 'the law protects adults who need care (Care Act 2014 sections 42 and 45)',
  LE: 'it is law enforcement (Data Protection Act 2018 part 3)',
  CONSENT: 'consent',
};
