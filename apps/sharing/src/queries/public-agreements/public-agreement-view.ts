import type { PublicAgreement, PublicAgreementList, PublicAgreementVersion } from '@mash/contracts';
import type { AgreementVersion } from '../../domain/agreements/agreement-version';
import type { AgreementsOfPartnership } from '../../domain/agreements/agreements-of-partnership';
import { londonDayOf } from '../../domain/agreements/london-day-of';
import { standingOf } from '../../domain/agreements/standing-of';
import type { StepTaken } from '../../domain/agreements/step-taken';

const IS_IN_FORCE: readonly AgreementVersion['state'][] = ['in_force', 'stopped'];

/** Versions that were in force at some time, newest first. One that was superseded on its way never was: nobody shared under it. */
function everInForce(all: AgreementsOfPartnership, agreementId: string): AgreementVersion[] {
  const started = new Set(
    all
      .history(agreementId)
      .filter(({ step }) => step === 'put_in_force')
      .map(({ version }) => version),
  );
  return all.of(agreementId).filter(({ content }) => started.has(content.version));
}

/** What anybody may read of the partnership: for each agreement the newest version that was ever in force. */
export function publicVersions(all: AgreementsOfPartnership): AgreementVersion[] {
  const ids = [...new Set(all.versions.map(({ content }) => content.agreementId))];
  return ids.flatMap((id) => {
    const versions = everInForce(all, id);
    return versions.find(({ state }) => IS_IN_FORCE.includes(state)) ?? versions[0] ?? [];
  });
}

export function publicListing(all: AgreementsOfPartnership, now: Date): PublicAgreementList['agreements'] {
  return publicVersions(all).map((version) => {
    const { slug, title, parties } = version.content;
    const names = new Map(all.bodiesOf(version.content).map(({ agencyId, name }) => [agencyId, name]));
    return {
      slug,
      title,
      standing: standingOf(version, now),
      parties: parties.map(({ agencyId }) => names.get(agencyId) ?? agencyId),
    };
  });
}

function dayOf(
  all: AgreementsOfPartnership,
  { content: { agreementId, version } }: AgreementVersion,
  step: StepTaken['step'],
): string | undefined {
  const taken = all.history(agreementId).find((one) => one.step === step && one.version === version);
  return taken && londonDayOf(taken.at);
}

/** Its first day, or the day on which it was put in force where that was later: nothing was shared under it before. */
function beginOf(all: AgreementsOfPartnership, version: AgreementVersion): string {
  return [version.content.inForceFrom, dayOf(all, version, 'put_in_force') ?? ''].sort().at(-1) ?? '';
}

/** Its last day, or the day on which it was stopped or superseded where that came earlier. */
function endOf(all: AgreementsOfPartnership, version: AgreementVersion): string | undefined {
  const { content, stoppedAt } = version;
  const broken = stoppedAt === null ? dayOf(all, version, 'superseded') : londonDayOf(stoppedAt);
  return [content.inForceTo, broken].filter((day) => day !== undefined).sort()[0];
}

function pastVersion(all: AgreementsOfPartnership, version: AgreementVersion): PublicAgreementVersion {
  const { content, state, stoppedAt } = version;
  const endedOn = endOf(all, version);
  const stopEndedIt = stoppedAt !== null && endedOn === londonDayOf(stoppedAt);
  return {
    version: content.version,
    state: state === 'superseded' ? state : stopEndedIt ? 'stopped' : 'in_force',
    inForceFrom: beginOf(all, version),
    ...(endedOn !== undefined && { endedOn }),
  };
}

/** One agreement as families read it: no person, no account, no draft, nothing of how it came about but the parties' approvals. */
export function publicAgreement(version: AgreementVersion, all: AgreementsOfPartnership, now: Date): PublicAgreement {
  const { agreementId: _id, parties, ...content } = version.content;
  const approvals = new Map(all.approvals(version).map((approval) => [approval.agencyId, approval]));
  return {
    ...content,
    inForceFrom: beginOf(all, version),
    standing: standingOf(version, now),
    ...(version.stoppedAt !== null && { stoppedOn: londonDayOf(version.stoppedAt) }),
    parties: parties.map((party) => {
      const { approvedAt, approvedBy } = approvals.get(party.agencyId) ?? {};
      if (approvedAt === undefined) return party;
      const jobTitle = approvedBy?.jobTitle ?? '';
      return { ...party, approved: { on: londonDayOf(new Date(approvedAt)), jobTitle } };
    }),
    bodies: all.bodiesOf(version.content),
    versions: everInForce(all, version.content.agreementId).map((one) => pastVersion(all, one)),
  };
}
