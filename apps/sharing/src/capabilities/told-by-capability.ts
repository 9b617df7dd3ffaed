import type { ReleasedItem } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { AgreementsStopped } from '../agreements/agreements-stopped';
import type { EnquiryFacts } from '../asking/enquiry-facts';
import type { LedgerLine } from '../ledger/ledger-line';
import type { Unwrap } from '../keys/key-ring';
import type { EnquiryRow } from '../persistence/enquiry.repository';
import type { KeptQuiet } from '../obligations/kept-from-parents';
import { Identities } from '../recalls/identities';
import { AskedLines, AskedLinesFinder } from '../releases/asked-lines';
import type { OpenedDocument } from '../releases/envelope-opener';
import { ledgerLineOf } from '../releases/ledger-line-of';
import { releasedItemOf } from '../releases/released-item-of';
import { requestOfLines } from '../releases/request-opened';
import type { Telling } from '../releases/judge-thing';
import { FactsAsTheyStand } from '../asking/facts-as-they-stand';
import { ThingDecider } from '../releases/thing-decider';
import { thingsOf } from '../releases/things-of';
import type { AdmittedUse } from './capability-gate';
import { CapabilityRepository, type CapabilityRow } from './capability.repository';

export interface Told {
  readonly item: ReleasedItem;
  readonly lines: readonly LedgerLine[];
}

interface ToTell {
  readonly use: AdmittedUse;
  readonly opened: OpenedDocument;
  readonly unwrap: Unwrap;
  readonly facts: EnquiryFacts;
  readonly enquiry: EnquiryRow;
  readonly isKeptQuiet: KeptQuiet;
  readonly clientId: string;
  readonly now: Date;
}

/** What the agency may read of an envelope that its system opens: a question as it was permitted, a notice as the rules say of it now. */
@Injectable()
export class ToldByCapability {
  constructor(
    private readonly decider: ThingDecider,
    private readonly standing: FactsAsTheyStand,
    private readonly capabilities: CapabilityRepository,
    private readonly identities: Identities,
    private readonly askedLines: AskedLinesFinder,
    private readonly stopped: AgreementsStopped,
  ) {}

  /** @returns undefined where nothing of it may be read, it was recalled, a party has stopped the agreement of its question, or its condition is not known */
  async of(tx: Tx, its: ToTell): Promise<Told | undefined> {
    const { row, decision } = its.use;
    if (await this.capabilities.isWithdrawn(row, tx)) return undefined; // while it was fetched and opened
    const reader = { agencyId: row.agencyId, accountId: its.clientId };
    const recalled = await this.identities.recalledFrom(tx, its.facts.intake, reader);
    if (recalled.codeOf(its.opened) !== undefined) return undefined;
    if (row.kind === 'notice') return this.notice(tx, { ...its, opened: recalled.without(its.opened) });
    if (decision === undefined || row.personId === null) return undefined;
    const asked = await this.askedLines.withConditions(its.enquiry.enquiryId, its.unwrap);
    return this.question(tx, its, asked, { ...row, personId: row.personId });
  }

  /** As people open it: not where its line was decided otherwise under way, nor where its releaser's reason does not open. */
  private async question(
    tx: Tx,
    { opened, facts: { intake }, isKeptQuiet }: ToTell,
    asked: AskedLines,
    { aboutId, personId, partnershipId }: CapabilityRow & { readonly personId: string },
  ): Promise<Told | undefined> {
    const { ids } = opened;
    if (ids.typ !== 'request') return undefined;
    const line = asked.permittedIn(ids).find((one) => one.aboutId === aboutId);
    if (line === undefined || (await this.stopped.of(tx, partnershipId))(line)) return undefined;
    return requestOfLines(opened, [line], { personId, conditions: asked.conditionsOf(ids), intake, isKeptQuiet });
  }

  private async notice(
    tx: Tx,
    { use, opened, unwrap, facts, enquiry, clientId, now }: ToTell,
  ): Promise<Told | undefined> {
    const { agencyId } = use.row;
    const isPolice = facts.bodies.find((body) => body.agencyId === agencyId)?.kind === 'police';
    const telling: Telling = {
      ...{ mode: 'protect', purpose: 'S47', audience: isPolice ? 'police' : 'team_sc' },
      ...{ toAgencyId: agencyId, askedBy: clientId },
    };
    const things = thingsOf([opened], {
      admitted: { facts, enquiry },
      telling,
      asked: new AskedLines([]),
      statements: [],
      now,
    });
    const said = await this.decider.whatWasSaid(tx, facts, telling, unwrap);
    const [judged] = await this.decider.decideAll(tx, await this.standing.of(tx, facts), things, telling, said);
    const item = judged && releasedItemOf(judged, facts.bodies);
    if (judged === undefined || item?.visibility !== 'shown') return undefined;
    return { item, lines: [ledgerLineOf(judged, telling, facts)] };
  }
}
