import { AuditsRefusals, AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import { AskPreview, PreviewAsk } from '@mash/contracts';
import { CodedError, CurrentPerson, UuidParam } from '@mash/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { EnquiryAccess } from '../../access/enquiry-access';
import { EnquiryFactsGatherer } from '../../asking/enquiry-facts';
import { askedAudience, hubOf } from '../../asking/line-matter';
import { SharingDesk } from '../../asking/sharing-desk';
import { identityAsked } from '../../asking/identity-asked';
import { askerWords } from '../../domain/asker-words';
import { needOfLine } from '../../domain/need-of-line';
import { textFacts } from '../../domain/stated-task';
import type { RegisteredBody } from '../../register/agency.repository';
import { lawfulBasisOf, ruleAsRead } from '../../domain/decision';

class PreviewAskBody extends createZodDto(PreviewAsk) {}
class AskPreviewBody extends createZodDto(AskPreview) {}

@Controller('enquiries/:enquiryId/ask-preview')
@AuditsRefusals('ask.preview')
export class AskPreviewController {
  constructor(
    private readonly access: EnquiryAccess,
    private readonly gatherer: EnquiryFactsGatherer,
    private readonly desk: SharingDesk,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * What would become of each line if it were sent now. Nothing is kept; the real decision is made when it is sent. There is no text yet: it is taken
   * to say what is recorded and to state its task, and its words are read when it is sent (R-PUR-01a, R-BODY-02): by the page, and where it is decided.
   */
  @Post()
  @HttpCode(200)
  @ZodResponse({ type: AskPreviewBody, status: 200 })
  async preview(
    @CurrentPerson() actor: PersonActor,
    @UuidParam('enquiryId') enquiryId: string,
    @Body() { purpose, task, lines }: PreviewAskBody,
  ) {
    await this.access.forHub(actor, enquiryId, 'ask.preview');
    const facts = await this.gatherer.of(enquiryId, actor.partnershipId);
    refuseUnknownParties(lines, facts.bodies);
    const fromAgencyId = hubOf(facts.bodies);
    const previewed = lines.map(({ agencyId, personId, category, need, worry, crossBorder }) => {
      const audience = askedAudience(facts.bodies, agencyId);
      const parties = { fromAgencyId, toAgencyId: agencyId, audience, personId, category };
      const { decision } = this.desk.decide(facts, {
        ...parties,
        ...identityAsked(facts, { agencyId, personId, askedAt: facts.intake.asOf }),
        mode: 'ask',
        purpose,
        need: needOfLine(facts.intake, { personId, purpose, need, worry }),
        crossBorder: crossBorder === true ? 'yes' : 'no',
        ...textFacts({ purpose, task, text: 'same', words: undefined }, facts.decision.threshold),
        width: 'named',
      });
      return {
        agencyId,
        personId,
        category,
        outcome: decision.outcome,
        reasons: askerWords(decision.reasons, decision.unknownFacts),
        lawfulBasis: [...lawfulBasisOf(decision)],
        rule: ruleAsRead(decision.rule),
      };
    });
    const subject = { type: 'Enquiry', id: enquiryId };
    await this.audit.recordRead({
      actor,
      action: 'ask.preview',
      subject,
      enquiryId,
      purpose,
      outcome: 'shown',
      counts: { lines: lines.length },
    });
    return { consentVersion: facts.consentVersion, lines: previewed };
  }
}

/** @throws CodedError SHARING.UNKNOWN_PARTY (422): a body that is in no register can be asked nothing */
function refuseUnknownParties(lines: PreviewAsk['lines'], bodies: readonly RegisteredBody[]): void {
  const known = new Set(bodies.map(({ agencyId }) => agencyId));
  const message = 'The register does not know this body.';
  const errors = lines.flatMap(({ agencyId }, index) =>
    known.has(agencyId) ? [] : [{ field: `lines.${String(index)}.agencyId`, code: 'unknown_party', message }],
  );
  if (errors.length > 0) throw new CodedError('SHARING.UNKNOWN_PARTY', 422, message, errors);
}
