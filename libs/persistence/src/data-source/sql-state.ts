/** PostgreSQL's five-character error code of an error that the driver or TypeORM threw, or undefined. */
export function sqlStateOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, driverError, severity } = error as { code?: unknown; driverError?: unknown; severity?: unknown };
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && severity !== undefined) return code;
  return driverError === undefined ? undefined : sqlStateOf(driverError);
}
