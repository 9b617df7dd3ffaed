import type { StatutoryTask } from '@mash/contracts';

/** Each task as a page names it, and how a text is known to state it. */
export const TASKS: Readonly<Record<StatutoryTask, { readonly words: string; readonly says: RegExp }>> = {
  ca04_s10: { words: 'Children Act 2004, section 10', says: /\b(section|s\.?) ?10\b/i },
  ca89_s17_1: {
    words: 'Children Act 1989, section 17(1): the general duty',
    says: /general duty|\b(section|s\.?) ?17 ?\(1\)/i,
  },
  ca89_s17: { words: 'Children Act 1989, section 17', says: /\b(section|s\.?) ?17\b/i },
  ca89_s47: { words: 'Children Act 1989, section 47', says: /\b(section|s\.?) ?47\b/i },
  ca14_s42: { words: 'Care Act 2014, section 42', says: /\b(section|s\.?) ?42\b/i },
};
