const FLAGS: Readonly<Record<string, string>> = {
  late_answer: 'An answer came',
  roster_changed: 'The household changed',
  case_returned: 'A team returned the case',
};

/** Why a decision has to be looked at again. */
export const flagWords = (because: string): string => FLAGS[because] ?? because.replaceAll('_', ' ');
