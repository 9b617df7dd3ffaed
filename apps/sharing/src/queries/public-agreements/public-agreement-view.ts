import type { PublicAgreement, PublicAgreementList, PublicAgreementVersion } from '@mash/contracts';
import type { AgreementVersion } from '../../domain/agreements/agreement-version';
import type { AgreementsOfPartnership } from '../../domain/agreements/agreements-of-partnership';
import { londonDayOf } from '../../domain/agreements/london-day-of';
import { standingOf } from '../../domain/agreements/standing-of';

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

function endOf(all: AgreementsOfPartnership, { content, stoppedAt, state }: AgreementVersion): string | undefined {
  if (stoppedAt !== null) return londonDayOf(stoppedAt);
  if (state !== 'superseded') return content.inForceTo;
  const step = all
    .history(content.agreementId)
    .find((one) => one.step === 'superseded' && one.version === content.version);
  return step && londonDayOf(step.at);
}

function pastVersion(all: AgreementsOfPartnership, version: AgreementVersion): PublicAgreementVersion {
  const { content, state } = version;
  const endedOn = endOf(all, version);
  return {
    version: content.version,
    state: state === 'superseded' || state === 'stopped' ? state : 'in_force',
    inForceFrom: content.inForceFrom,
    ...(endedOn !== undefined && { endedOn }),
  };
}

/** One agreement as families read it: no person, no account, no draft, nothing of how it came about but the parties' approvals. */
export function publicAgreement(version: AgreementVersion, all: AgreementsOfPartnership, now: Date): PublicAgreement {
  const { agreementId: _id, parties, ...content } = version.content;
  const approvals = new Map(all.approvals(version).map((approval) => [approval.agencyId, approval]));
  return {
    ...content,
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
