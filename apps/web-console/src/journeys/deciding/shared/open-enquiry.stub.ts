import { enquiryStub, rosterStub } from '../../../../browser-tests/stubs/decided-enquiry';
import { enquiryFrameView } from '../../enquiry/shared/enquiry-frame.view';
import { NAMELESS } from '../../../presenters/naming';
import type { OpenEnquiry } from '../../enquiry/shared';

/** An enquiry as its pages start with it, for tests of presenters. */
export function openEnquiryStub(changes: Parameters<typeof enquiryStub>[0] = {}): OpenEnquiry {
  const [enquiry, roster, now] = [enquiryStub(changes), rosterStub(), new Date()];
  return {
    reference: enquiry.reference,
    enquiry,
    roster,
    names: new Map(roster.people.map(({ personId, displayName }) => [personId, displayName])),
    named: NAMELESS,
    frame: enquiryFrameView({
      enquiry,
      roster,
      reader: { accountId: 'nobody', name: 'Nobody', roles: ['mash-manager'] },
      now,
    }),
    now,
  };
}
