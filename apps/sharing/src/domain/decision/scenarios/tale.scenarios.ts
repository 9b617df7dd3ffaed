import type { AgreementState } from '../facts/agreement-facts';
import type { OverrideGround, Releaser } from '../facts/answer-facts';
import type { BodyKind } from '../facts/body-facts';
import type { ConsentState, NotSeekingGround } from '../facts/consent-facts';
import type { Flag } from '../facts/item-facts';
import type { Audience } from '../facts/recipient-facts';
import type { Mode, Purpose, Threshold } from '../facts/request-facts';
import type { SharingQuestion } from '../facts/sharing-question';
import type { SubjectKind } from '../facts/subject-facts';
import { EVERYDAY } from '../engine/fact-weights';
import type { ReasonCode } from '../reasons/reason-code';
import type { RuleId } from '../rules/rule-id';

/** What the rule book's worked examples take for granted: 1 October 2026, both bodies bound, everything in order. */
const IN_ORDER: SharingQuestion = {
  ...EVERYDAY,
  standingRelease: 'yes',
  flags: [],
  protectedPlaces: [],
  conditions: [],
  yeses: [],
  override: 'none',
  now: Date.parse('2026-10-01T09:00:00Z'),
};

const PURPOSE_OF: Readonly<Record<Threshold, Purpose>> = { none: 'SCREEN', eh: 'EH', s17: 'S17', s47: 'S47' };
const BODY_OF: Partial<Record<Audience, BodyKind>> = { police: 'police', agency: 'health', team_other: 'housing' };

/** A question told step by step in the words of the field; each step gives a new tale. */
export class Tale {
  constructor(readonly question: SharingQuestion) {}

  /** Any facts by name, where no word of the tale says it. */
  where(facts: Partial<SharingQuestion>): Tale {
    return new Tale({ ...this.question, ...facts });
  }

  at(threshold: Threshold): Tale {
    return this.where({ threshold, purpose: PURPOSE_OF[threshold] });
  }

  for(purpose: Purpose): Tale {
    return this.where({ purpose });
  }

  to(audience: Audience, toKind: BodyKind = BODY_OF[audience] ?? 'council'): Tale {
    return this.where({ audience, toKind });
  }

  heldBy(fromKind: BodyKind): Tale {
    return this.where({ fromKind });
  }

  unboundHolder(): Tale {
    return this.where({ fromDuty: 'unbound' });
  }

  unboundRecipient(): Tale {
    return this.where({ toDuty: 'unbound' });
  }

  about(subjectKind: SubjectKind): Tale {
    return this.where({ subjectKind });
  }

  whoObjects(): Tale {
    return this.where({ objects: 'yes' });
  }

  consent(consent: ConsentState, ground: NotSeekingGround = 'none'): Tale {
    return this.where({ consent, ground });
  }

  service(service: ConsentState): Tale {
    return this.where({ service });
  }

  special(): Tale {
    return this.where({ dataClass: 'special' });
  }

  confidential(): Tale {
    return this.where({ confidential: 'yes' });
  }

  flagged(...flags: Flag[]): Tale {
    return this.where({ flags });
  }

  agreed(agreement: AgreementState): Tale {
    return this.where({ agreement });
  }

  released(): Tale {
    return this.where({ release: 'released' });
  }

  urgently(): Tale {
    return this.where({ urgent: 'yes' });
  }

  /** An instant, or a day at noon. */
  on(when: string): Tale {
    return this.where({ now: Date.parse(when.includes('T') ? when : `${when}T12:00:00Z`) });
  }

  /** In August 2026: before the duty to share. */
  beforeTheDuty(): Tale {
    return this.on('2026-08-12');
  }

  answeredYes(rule: RuleId, ...by: Releaser[]): Tale {
    return this.where({ yeses: [...this.question.yeses, ...by.map((releaser) => ({ rule, by: releaser }))] });
  }

  overridden(grounds: readonly OverrideGround[], ...strikes: ReasonCode[]): Tale {
    return this.where({ override: { grounds, strikes } });
  }
}

const inMode = (mode: Mode): Tale => new Tale({ ...IN_ORDER, mode });

/** The hub asks a body what it knows. */
export const asking = (toKind: BodyKind = 'health'): Tale =>
  inMode('ask')
    .heldBy('council')
    .to(toKind === 'police' ? 'police' : 'agency', toKind);
/** A body says that it knows the family. */
export const existence = (): Tale => inMode('existence').to('hub_analyst');
/** An item shown inside the hub, or where `to` says. */
export const content = (): Tale => inMode('content').to('hub_analyst');
/** An item that leaves the hub. */
export const onward = (): Tale => inMode('onward').to('team_sc');
export const protect = (): Tale => inMode('protect').to('police');
