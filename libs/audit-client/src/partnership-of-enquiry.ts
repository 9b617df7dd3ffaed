import type { ModuleRef } from '@nestjs/core';
import { UnknownElementException } from '@nestjs/core/errors/exceptions';

/** Whose enquiry it is: asked where a system that belongs to no partnership was refused. */
export type PartnershipOfEnquiry = (enquiryId: string) => Promise<string | undefined>;

/** A service that knows enquiries provides it. */
export const PARTNERSHIP_OF_ENQUIRY = Symbol('PARTNERSHIP_OF_ENQUIRY');

const unknown: PartnershipOfEnquiry = () => Promise.resolve(undefined);

/** What this service provides, in whatever module it does; in one that knows no enquiries nobody can say. */
export function partnershipOfEnquiry(modules: ModuleRef): PartnershipOfEnquiry {
  try {
    return modules.get<PartnershipOfEnquiry>(PARTNERSHIP_OF_ENQUIRY, { strict: false });
  } catch (error) {
    if (error instanceof UnknownElementException) return unknown;
    throw error;
  }
}
