import type { Reason } from './reason';
import type { GATE_REASONS } from './reason-code';

export const GATE_REASON_TEXTS: Readonly<Record<(typeof GATE_REASONS)[number], Reason>> = {
  IMMEDIATE_PROTECTION: {
    asker: 'A child may be in danger now, so what is known goes at once.',
    officer:
      'Immediate protection: what is known, and of the answers what whoever pressed is shown, was told at once, whatever consent, agreements or limits say of telling it on; reviewed the next working day.',
    source: 'Children Act 1989 s47; UK GDPR 6(1)(d)',
  },
  LEFT_OUT: {
    asker: 'Something that protection does not need was left out.',
    officer:
      'A named bar or an unsanitised source risk was left out, as the sender does not say that it is the danger.',
    source: 'House rule; UK GDPR 5(1)(c)',
  },
  NO_ACCESS: {
    asker: 'You cannot see this.',
    officer: 'The recipient has no access to this enquiry, or a conflict of interest.',
    source: 'House rule: access to an enquiry',
  },
  BREAK_GLASS: {
    asker: 'Opened by emergency access (break-glass): information governance has been told.',
    officer: 'Opened by break-glass access; reason and review are due.',
    source: 'House rule: access to an enquiry',
  },
  FACT_UNKNOWN: {
    asker: 'Something that the rules need to know is not known yet; a manager will decide.',
    officer: 'A needed fact stayed unknown past its clock.',
    source: 'House rule: what is not known is never taken for a yes',
  },
  TEXT_DIFFERS: {
    asker:
      'The text is not that of the purpose recorded: other words were sent, or they claim a task or a threshold ("section 47", "significant harm") that nobody has judged. Ask anew with a text that says what was judged, and no more.',
    officer:
      'The hash of the text sent differs from the one recorded, or its words or its sender claim a task or a threshold that the purpose does not have: a purpose must be truthful.',
    source: 'AB v Haringey [2013]; UK GDPR 5(1)(a)',
  },
  ABOVE_THRESHOLD: {
    asker: 'The purpose claims more than the threshold that has been judged.',
    officer: 'A section 17 or 47 purpose was given where that threshold is not reached.',
    source: 'AB v Haringey [2013]; Children Act 1989 ss17, 47',
  },
  PURPOSE_OUTSIDE: {
    asker: 'This purpose is not safeguarding; information governance will answer it.',
    officer:
      'Immigration, litigation, publicity or an outsider: neither yes nor no here, handed to information governance.',
    source: 'UK GDPR 5(1)(b)',
  },
  PURPOSE_CHANGED: {
    asker:
      "Use as evidence is a new purpose; the holder and information governance will decide. Of a question the holder is the hub's own body, not the agency asked.",
    officer: 'Evidence is another purpose than the one it was given for.',
    source: 'UK GDPR 5(1)(b)',
  },
  IG_NO_CONTENT: {
    asker: 'Information governance may see that there is an entry, but not what it says.',
    officer: 'Your role sees audit, ledger and agreements, not case content.',
    source: 'House rule: access to an enquiry',
  },
  TEXT_REPEATS: {
    asker:
      'Your words repeat something that is not released to this agency. Say in words of your own why you ask, and on the page of people what somebody is to the others.',
    officer: 'Eight words running of the request are those of an item that the agency asked may not read.',
    source: 'House rule: own words are no way round what was not released',
  },
  NOT_NECESSARY: {
    asker: 'This is not needed for the worry you named.',
    officer: 'Nobody named a worry about this person that this category would answer.',
    source: 'UK GDPR 5(1)(c)',
  },
  NOT_RELEVANT: {
    asker: 'The holder finds this not relevant.',
    officer: 'The holder judges the item irrelevant to the request.',
    source: 'UK GDPR 5(1)(c)',
  },
  NECESSITY_UNCLEAR: {
    asker: 'Say which worry this answers; a manager will decide.',
    officer: 'It cannot be told which worry about this person this category would answer.',
    source: 'UK GDPR 5(1)(c)',
  },
  OLD_OR_SPENT: {
    asker: 'This is old or spent; the holder will decide whether it still matters.',
    officer: "Old, stale or spent information needs the holder's judgement.",
    source: 'Rehabilitation of Offenders Act 1974 s9',
  },
  REQUEST_TOO_WIDE: {
    asker: 'Ask for the relevant parts, not for the whole record.',
    officer: 'A whole record was asked for.',
    source: 'UK GDPR 5(1)(c); DfE information sharing advice 2024, golden rule 6',
  },
  PRIVATE_BODY: {
    asker: 'A manager must agree before a private body is asked or told.',
    officer: 'Telling a private body that we ask is a disclosure; it needs a manager.',
    source: 'UK GDPR 5(1)(c)',
  },
  PERSON_UNCONFIRMED: {
    asker: 'It is not yet certain whom this is about.',
    officer: 'The match to this person is possible only; it must be confirmed now.',
    source: 'UK GDPR 5(1)(d)',
  },
  WRONG_PERSON: {
    asker: 'There is nothing here about this person.',
    officer: 'About another person: recalled, and a breach record with its 72-hour clock is open.',
    source: 'UK GDPR 5(1)(d), 33',
  },
};
