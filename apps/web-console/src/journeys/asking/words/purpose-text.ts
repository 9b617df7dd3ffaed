import type { Purpose } from '@mash/contracts';

const ASK = 'Please say what you hold on the persons named, and what you searched. Answer only what is asked.';
const S47 = 'The council is making enquiries under Children Act 1989, section 47.';

/** The real threshold and the task that it opens, for what is done within that work. */
const WORK: Partial<Record<Purpose, string>> = {
  SCREEN:
    'No threshold has been judged yet. The council does this under its general duty to children in its area (Children Act 1989, section 17(1)).',
  EH: 'The threshold judged is early help; section 17 has not been judged to be met. The council does this under Children Act 2004, section 10.',
  S17: 'The threshold judged is Children Act 1989, section 17.',
  S47: `The threshold judged is Children Act 1989, section 47. ${S47}`,
};

/**
 * What an agency reads before it answers: the purpose, the threshold judged, the statutory task. Never the concern itself
 * (AB v Haringey [2013]: a truthful purpose, the real threshold). Purposes without a text are written by the analyst.
 * @param work the work that the threshold opens
 */
export function defaultPurposeText(purpose: Purpose, work: Purpose): string {
  const why = whyOf(purpose, WORK[work] ?? '');
  return why === undefined ? '' : `${why} ${ASK}`;
}

function whyOf(purpose: Purpose, work: string): string | undefined {
  switch (purpose) {
    case 'SCREEN':
      return `The safeguarding hub is screening a new concern about a child. ${WORK.SCREEN ?? ''}`;
    case 'EH':
      return `The safeguarding hub is deciding whether a family should be offered early help. ${WORK.EH ?? ''}`;
    case 'S17':
      return `The safeguarding hub is deciding whether a child needs an assessment as a child in need. ${WORK.S17 ?? ''}`;
    case 'S47':
      return `The safeguarding hub has reasonable cause to suspect that a child is suffering, or is likely to suffer, significant harm. ${S47}`;
    case 'STRATEGY':
      return 'A strategy discussion is being held about a child under Children Act 1989, section 47.';
    case 'DA':
      return `The safeguarding hub is finding out what keeps a child, and whoever is hurt with them, safe from domestic abuse. ${work}`;
    case 'MISSING':
      return `The safeguarding hub is helping to find a missing child, and to learn what draws them away. ${work}`;
    case 'ADULT_RISK':
      return 'The council is finding out whether an adult with needs for care and support is at risk of abuse or neglect (Care Act 2014, section 42).';
    case 'EVIDENCE':
      return 'What you hold is wanted as evidence. That is another purpose than the protection work it was gathered for, and says so.';
    default:
      return undefined;
  }
}
