/** The admin URL of the PostgreSQL server that integration tests run on. Throws where the test runner has not started one. */
export function testPostgres(): string {
  const url = process.env.MASH_TEST_POSTGRES;
  if (url === undefined || url === '') {
    throw new Error('No test PostgreSQL: run through npm run test:int, which starts one and sets MASH_TEST_POSTGRES');
  }
  return url;
}
