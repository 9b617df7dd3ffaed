import type { DataSource } from 'typeorm';

/** Health check: true when the database answers within `timeoutMs` milliseconds. It throws nothing. */
export async function databaseIsReachable(dataSource: DataSource, timeoutMs = 2_000): Promise<boolean> {
  const patience = new AbortController();
  const tooLate = new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), timeoutMs);
    patience.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  const answered = dataSource.query('SELECT 1').then(
    () => true,
    () => false, // every failure to answer means the same to a health check
  );
  try {
    return await Promise.race([answered, tooLate]);
  } finally {
    patience.abort();
  }
}

/** For a service's readiness: it is not ready while its database does not answer. */
export const databaseIndicator = (dataSource: DataSource): { name: string; check(): Promise<void> } => ({
  name: 'database',
  check: async () => {
    if (!(await databaseIsReachable(dataSource))) throw new Error('does not answer');
  },
});
