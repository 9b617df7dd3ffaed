export const OBLIGATION_CODES = [
  'INFORM_PARENT',
  'TELL_OUTCOME',
  'TELL_BOTH',
  'TELL_CHILD',
  'ASK_AGAIN',
  'RECORD_WISHES',
  'NOT_TELL_PARENT',
  'CARRY_DO_NOT_ALERT',
  'SHOW_CONDITION',
  'COURT_NOTICE',
  'HOLD_TELLING',
  'RISK_AGAIN',
  'STRATEGY_CONSIDERED',
  'RECEIPT',
  'NEXT_DAY_REVIEW',
  'TELL_HOLDER',
  'BREAK_GLASS_NOTICE',
  'OVERRIDE_REVIEW',
  'REQUEST_WORDING',
  'CONFIRM_NOW',
  'RESEND_NARROW',
  'REFERRER_DEFECT',
  'TRY_OTHER_ROUTE',
  'DETRIMENT_REVIEW',
  'RECALL',
  'RECALL_REQUEST',
  'TELL_RECIPIENTS',
  'BREACH_72H',
  'AGR_GAP',
  'AGR_REVIEW',
  'TO_IG',
  'TELL_HOME_COUNCIL',
  'BEFORE_SCHOOL',
  'SERIOUS_HARM_CHECK',
] as const;
export type ObligationCode = (typeof OBLIGATION_CODES)[number];

export type ObligationOwner =
  | 'analyst'
  | 'worker'
  | 'manager'
  | 'holder'
  | 'recipient'
  | 'viewer'
  | 'system'
  | 'ig'
  | 'contact officer'
  | 'data protection officer'
  | 'agreement owner'
  | 'named professional'
  | 'sender';

/** By when. `clock` is the REVIEW clock of the enquiry's colour; `with the item` travels and is accepted before the item opens. */
export type Due =
  | { readonly within: number; readonly unit: 'working days' | 'hours' | 'minutes' | 'days' | 'months' }
  | {
      readonly at:
        | 'once'
        | 'the same day'
        | 'the next working day'
        | 'with the item'
        | 'before the next school day'
        | 'the review clock';
    };

/** A dated task, not a text. Times are pack defaults (assumed), unless the law sets them. */
export interface Obligation {
  readonly what: string;
  readonly owner: ObligationOwner;
  readonly due: Due;
  readonly law?: Due;
  /** A second part with its own time ("sent in one hour; destruction confirmed in one working day"). */
  readonly then?: { readonly what: string; readonly due: Due };
  /** Its clock stands while one of these stands. */
  readonly waitsFor?: readonly ObligationCode[];
}

const workingDays = (within: number): Due => ({ within, unit: 'working days' });
const hours = (within: number): Due => ({ within, unit: 'hours' });
const atOnce: Due = { at: 'once' };
const withTheItem: Due = { at: 'with the item' };
const reviewClock: Due = { at: 'the review clock' };
const oneMonth: Due = { within: 1, unit: 'months' };
const destructionConfirmed = { what: 'Confirm that it was destroyed', due: workingDays(1) };

/** Rule book section 5: who does what, by when. */
export const OBLIGATIONS: Readonly<Record<ObligationCode, Obligation>> = {
  INFORM_PARENT: {
    what: 'Tell the parent, or record a ground for not telling',
    owner: 'analyst',
    due: workingDays(2),
    law: oneMonth,
    then: { what: 'Look again at a ground for not telling', due: workingDays(5) },
    waitsFor: ['NOT_TELL_PARENT', 'CARRY_DO_NOT_ALERT', 'HOLD_TELLING'],
  },
  TELL_OUTCOME: { what: 'Tell the person who refused what was decided', owner: 'worker', due: workingDays(2) },
  TELL_BOTH: { what: 'Tell both parents what was decided', owner: 'worker', due: workingDays(2) },
  TELL_CHILD: { what: 'Tell the child why it was shared', owner: 'worker', due: workingDays(2) },
  ASK_AGAIN: { what: 'Ask the young person again', owner: 'worker', due: workingDays(2) },
  RECORD_WISHES: { what: "Record the child's wishes", owner: 'worker', due: atOnce },
  NOT_TELL_PARENT: { what: 'Do not tell the parent: it is unsafe', owner: 'viewer', due: withTheItem },
  CARRY_DO_NOT_ALERT: { what: 'Alert nobody until the holder clears it', owner: 'viewer', due: withTheItem },
  SHOW_CONDITION: { what: "Accept the holder's condition before opening", owner: 'viewer', due: withTheItem },
  COURT_NOTICE: { what: 'Accept the court papers notice before opening', owner: 'viewer', due: withTheItem },
  HOLD_TELLING: { what: 'Clear or renew "do not alert"', owner: 'holder', due: workingDays(5) },
  RISK_AGAIN: { what: 'Judge the risk again', owner: 'manager', due: workingDays(1) },
  STRATEGY_CONSIDERED: { what: 'Consider a strategy discussion', owner: 'manager', due: { at: 'the same day' } },
  RECEIPT: { what: 'Acknowledge receipt', owner: 'recipient', due: { within: 15, unit: 'minutes' } },
  NEXT_DAY_REVIEW: { what: 'Review what was told', owner: 'manager', due: { at: 'the next working day' } },
  TELL_HOLDER: { what: 'Tell the holder', owner: 'system', due: atOnce },
  BREAK_GLASS_NOTICE: { what: 'Tell information governance of the break-glass access', owner: 'ig', due: atOnce },
  OVERRIDE_REVIEW: { what: 'Review the override', owner: 'ig', due: workingDays(5) },
  REQUEST_WORDING: { what: 'Give wording that may be shared', owner: 'holder', due: reviewClock },
  CONFIRM_NOW: { what: 'Confirm whom it is about', owner: 'holder', due: reviewClock },
  RESEND_NARROW: { what: 'Ask again for the relevant parts only', owner: 'analyst', due: atOnce },
  REFERRER_DEFECT: {
    what: 'Ask the referrer why consent was not sought',
    owner: 'contact officer',
    due: workingDays(1),
  },
  TRY_OTHER_ROUTE: { what: 'Look for another way to protect the child', owner: 'analyst', due: workingDays(1) },
  DETRIMENT_REVIEW: {
    what: 'Review the detriment by its own date, 30 days at most',
    owner: 'holder',
    due: { within: 30, unit: 'days' },
  },
  RECALL: { what: 'Recall what was sent', owner: 'sender', due: hours(1), then: destructionConfirmed },
  RECALL_REQUEST: { what: 'Recall the request', owner: 'sender', due: hours(1), then: destructionConfirmed },
  TELL_RECIPIENTS: {
    what: 'Tell those who hold it that consent was withdrawn',
    owner: 'sender',
    due: hours(1),
    then: destructionConfirmed,
  },
  BREACH_72H: {
    what: 'Judge the breach and tell the Information Commissioner where it must be told',
    owner: 'data protection officer',
    due: hours(72),
    law: hours(72),
  },
  AGR_GAP: { what: 'Close the gap in the agreements', owner: 'agreement owner', due: workingDays(10) },
  AGR_REVIEW: { what: 'Review the agreement', owner: 'agreement owner', due: workingDays(10) },
  TO_IG: { what: 'Hand the question to information governance', owner: 'ig', due: workingDays(1) },
  TELL_HOME_COUNCIL: { what: "Tell the child's home council", owner: 'analyst', due: { at: 'the same day' } },
  BEFORE_SCHOOL: { what: 'Tell the school lead', owner: 'sender', due: { at: 'before the next school day' } },
  SERIOUS_HARM_CHECK: {
    what: 'Check for serious harm before the subject sees it',
    owner: 'named professional',
    due: workingDays(10),
    law: oneMonth,
  },
};
