import type { Purpose } from '@mash/contracts';

const ASK = 'Please say what you hold on the persons named, and what you searched. Answer only what is asked.';

/**
 * What an agency reads before it answers: the purpose, the threshold judged, the statutory task. Never the concern itself
 * (AB v Haringey [2013]: a truthful purpose, the real threshold). Purposes without a text are written by the analyst.
 */
const TEXTS: Partial<Record<Purpose, string>> = {
  SCREEN: `The safeguarding hub is screening a new concern about a child. No threshold has been judged yet. The council does this under its general duty to children in its area (Children Act 1989, section 17(1)). ${ASK}`,
  EH: `The safeguarding hub is deciding whether a family should be offered early help. The threshold judged is early help; section 17 has not been judged to be met. ${ASK}`,
  S17: `The safeguarding hub is deciding whether a child needs an assessment as a child in need. The threshold judged is Children Act 1989, section 17. ${ASK}`,
  S47: `The safeguarding hub has reasonable cause to suspect that a child is suffering, or is likely to suffer, significant harm. The council is making enquiries under Children Act 1989, section 47. ${ASK}`,
  STRATEGY: `A strategy discussion is being held about a child under Children Act 1989, section 47. ${ASK}`,
};

export const defaultPurposeText = (purpose: Purpose): string => TEXTS[purpose] ?? '';
