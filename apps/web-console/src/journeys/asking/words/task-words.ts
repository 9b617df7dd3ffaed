import type { StatutoryTask } from '@mash/contracts';

/** Each task as a page names it. */
export const TASK_WORDS: Readonly<Record<StatutoryTask, string>> = {
  ca04_s10: 'Children Act 2004, section 10',
  ca89_s17_1: 'Children Act 1989, section 17(1): the general duty',
  ca89_s17: 'Children Act 1989, section 17',
  ca89_s47: 'Children Act 1989, section 47',
  ca14_s42: 'Care Act 2014, section 42',
};
