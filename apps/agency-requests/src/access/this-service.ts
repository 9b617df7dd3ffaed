/** How this service stands in events and audit entries of what it does itself. */
export const SYSTEM = { id: 'agency-requests', kind: 'system' } as const;
