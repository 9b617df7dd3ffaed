import type { PostedFields } from '../../forms/posted';

/** "Urgent: send now" is no form to be filled in again: nobody is left to think that it went, it is shown as what was not sent. */
export const isNotUrgent = ({ action }: PostedFields): boolean => action !== 'send-now';
