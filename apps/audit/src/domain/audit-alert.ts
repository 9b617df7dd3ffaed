/** Something that an operator has to look at. It is logged and never thrown: what it tells of has been dealt with. */
export class AuditAlert extends Error {
  override readonly name = 'AuditAlert';

  constructor(readonly code: `AUDIT.${string}`) {
    super(code);
  }
}
