import type { AgreementContent, AgreementContentLine, AgreementFinding, AgreementTargets } from '@mash/contracts';
import type { RegisterOfBodies } from './register-of-bodies';

const SIDES = ['from', 'to'] as const;

interface Parties {
  readonly ids: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
}

const partiesOf = ({ parties }: AgreementContent, register: RegisterOfBodies): Parties => ({
  ids: new Set(parties.map(({ agencyId }) => agencyId)),
  kinds: new Set(parties.flatMap(({ agencyId }) => register.find(agencyId)?.kind ?? [])),
});

/**
 * Each side of each line names somebody that the register knows, and an allow names nobody who has not signed: a body that is a party, or a
 * type of which some party is. A deny may name anybody: nobody has to agree to being told less.
 */
export function checkTargets(content: AgreementContent, register: RegisterOfBodies): AgreementFinding[] {
  const parties = partiesOf(content, register);
  return content.lines.flatMap((line, at) => [
    ...SIDES.flatMap((side) => checkSide(line, line[side], { field: `lines.${at}.${side}`, parties, register })),
    ...checkWhoAsks(line, `lines.${at}.modes.${line.modes.indexOf('ask')}`, register),
  ]);
}

const COUNCIL: AgreementTargets = { organisations: [], kinds: ['council'] };

/** The hub asks, and tells by asking, in its council's name: a line that lets anybody else ask covers no question that there is. */
function checkWhoAsks(
  { lineId, effect, from, modes }: AgreementContentLine,
  field: string,
  register: RegisterOfBodies,
): AgreementFinding[] {
  if (effect === 'deny' || !modes.includes('ask')) return [];
  const { organisations, kinds } = from;
  const isNobody = organisations.length === 0 ? kinds.length === 0 : organisations.every((id) => !register.find(id));
  if (isNobody || register.overlap(from, COUNCIL)) return [];
  const message = `Line ${lineId}: whoever holds information is asked, and does not ask: that is the council of the hub`;
  return [{ field, code: 'ASKED_BY_NO_COUNCIL', message }];
}

function checkSide(
  { lineId, effect }: AgreementContentLine,
  { organisations, kinds }: AgreementTargets,
  { field, parties, register }: { field: string; parties: Parties; register: RegisterOfBodies },
): AgreementFinding[] {
  const of = (code: string, message: string, where = field): AgreementFinding => ({
    field: where,
    code,
    message: `Line ${lineId}: ${message}`,
  });
  if (organisations.length === 0 && kinds.length === 0) return [of('TARGET_MISSING', 'no target means nobody')];
  if (organisations.length === 0)
    return kinds
      .filter((kind) => effect === 'allow' && !parties.kinds.has(kind))
      .map((kind) => of('TARGET_NO_PARTY', `no party is of the type ${kind}`, `${field}.kinds`));
  return organisations.flatMap((id, at) => {
    const where = `${field}.organisations.${at}`;
    if (register.find(id) === undefined) return [of('TARGET_UNKNOWN', `${id} is not in the register`, where)];
    return effect === 'allow' && !parties.ids.has(id) ? [of('TARGET_NO_PARTY', `${id} is no party`, where)] : [];
  });
}
