/** Another service said no (4xx). Not passing: asking again will get the same answer. */
export class ServiceRefusal extends Error {
  override readonly name = 'ServiceRefusal';

  constructor(
    readonly service: string,
    readonly status: number,
    readonly code: string,
  ) {
    super(`${service} refused: ${code}`);
  }
}
