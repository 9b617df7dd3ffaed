import { signatoryMark, type PersonActor, type Subject } from '@mash/authorisation';
import type { AgreementContent, AgreementFinding, NamedBody, PartyApproval, Signatory } from '@mash/contracts';
import type { AgreementVersion } from './agreement-version';
import { checkAgreement } from './check-agreement';
import type { OtherAgreement } from './check-lines';
import { isOver } from './is-over';
import { outOfDate, type DatedParty } from './out-of-date';
import type { StepTaken } from './step-taken';

export interface AgreementsMatter {
  readonly partnershipId: string;
  readonly versions: readonly AgreementVersion[];
  readonly steps: readonly StepTaken[];
  readonly bodies: readonly (DatedParty & NamedBody)[];
  readonly signatories: readonly Signatory[];
  /** London day, ISO. */
  readonly today: string;
}

/** All agreements of one partnership at one moment, with the register they are checked against. */
export class AgreementsOfPartnership {
  constructor(private readonly matter: AgreementsMatter) {}

  get versions(): readonly AgreementVersion[] {
    return this.matter.versions;
  }

  find(agreementId: string, version: number): AgreementVersion | undefined {
    return this.of(agreementId).find(({ content }) => content.version === version);
  }

  draftOf(agreementId: string): AgreementVersion | undefined {
    return this.of(agreementId).find(({ state }) => state === 'draft');
  }

  /** How the draft that lies there was saved last. */
  savedDraft(agreementId: string): StepTaken | undefined {
    if (this.draftOf(agreementId) === undefined) return undefined;
    return this.history(agreementId).findLast(({ step }) => step === 'drafted');
  }

  inForce(agreementId: string): AgreementVersion | undefined {
    return this.of(agreementId).find(({ state }) => state === 'in_force');
  }

  /** Newest first. */
  of(agreementId: string): AgreementVersion[] {
    return this.versions
      .filter(({ content }) => content.agreementId === agreementId)
      .sort((a, b) => b.content.version - a.content.version);
  }

  /** Versions before this one that are still on their way or in force: what it takes the place of. */
  before({ content }: AgreementVersion, ...states: AgreementVersion['state'][]): AgreementVersion[] {
    return this.of(content.agreementId).filter(
      (one) => one.content.version < content.version && states.includes(one.state),
    );
  }

  /** Whether another agreement of the partnership is public under this address, or would be. */
  slugIsTaken({ agreementId, slug }: AgreementContent): boolean {
    return this.versions.some(({ content }) => content.slug === slug && content.agreementId !== agreementId);
  }

  /** The newest version that has left its draft; 0 where none has. */
  newestKept(agreementId: string): number {
    const kept = this.of(agreementId).filter(({ state }) => state !== 'draft');
    return Math.max(0, ...kept.map(({ content }) => content.version));
  }

  findings(version: AgreementVersion): AgreementFinding[] {
    const { content } = version;
    return [...this.endedAlready(version), ...checkAgreement(content, this.matter.bodies, this.others(content))];
  }

  outOfDate(version: AgreementVersion): AgreementFinding[] {
    return outOfDate(version, this.matter.bodies, this.matter.today);
  }

  /** One whose last day is over takes the place of none: it would end what counts, or a stop, and put nothing there. Alone it stands as what was. */
  private endedAlready(version: AgreementVersion): AgreementFinding[] {
    if (!isOver(version.content, this.matter.today)) return [];
    if (this.before(version, 'in_force', 'stopped').length === 0) return [];
    const message = 'The last day is over: nothing would be agreed once it has taken the place of the version before';
    return [{ field: 'inForceTo', code: 'ENDED_ALREADY', message }];
  }

  approvals({ content }: AgreementVersion): PartyApproval[] {
    const { agreementId, version } = content;
    const given = this.matter.steps.filter(
      (one) => one.step === 'approved' && one.agreementId === agreementId && one.version === version,
    );
    return content.parties.map(({ agencyId }) => {
      const step = given.find((one) => one.agencyId === agencyId);
      if (step === undefined) return { agencyId, waitsFor: this.signatoriesFor(agencyId) };
      const approvedBy = { name: step.byName ?? '', jobTitle: step.byJobTitle ?? '' };
      return { agencyId, approvedAt: step.at.toISOString(), approvedBy, waitsFor: [] };
    });
  }

  /** The person as the register names them for their own body today. */
  signatory({ id, agencyId }: PersonActor): Signatory | undefined {
    return this.named(agencyId).find(({ accountId }) => accountId === id);
  }

  history(agreementId: string): StepTaken[] {
    return this.matter.steps.filter((one) => one.agreementId === agreementId);
  }

  /** The bodies that a version names. */
  bodiesOf({ parties, lines, bases }: AgreementContent): NamedBody[] {
    const named = new Set([
      ...[...parties, ...bases].map(({ agencyId }) => agencyId),
      ...lines.flatMap(({ from, to }) => [...from.organisations, ...to.organisations]),
    ]);
    return this.matter.bodies
      .filter(({ agencyId }) => named.has(agencyId))
      .map(({ agencyId, name, kind }) => ({ agencyId, name, kind }));
  }

  subjectOf({ content, state, partnershipId }: AgreementVersion): Subject<'Agreement'> {
    const parties = content.parties.map(({ agencyId }) => agencyId);
    const signatories = parties.flatMap((agencyId) =>
      this.signing(agencyId).map(({ accountId }) => signatoryMark(agencyId, accountId)),
    );
    return {
      kind: 'Agreement',
      id: content.agreementId,
      partnershipId,
      parties,
      signatories,
      draft: state === 'draft',
    };
  }

  private others({ agreementId, inForceFrom, inForceTo }: AgreementContent): OtherAgreement[] {
    const { today } = this.matter;
    const from = inForceFrom > today ? inForceFrom : today;
    const meets = ({ content, state }: AgreementVersion): boolean =>
      state === 'in_force' &&
      content.agreementId !== agreementId &&
      (content.inForceTo === undefined || content.inForceTo >= from) &&
      (inForceTo === undefined || content.inForceFrom <= inForceTo);
    return this.versions.filter(meets).map(({ content: { title, lines } }) => ({ title, lines }));
  }

  private signing(agencyId: string): Signatory[] {
    return this.named(agencyId).filter(({ approves }) => approves);
  }

  private named(agencyId: string): Signatory[] {
    const { signatories, today } = this.matter;
    return signatories.filter((one) => one.agencyId === agencyId && (one.endedOn === undefined || today < one.endedOn));
  }

  private signatoriesFor(agencyId: string): { name: string; jobTitle: string }[] {
    return this.signing(agencyId).map(({ name, jobTitle }) => ({ name, jobTitle }));
  }
}
