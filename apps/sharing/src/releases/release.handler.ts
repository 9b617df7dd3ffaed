import type { PersonActor } from '@mash/authorisation';
import type { IntakeFacts, Release, Released } from '@mash/contracts';
import { UnitOfWork, type Tx } from '@mash/persistence';
import { Clock } from '@mash/service-host';
import { loadPack } from '@mash/threshold-packs';
import { Injectable } from '@nestjs/common';
import { AgreementsStopped, type RestsOnStopped } from '../agreements/agreements-stopped';
import { AnswersGone, type Missed } from '../answers/answers-gone';
import { FactsAsTheyStand } from '../asking/facts-as-they-stand';
import { NothingNewer, type RefuseNewer } from '../asking/nothing-newer';
import { isHubStaff } from '../domain/release/audiences';
import type { AcceptedSoFar } from '../domain/release/accepted-so-far';
import { ProtectionKeeper } from '../protection/protection-keeper';
import type { HolderStatement } from '../domain/holder/holder-statement';
import { ConditionAcceptances } from '../holder/condition-acceptances';
import { HolderStatements } from '../holder/holder-statements';
import type { Unwrap } from '../keys/key-ring';
import { Ledger } from '../ledger/ledger';
import type { LedgerCall, LedgerLine } from '../ledger/ledger-line';
import { KeptFromParents, type KeptQuiet } from '../obligations/kept-from-parents';
import { Identities } from '../recalls/identities';
import { AskedLinesFinder, type AskedLines } from './asked-lines';
import { chosenToTell } from './chosen-to-tell';
import { coverageOf } from './coverage-of';
import { EnvelopeOpener, type NotOpened, type Opened } from './envelope-opener';
import { ledgerLineOf } from './ledger-line-of';
import { AGREEMENT_STOPPED, ReleaseAudit } from './release-audit';
import { ReleaseGate, type Admitted, type AdmittedNow } from './release-gate';
import { releasedItemOf } from './released-item-of';
import { requestOpened } from './request-opened';
import { planOf, type Plan } from './telling-of';
import { ThingDecider, type Said } from './thing-decider';
import { thingsOf } from './things-of';
import { untilAccepted } from './until-accepted';
import { WhatThePresserReads } from './what-the-presser-reads';

const REQUEST = 'release.request';

interface AsItStands {
  readonly admitted: AdmittedNow;
  readonly plan: Plan;
  readonly statements: readonly HolderStatement[];
  readonly said: Said;
}
type Shown = Pick<Released, 'items' | 'coverage'> & { readonly lines: readonly LedgerLine[] };
const isOpened = (one: Opened | NotOpened): one is Opened => one.kind !== 'refused';

/** Decides what of some sealed envelopes this viewer may read for this purpose, and hands out that and nothing more. */
@Injectable()
export class ReleaseHandler {
  constructor(
    private readonly gate: ReleaseGate,
    private readonly opener: EnvelopeOpener,
    private readonly askedLines: AskedLinesFinder,
    private readonly stopped: AgreementsStopped,
    private readonly statements: HolderStatements,
    private readonly acceptances: ConditionAcceptances,
    private readonly decider: ThingDecider,
    private readonly standing: FactsAsTheyStand,
    private readonly newer: NothingNewer,
    private readonly presserReads: WhatThePresserReads,
    private readonly protection: ProtectionKeeper,
    private readonly identities: Identities,
    private readonly keptFromParents: KeptFromParents,
    private readonly answersGone: AnswersGone,
    private readonly ledger: Ledger,
    private readonly releaseAudit: ReleaseAudit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws 404 audited; SHARING.RELEASE_REPEATED (409) audited; AuditIsDown: then nothing is released */
  execute(actor: PersonActor, release: Release): Promise<Released> {
    return this.newer.on((refuseNewer) => this.release(actor, release, refuseNewer));
  }

  private async release(actor: PersonActor, release: Release, refuseNewer: RefuseNewer): Promise<Released> {
    const { releaseId, enquiryId, mode } = release;
    const admitted = await this.admit(actor, release);
    const plan = mode === 'ask' ? undefined : planOf(actor, release, admitted);
    // Opening takes longest, and goes on beside all that is read to decide; it is waited for within the work, also where it fails.
    const keys = this.opener.keysOf(release.envelopes, admitted.enquiry);
    const opening = keys.then((unwrap) => this.opener.openAll(release.envelopes, admitted.enquiry, undefined, unwrap));
    opening.catch(() => undefined);
    const [unwrap, accepted, isKeptQuiet, missed] = await Promise.all([
      keys,
      this.acceptances.of(admitted.enquiry, actor.id),
      mode === 'ask' ? this.keptFromParents.in(admitted.enquiry, admitted.facts) : () => false,
      this.missedBy(actor, release, admitted),
    ]);
    const at = this.clock.now();
    const { partnershipId, agencyId, id: accountId } = actor;
    const call: LedgerCall = {
      ...{ releaseId, partnershipId, enquiryId, accountId, agencyId, at },
      mode: plan?.telling.mode === 'existence' ? mode : (plan?.telling.mode ?? mode),
    };
    const evenIfUnsent = mode === 'protect';
    const work = async (tx: Tx): Promise<Released> => {
      await this.ledger.claim(tx, call);
      // Whoever protects goes on with what is known: nothing that is said meanwhile holds it up.
      if (mode !== 'protect') await refuseNewer(tx, admitted);
      const asked =
        mode === 'ask' ? await this.askedLines.withConditions(enquiryId, unwrap) : await this.askedLines.of(enquiryId);
      const heard = plan && (await this.whatWasSaid(tx, admitted, plan, unwrap));
      const tried = await opening;
      const now = heard && { ...heard, admitted: await this.now(tx, admitted) };
      const { shown, refused } = now
        ? await this.decide(tx, {
            ...{ ...now, actor, asked, accepted, at, releaseId },
            tried: now.plan.telling.mode === 'protect' ? await this.withoutRecalled(tx, call, admitted, tried) : tried,
          })
        : openRequests(await this.withoutRecalled(tx, call, admitted, tried), {
            ...{ actor, intake: admitted.facts.intake, asked, isKeptQuiet },
            isStopped: await this.stopped.of(tx, partnershipId),
          });
      await this.releaseAudit.refusedEnvelopes(tx, { actor, enquiryId, refused }, { evenIfUnsent });
      const missing = missed && (await this.answersGone.keep(tx, missed, at));
      await this.releaseAudit.callers(tx, { actor, enquiryId, items: shown.items, opened: tried }, { evenIfUnsent });
      await this.ledger.write(tx, {
        ...{ actor, call, lines: shown.lines, evenIfUnsent, volumeLimit: volumeLimitOf(admitted) },
        audit: {
          action: `release.${mode}`,
          subject: { type: 'Enquiry', id: enquiryId },
          purpose: release.purpose,
          ...(admitted.without !== undefined && { reasonCode: admitted.without }),
          counts: { envelopes: tried.length, refused: refused.length },
        },
      });
      const { items, coverage } = shown;
      const notOpened = refused.map(({ envelopeId, code }) => ({ envelopeId, code }));
      const released = { releaseId, releasedAt: at.toISOString(), items: [...items], coverage, refused: notOpened };
      return { ...released, ...(missing && { missing }) };
    };
    return this.unitOfWork.run(work).catch(this.releaseAudit.noteRefused(actor, enquiryId, releaseId));
  }

  /** Accepted answers that this reader did not find, where they say which they found. */
  private async missedBy(
    actor: PersonActor,
    { mode, lying, envelopes }: Release,
    { enquiry, audience, facts: { bodies } }: Admitted,
  ): Promise<Missed | undefined> {
    if (lying === undefined || mode !== 'content' || !isHubStaff(audience)) return undefined;
    // Whoever only rings back learns who told, and not which agencies have answered.
    if (envelopes.length > 0 && envelopes.every(({ typ }) => typ === 'caller')) return undefined;
    return this.answersGone.look({ actor, enquiry, bodies, lying });
  }

  /** What people have said that is decided on, beside what is sealed. */
  private async whatWasSaid(
    tx: Tx,
    { enquiry, facts }: Admitted,
    plan: Plan,
    unwrap: Unwrap,
  ): Promise<Omit<AsItStands, 'admitted'>> {
    const statements = await this.statements.of(enquiry, tx, unwrap);
    return { plan, statements, said: await this.decider.whatWasSaid(tx, facts, plan.telling, unwrap) };
  }

  /** The claim holds consent, and nothing holds agreements: they are read once envelopes are open, for one may be stopped meanwhile. */
  private async now(tx: Tx, admitted: Admitted): Promise<AdmittedNow> {
    return { ...admitted, facts: await this.standing.of(tx, admitted.facts) };
  }

  /** A question or a notice that was recalled from this reader opens no more, and they are told so: it was theirs. */
  private async withoutRecalled(
    tx: Tx,
    { agencyId, accountId }: LedgerCall,
    { facts: { intake } }: Admitted,
    tried: readonly (Opened | NotOpened)[],
  ): Promise<(Opened | NotOpened)[]> {
    const recalled = await this.identities.recalledFrom(tx, intake, { agencyId, accountId });
    return tried.map((one) => {
      if (one.kind !== 'document' || !('agencyId' in one.ids) || one.ids.agencyId !== agencyId) return one;
      const code = recalled.codeOf(one);
      return code === undefined ? recalled.without(one) : { kind: 'refused', envelopeId: one.envelopeId, code };
    });
  }

  private admit(actor: PersonActor, { enquiryId, mode, recipient, envelopes }: Release): Promise<Admitted> {
    if (mode === 'protect') return this.gate.admitToProtect(actor, enquiryId, REQUEST, recipient !== undefined);
    const wanted = mode === 'content' ? envelopes.map(({ typ }) => typ) : [];
    return this.gate.admit(actor, enquiryId, REQUEST, wanted);
  }

  private async decide(
    tx: Tx,
    its: AsItStands & {
      actor: PersonActor;
      asked: AskedLines;
      accepted: AcceptedSoFar;
      tried: readonly (Opened | NotOpened)[];
      at: Date;
      releaseId: string;
    },
  ): Promise<{ shown: Shown; refused: NotOpened[] }> {
    const { actor, admitted, plan, asked, statements, tried, at } = its;
    const { telling } = plan;
    const checked = tried.map((one) => (isOpened(one) && !plan.takes(one) ? notFor(one) : one));
    const opened = checked.filter(isOpened);
    const viewer = telling.mode === 'protect' ? {} : { viewer: actor };
    const all = thingsOf(opened, { admitted, telling, asked, statements, ...viewer, now: at });
    const chosen =
      telling.mode === 'protect'
        ? await this.identities.withoutRecalledAnswers(tx, admitted.facts.intake, chosenToTell(all, plan.chosen), {
            agencyId: telling.toAgencyId,
          })
        : all;
    const things =
      plan.presser === undefined
        ? chosen
        : await this.presserReads.of(tx, chosen, { ...its, opened, presser: plan.presser });
    const decided = await this.decider.decideAll(tx, admitted.facts, things, telling, its.said);
    const judged = telling.mode === 'protect' ? decided : decided.map(untilAccepted(its.accepted));
    // Whoever reads the notice that they were sent is told nothing new.
    if (plan.presser !== undefined)
      await this.protection.keep(tx, admitted.facts, judged, { ...its, askedBy: actor.id, noticeId: plan.noticeId });
    const { bodies } = admitted.facts;
    const items = judged.flatMap((one) => {
      const isCoverageShown = one.thing.kind === 'coverage' && one.shownAs === 'shown';
      return isCoverageShown ? [] : (releasedItemOf(one, bodies) ?? []);
    });
    const coverage =
      plan.chosen !== undefined
        ? []
        : opened.flatMap((one) => (one.kind === 'answer' ? (coverageOf(one, judged, bodies) ?? []) : []));
    const lines = judged.map((one) => ledgerLineOf(one, telling, admitted.facts));
    return { shown: { items, coverage, lines }, refused: checked.filter((one) => !isOpened(one)) };
  }
}

const notOpened =
  (code: NotOpened['code']) =>
  ({ envelopeId }: Opened): NotOpened => ({ kind: 'refused', envelopeId, code });
const notFor = notOpened('SHARING.NOT_FOUND');
const stoppedSince = notOpened(AGREEMENT_STOPPED);

const volumeLimitOf = ({ facts }: Admitted): number => {
  const { id, version } = facts.decision.pack;
  return loadPack(id, version).limits.volumeAlarmPeoplePerHour.value;
};

/** Questions as they were permitted; those whose agreement was stopped since wait until they are decided again. */
function openRequests(
  tried: readonly (Opened | NotOpened)[],
  its: {
    actor: PersonActor;
    intake: IntakeFacts;
    asked: AskedLines;
    isKeptQuiet: KeptQuiet;
    isStopped: RestsOnStopped;
  },
): { shown: Shown; refused: NotOpened[] } {
  const { asked } = its;
  const standing = asked.without(its.isStopped);
  const refuse = (one: Opened) => (requestOpened(one, asked, its) === undefined ? notFor(one) : stoppedSince(one));
  const results = tried.map((one) => (isOpened(one) ? (requestOpened(one, standing, its) ?? refuse(one)) : one));
  const opened = results.flatMap((one) => ('item' in one ? one : []));
  const refused = results.flatMap((one) => ('item' in one ? [] : one));
  const items = opened.map(({ item }) => item);
  return { shown: { items, coverage: [], lines: opened.flatMap(({ lines }) => lines) }, refused };
}
