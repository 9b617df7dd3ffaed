import type { SendRequests, ThresholdLevel } from '@mash/contracts';
import { NEVER_ASKED } from './purposes-to-ask';

export interface SendFault {
  field: string;
  code: string;
  message: string;
}

/**
 * Screening is the purpose only while nobody has judged a threshold: kept on as one, it would read the council's own record past consent
 * (rule row R-THR-03; AB v Haringey [2013]). A purpose above the threshold is refused by the rules, line by line (R-PUR-01).
 */
function purposeFaults({ purpose }: SendRequests, threshold: ThresholdLevel): SendFault[] {
  if (NEVER_ASKED.includes(purpose))
    return [{ field: 'purpose', code: 'not_an_asking', message: 'That is told, and asked of nobody.' }];
  if (purpose !== 'SCREEN' || threshold === 'none') return [];
  const message = 'A threshold has been judged: ask for the work that it opens, no longer for screening.';
  return [{ field: 'purpose', code: 'no_longer_screening', message }];
}

/**
 * What is wrong with a set of requests before anything is kept: a purpose that is true no more or asks nothing, an agency that is not in the register, a person who is not on the roster,
 * a worry that the pack does not know, a person said to be in the area of what is no neighbouring council, a line without the envelope that the agency would open, an envelope about somebody nobody asks about, anything that stands there twice.
 */
export function sendFaults(
  command: SendRequests,
  known: {
    personIds: readonly string[];
    agencies: readonly { agencyId: string; kind: string }[];
    threshold: ThresholdLevel;
    /** Codes of the pack for what a concern can name. */
    worries: readonly string[];
  },
): SendFault[] {
  return [...purposeFaults(command, known.threshold), ...requestFaults(command, known)];
}

function requestFaults({ requests }: SendRequests, known: Omit<Parameters<typeof sendFaults>[1], 'threshold'>) {
  const requestIds = new Set<string>();
  return requests.flatMap((request, index) => {
    const at = `requests.${String(index)}`;
    const sealedFor = new Set(request.envelopes.map(({ personId }) => personId));
    const faults: SendFault[] = [];
    const agency = known.agencies.find(({ agencyId }) => agencyId === request.agencyId);
    if (agency === undefined) {
      faults.push({ field: `${at}.agencyId`, code: 'unknown_agency', message: 'This agency is not in the register.' });
    }
    if (requestIds.has(request.requestId))
      faults.push({ field: `${at}.requestId`, code: 'request_twice', message: 'The same request stands here twice.' });
    requestIds.add(request.requestId);
    faults.push(...envelopeFaults(request, at));
    const asked = new Set<string>();
    request.lines.forEach(({ personId, category, crossBorder, worry }, line) => {
      const field = `${at}.lines.${String(line)}`;
      const question = `${personId} ${category}`;
      if (!known.personIds.includes(personId))
        faults.push({ field, code: 'not_on_roster', message: 'This person is not on the roster.' });
      if (!sealedFor.has(personId))
        faults.push({ field, code: 'no_envelope', message: 'Nothing was sealed for this person.' });
      if (asked.has(question))
        faults.push({ field, code: 'asked_twice', message: 'The same question stands here twice.' });
      if (worry !== undefined && !known.worries.includes(worry))
        faults.push({ field, code: 'unknown_worry', message: 'The pack does not know this worry.' });
      if (crossBorder === true && agency !== undefined && agency.kind !== 'council_other')
        faults.push({
          field,
          code: 'no_border',
          message: 'Only a neighbouring council can have this person in its area.',
        });
      asked.add(question);
    });
    return faults;
  });
}

/** The agency would open what is sealed: one envelope for each person who is asked about, and none for anybody else. */
function envelopeFaults({ lines, envelopes }: SendRequests['requests'][number], at: string): SendFault[] {
  const askedAbout = new Set(lines.map(({ personId }) => personId));
  const sealed = new Set<string>();
  return envelopes.flatMap(({ personId }, index) => {
    const field = `${at}.envelopes.${String(index)}`;
    const faults: SendFault[] = [];
    if (!askedAbout.has(personId))
      faults.push({ field, code: 'nothing_asked', message: 'Nothing is asked about this person.' });
    if (sealed.has(personId)) faults.push({ field, code: 'sealed_twice', message: 'One envelope for each person.' });
    sealed.add(personId);
    return faults;
  });
}
