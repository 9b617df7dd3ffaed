import { CodedError, notFound } from '@mash/service-host';

const { code, status, detail } = notFound('Enquiry');

/** Whoever has a conflict of interest reads what everybody reads who may not know of an enquiry; the log says which it was. */
export class ConflictOfInterest extends CodedError {
  override readonly name = 'ConflictOfInterest';

  /** @param action what they were about to be shown, as the log says it */
  constructor(readonly action: string) {
    super(code, status, detail);
  }
}
