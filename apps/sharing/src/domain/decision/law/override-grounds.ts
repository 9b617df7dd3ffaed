import type { Override, OverrideGround } from '../facts/answer-facts';
import type { SharingQuestion } from '../facts/sharing-question';
import type { ReasonCode } from '../reasons/reason-code';

/** Rule book section 6, each ground for a page. */
export const OVERRIDE_GROUND_WORDS: Readonly<Record<OverrideGround, string>> = {
  OV_LIFE: 'Death or serious injury could come first',
  OV_HARM: 'Section 47 is reached and significant harm is likely if it stays shut',
  OV_SILENT: 'The holder and the deputy let the clock pass',
  OV_WELFARE: "Both bodies are bound, and the child's need outweighs this refusal, withdrawal or dispute",
};

/** What OV_WELFARE outweighs: a refusal, a withdrawal or a dispute about consent, nothing else. */
const REFUSAL_WITHDRAWAL_DISPUTE: ReadonlySet<ReasonCode> = new Set([
  'CONSENT_REFUSED',
  'HELP_BY_AGREEMENT',
  'CONSENT_WITHDRAWN',
  'PARENTS_DISAGREE',
]);

export const OVERRIDE_FAULTS = [
  'no ground',
  'OV_SILENT stands only beside OV_LIFE or OV_HARM',
  'OV_HARM needs section 47',
  'OV_WELFARE needs two bound bodies',
  'OV_WELFARE outweighs a refusal, withdrawal or dispute only',
  'nothing is struck',
] as const;
export type OverrideFault = (typeof OVERRIDE_FAULTS)[number];

type Facts = Pick<SharingQuestion, 'threshold' | 'fromDuty' | 'toDuty'>;

/** What keeps an override from being valid for these facts; undefined when it is valid. Who may override is not asked here. */
export function overrideFault({ grounds, strikes }: Override, facts: Facts): OverrideFault | undefined {
  const has = (ground: OverrideGround): boolean => grounds.includes(ground);
  if (grounds.length === 0) return 'no ground';
  if (strikes.length === 0) return 'nothing is struck';
  if (has('OV_SILENT') && !has('OV_LIFE') && !has('OV_HARM')) return 'OV_SILENT stands only beside OV_LIFE or OV_HARM';
  if (has('OV_HARM') && facts.threshold !== 's47') return 'OV_HARM needs section 47';
  if (has('OV_WELFARE') && (facts.fromDuty !== 'bound' || facts.toDuty !== 'bound')) {
    return 'OV_WELFARE needs two bound bodies';
  }
  const isWelfareOnly = grounds.every((ground) => ground === 'OV_WELFARE');
  if (isWelfareOnly && !strikes.every((reason) => REFUSAL_WITHDRAWAL_DISPUTE.has(reason))) {
    return 'OV_WELFARE outweighs a refusal, withdrawal or dispute only';
  }
  return undefined;
}
