import { newId } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { EnquiryFacts } from '../asking/enquiry-facts';
import { hubOf } from '../asking/line-matter';
import { packOf, SharingDesk } from '../asking/sharing-desk';
import { ObligationKeeper } from '../obligations/obligation-keeper';
import type { Judged } from '../releases/judge-thing';
import { HolderNoticeRepository } from './holder-notice.repository';

interface Call {
  readonly releaseId: string;
  readonly askedBy: string;
  /** Left out by whoever presses without naming it: then any receipt of the recipient's ends what is owed. */
  readonly noticeId?: string | undefined;
  readonly at: Date;
}

/**
 * What follows when something is told in immediate protection (rule row R-PROT-01), once for a call: the recipient acknowledges it, a manager looks
 * at it the next working day, and every agency of whose information something was told is told so at once, in its worklist.
 */
@Injectable()
export class ProtectionKeeper {
  constructor(
    private readonly desk: SharingDesk,
    private readonly keeper: ObligationKeeper,
    private readonly notices: HolderNoticeRepository,
  ) {}

  async keep(tx: Tx, facts: EnquiryFacts, judged: readonly Judged[], call: Call): Promise<void> {
    const [first] = judged;
    if (first === undefined) return;
    const about = { kind: 'notice', id: call.noticeId ?? call.releaseId } as const;
    const its = { about, askedBy: call.askedBy, categoryIsPlain: false } as const;
    const kept = await this.desk.keep(tx, facts, first.decided, its);
    const told = await this.tell(tx, facts, judged, call);
    if (told === 0) return;
    const pack = packOf(facts);
    await this.keeper.keep(tx, kept, ['TELL_HOLDER'], { at: call.at, reviewDueAt: call.at, pack });
    await this.keeper.systemDid(tx, kept, 'TELL_HOLDER', { pack, at: call.at });
  }

  /** The holder's worklist shows it from this transaction on: that is the telling. @returns how many holders there are */
  private async tell(tx: Tx, facts: EnquiryFacts, judged: readonly Judged[], call: Call): Promise<number> {
    const { enquiryId, partnershipId } = facts;
    const byHolder = toldByHolder(judged, hubOf(facts.bodies));
    for (const [agencyId, { items, toAgencyId, audience }] of byHolder)
      await this.notices.add(tx, {
        ...{ noticeId: newId(), partnershipId, enquiryId, releaseId: call.releaseId, agencyId, toAgencyId },
        ...{ audience: audience === 'police' ? ('police' as const) : ('team_sc' as const), items, toldAt: call.at },
      });
    return byHolder.size;
  }
}

interface Told {
  readonly items: number;
  readonly toAgencyId: string;
  readonly audience: string;
}

/** Of whose information something was told; the hub knows what it told, and a recipient what is its own. */
function toldByHolder(judged: readonly Judged[], hub: string): Map<string, Told> {
  const told = new Map<string, Told>();
  for (const { thing, decided, shownAs } of judged) {
    const { toAgencyId, audience } = decided.matter;
    if (shownAs !== 'shown' || [hub, toAgencyId].includes(thing.agencyId)) continue;
    const items = (told.get(thing.agencyId)?.items ?? 0) + 1;
    told.set(thing.agencyId, { items, toAgencyId, audience });
  }
  return told;
}
