const WHY: Readonly<Record<string, string>> = {
  not_released: 'it was not let go',
  decided_again: 'something else was decided meanwhile',
  other_handover: 'it was put together for another team, or about others',
  another_instead: 'another one took its place',
};

/** Why a handover never went: its team was given nothing, and sent nothing back. */
export const whyItStayed = (reasonCode = ''): string => WHY[reasonCode] ?? 'it was not let go';
