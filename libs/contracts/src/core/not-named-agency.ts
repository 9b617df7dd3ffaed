/**
 * Stands in place of an agency's id for a reader who may not know that it was asked: its name would say what it knows (rule row R-EX-01). No register
 * has a body of this id.
 */
export const NOT_NAMED_AGENCY = 'not-named';
