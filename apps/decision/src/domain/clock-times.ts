/** When an obligation began and when it falls due, as the pack's working time says it. */
export interface ClockTimes {
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly basis: 'elapsed' | 'working';
  /** No source gives the length; the pack assumes it. */
  readonly assumed: boolean;
}
