import { can, type PersonActor } from '@mash/authorisation';
import type { AgreementDetail, AgreementStep, AgreementView } from '@mash/contracts';
import { isOpenFor, type AgreementVersion } from '../../domain/agreements/agreement-version';
import type { AgreementsOfPartnership } from '../../domain/agreements/agreements-of-partnership';
import { standingOf } from '../../domain/agreements/standing-of';
import type { StepTaken } from '../../domain/agreements/step-taken';

const ON_THE_WAY: readonly AgreementVersion['state'][] = ['draft', 'proposed', 'approved'];

function mayOf(actor: PersonActor, version: AgreementVersion, all: AgreementsOfPartnership): AgreementView['may'] {
  const subject = all.subjectOf(version);
  const mine = all.approvals(version).find(({ agencyId }) => agencyId === actor.agencyId);
  const steps = (['propose', 'approve', 'put-in-force', 'stop'] as const).filter(
    (action) => isOpenFor(action, version.state) && can(actor, action, subject),
  );
  const open = steps.filter((action) => action !== 'approve' || (mine !== undefined && mine.approvedAt === undefined));
  return [...(can(actor, 'draft', subject) ? (['draft'] as const) : []), ...open];
}

/** Whom a version waits for is named while it waits: of one that another took the place of, its parties read no more who signs today. */
function approvalsOf(version: AgreementVersion, all: AgreementsOfPartnership): AgreementView['approvals'] {
  const approvals = all.approvals(version);
  return version.state === 'proposed' ? approvals : approvals.map((one) => ({ ...one, waitsFor: [] }));
}

/** A version as this person may read it, with what they may do with it. */
export function agreementView(
  actor: PersonActor,
  version: AgreementVersion,
  all: AgreementsOfPartnership,
  now: Date,
): AgreementView {
  const { content, state } = version;
  const outOfDate = all.outOfDate(version);
  return {
    ...content,
    state,
    standing: standingOf(version, now),
    bodies: all.bodiesOf(content),
    approvals: state === 'draft' ? [] : approvalsOf(version, all),
    findings: ON_THE_WAY.includes(state) ? all.findings(version) : [],
    ...(outOfDate.length > 0 && { outOfDate }),
    may: mayOf(actor, version, all),
  };
}

const stepView = ({ step, version, at, agencyId, byAccount, byName, byJobTitle }: StepTaken): AgreementStep => ({
  ...{ step, version, at: at.toISOString(), byAccount },
  ...(agencyId !== null && { agencyId }),
  ...(byName !== null && { byName }),
  ...(byJobTitle !== null && { byJobTitle }),
});

/** Drafts are the keepers' own: nobody else reads when they were written. */
const STEPS_OF_A_DRAFT: readonly AgreementStep['step'][] = ['drafted', 'discarded'];

/** Steps are those of all versions, and name people: whoever is party to one version only reads nothing of the others. */
function readsStep(actor: PersonActor, agreementId: string, all: AgreementsOfPartnership) {
  const mayRead = (version: number): boolean => {
    const its = all.find(agreementId, version);
    return its !== undefined && can(actor, 'read', all.subjectOf(its));
  };
  return ({ step, version }: StepTaken): boolean => !STEPS_OF_A_DRAFT.includes(step) && mayRead(version);
}

export function agreementDetail(
  actor: PersonActor,
  version: AgreementVersion,
  all: AgreementsOfPartnership,
  now: Date,
): AgreementDetail {
  const { agreementId } = version.content;
  const keeps = can(actor, 'read', { ...all.subjectOf(version), draft: true });
  const steps = all.history(agreementId);
  const history = (keeps ? steps : steps.filter(readsStep(actor, agreementId, all))).map(stepView);
  return { ...agreementView(actor, version, all, now), history };
}
