import { partialDateWords } from '@mash/clocks';
import type { Agencies, Signatory } from '@mash/contracts';
import type { Naming } from '../../../presenters/naming';
import { lastDayOf } from '../last-day';

export interface SignatoryRow {
  readonly name: string;
  readonly jobTitle: string;
  readonly approves: string;
  readonly spell: string;
  readonly changeHref: string | undefined;
}

export interface BodyThatSigns {
  readonly body: string;
  readonly warnings: readonly string[];
  readonly rows: readonly SignatoryRow[];
  readonly nameHref: string | undefined;
}

/** "Who may approve an agreement for whom, and for whom may nobody?" */
export interface SignatoriesView {
  readonly heading: string;
  readonly bodies: readonly BodyThatSigns[];
}

export interface SignatoriesGiven {
  readonly signatories: readonly Signatory[];
  readonly agencies: Agencies['agencies'];
  /** Bodies that are party to an agreement: where nobody approves for one of them it holds its agreement up. */
  readonly parties: ReadonlySet<string>;
  readonly mayKeep: boolean;
  /** Who has signed in with which account; undefined where nobody can tell. */
  readonly heard: Naming | undefined;
  /** London day, ISO. */
  readonly today: string;
}

export const signatoryPath = (agencyId: string, accountId?: string): string =>
  ['/signatories', agencyId, ...(accountId === undefined ? [] : [accountId])].join('/');

const hasEnded = ({ endedOn }: Signatory, today: string): boolean => endedOn !== undefined && endedOn <= today;

function spellOf(one: Signatory, today: string): string {
  const last = lastDayOf(one);
  if (last === undefined) return 'Now';
  return `${hasEnded(one, today) ? 'Ended' : 'Until'} ${partialDateWords(last)}`;
}

const rowOf = (one: Signatory, { mayKeep, today }: SignatoriesGiven): SignatoryRow => ({
  name: one.name,
  jobTitle: one.jobTitle,
  approves: one.approves ? 'May approve' : 'Named in histories only',
  spell: spellOf(one, today),
  changeHref: mayKeep ? signatoryPath(one.agencyId, one.accountId) : undefined,
});

function warningsOf(agencyId: string, own: readonly Signatory[], { parties, heard, today }: SignatoriesGiven) {
  const current = own.filter((one) => !hasEnded(one, today));
  const isHeldUp = parties.has(agencyId) && !current.some(({ approves }) => approves);
  return [
    ...(isHeldUp ? ['Nobody may approve for it: no version that it is party to can come into force'] : []),
    ...current
      .filter(({ accountId }) => heard !== undefined && heard(accountId) === undefined)
      .map(({ name }) => `Nobody has signed in with the account of ${name} yet. Check the number`),
  ];
}

/** Bodies that hold an agreement up first. */
export function signatoriesView(given: SignatoriesGiven): SignatoriesView {
  const { signatories, agencies, mayKeep } = given;
  const bodies = agencies.map(({ agencyId, name }) => {
    const own = signatories.filter((one) => one.agencyId === agencyId);
    return {
      body: name,
      warnings: warningsOf(agencyId, own, given),
      rows: own.map((one) => rowOf(one, given)),
      nameHref: mayKeep ? signatoryPath(agencyId) : undefined,
    };
  });
  const unsafe = bodies.filter(({ warnings }) => warnings.length > 0).length;
  return {
    heading:
      unsafe === 0
        ? 'Somebody may approve for every party'
        : `Who may approve is unsafe at ${unsafe} ${unsafe === 1 ? 'body' : 'bodies'}`,
    bodies: bodies.sort(
      (a, b) =>
        b.warnings.length - a.warnings.length ||
        Number(b.rows.length > 0) - Number(a.rows.length > 0) ||
        a.body.localeCompare(b.body),
    ),
  };
}
