import type { AgreementBasis, AgreementBasisCode, AgreementContent, AgreementFinding } from '@mash/contracts';
import { CATEGORIES } from '@mash/contracts';
import { PUBLIC_KINDS } from '../decision';
import type { RegisteredParty, RegisterOfBodies } from './register-of-bodies';

/** Codes that stand on UK GDPR article 6 by themselves. */
const ARTICLE_6: readonly AgreementBasisCode[] = ['TASK', 'DUTY', 'ASSIST', 'RLI'];

const isPublicAuthority = ({ kind, bound }: RegisteredParty): boolean => bound || PUBLIC_KINDS.has(kind);

/** What a basis that no party of this type can have is refused with. */
function faultOf(code: AgreementBasisCode, party: RegisteredParty): [string, string] | undefined {
  if (code === 'CONSENT')
    return ['BASIS_CONSENT', 'consent is no basis for sharing between bodies; it is asked for beside one (R-REG-01)'];
  if (code === 'RLI' && isPublicAuthority(party))
    return ['BASIS_RLI_PUBLIC', 'a public authority cannot rest on recognised legitimate interests (R-REG-01)'];
  if (code === 'DUTY' && !party.bound)
    return ['BASIS_DUTY_UNBOUND', 'the duty to share (Children Act 2004 s16LA) does not bind it'];
  if (code === 'TASK' && !isPublicAuthority(party))
    return ['BASIS_TASK_PRIVATE', 'only a public body has a public task'];
  return undefined;
}

const needsCondition = ({ categories }: AgreementBasis): boolean =>
  categories.some((category) => CATEGORIES[category].dataClass !== 'personal');

function checkOne(basis: AgreementBasis, at: number, register: RegisterOfBodies): AgreementFinding[] {
  const field = `bases.${at}.basis`;
  const party = register.find(basis.agencyId);
  const of = (code: string, message: string, where = field): AgreementFinding => ({
    field: where,
    code,
    message: `${basis.agencyId}: ${message}`,
  });
  if (party === undefined) return [of('BASIS_UNKNOWN_BODY', 'it is not in the register', `bases.${at}.agencyId`)];
  const findings = basis.basis.flatMap((code, place) => {
    const fault = faultOf(code, party);
    return fault === undefined ? [] : [of(...fault, `${field}.${place}`)];
  });
  if (!basis.basis.some((code) => ARTICLE_6.includes(code)))
    findings.push(of('BASIS_ARTICLE_6', 'no basis under UK GDPR article 6 is named'));
  if (needsCondition(basis) && !basis.basis.includes('SPEC'))
    findings.push(of('BASIS_SPECIAL', 'special-category or criminal data need a condition too (SPEC)'));
  return findings;
}

/** The parties that a line lets share. */
function holdersOf({ parties, lines }: AgreementContent, at: number, register: RegisterOfBodies): string[] {
  const from = lines[at]?.from;
  if (from === undefined) return [];
  const reached = parties.filter(({ agencyId }) => register.overlap(from, { organisations: [agencyId], kinds: [] }));
  return reached.map(({ agencyId }) => agencyId);
}

/** R-REG-01, and: each party that a line lets share names what it rests on, for every category of it. */
export function checkBases(content: AgreementContent, register: RegisterOfBodies): AgreementFinding[] {
  const findings = content.bases.flatMap((basis, at) => checkOne(basis, at, register));
  const missing = content.lines.flatMap((line, at) => {
    if (line.effect === 'deny') return [];
    return holdersOf(content, at, register).flatMap((agencyId): AgreementFinding[] => {
      const covered = content.bases
        .filter((basis) => basis.agencyId === agencyId)
        .flatMap(({ categories }) => categories);
      const bare = line.categories.filter((category) => !covered.includes(category));
      if (bare.length === 0) return [];
      const message = `Line ${line.lineId}: ${agencyId} names no lawful basis for ${bare.join(', ')}`;
      return [{ field: `lines.${at}.categories`, code: 'BASIS_MISSING', message }];
    });
  });
  return [...findings, ...missing];
}
