import { CarriedObligation } from '@mash/contracts';

const WORDS: Readonly<Record<Exclude<CarriedObligation, 'SHOW_CONDITION'>, string>> = {
  NOT_TELL_PARENT:
    'Unsafe to tell the parent. Do not tell them this, or that anybody knows it, and say nothing that could lead them to it.',
  CARRY_DO_NOT_ALERT:
    'Do not alert. Tell nobody outside those who work this case until the agency whose information it is clears it.',
  COURT_NOTICE:
    'Court papers. To show, copy or publish them further can be contempt of court (Family Procedure Rules 12.73, Administration of Justice Act 1960 section 12). Ask legal advice first.',
};

/**
 * What travels with an item, in plain words for whoever reads or prints it (rule book section 5). The holder's condition is its own words,
 * and stands beside them.
 */
export const carriedWords = (obligations: readonly string[]): string[] =>
  obligations.flatMap((code) => {
    const carried = CarriedObligation.safeParse(code).data;
    return carried === undefined || carried === 'SHOW_CONDITION' ? [] : [WORDS[carried]];
  });
