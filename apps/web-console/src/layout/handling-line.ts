/** How the page's strictest item may be handled. One line, in words, on screen and on each printed sheet. */
export interface HandlingLine {
  readonly text: string;
}

/** Pages without anything about a family have none. */
export const HANDLING = {
  official: { text: 'OFFICIAL-SENSITIVE' },
  hubOnly: { text: 'OFFICIAL-SENSITIVE. Hub only: do not forward' },
  ownAgency: { text: 'OFFICIAL-SENSITIVE. For your agency and this request only' },
  receivingTeam: { text: 'OFFICIAL-SENSITIVE. For the receiving team only' },
} as const satisfies Record<string, HandlingLine>;
