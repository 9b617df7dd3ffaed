import type { AgreementContent, AgreementContentLine } from '@mash/contracts';
import { uriOf, type MaisObject } from './mais-object';

type Data = MaisObject['Data'][number];

function dataOf(line: AgreementContentLine): Data {
  const use = { Mode: line.modes, OnwardRelease: line.standingRelease };
  return {
    ...{ Identifier: line.lineId, Rank: line.rank, From: line.from, To: line.to, Purpose: line.purposes },
    Category: line.categories,
    ...(line.effect === 'allow' ? { PermittedUse: use } : { Restrictions: use }),
  };
}

/** A version as a MAIS sharing policy or request. Its inverse is `contentOfMais`. */
export function maisOfContent(content: AgreementContent): MaisObject {
  const { agreementId, version, inForceTo, dpia, words } = content;
  return {
    ...{ URI: uriOf(agreementId, version), Identifier: agreementId, Version: version, Name: content.title },
    ...{ ShortName: content.slug, Tier: content.tier, Contact: content.owner, StartDate: content.inForceFrom },
    ...(inForceTo !== undefined && { EndDate: inForceTo }),
    ...{ ReviewDate: content.reviewDue, Purpose: words.why },
    Party: content.parties.map(({ agencyId, role, responsibilities }) => ({
      ...{ Identifier: agencyId, Role: role },
      ...(responsibilities !== undefined && { Responsibilities: responsibilities }),
    })),
    Data: content.lines.map(dataOf),
    ...(words.security !== undefined && { SecurityMeasure: words.security }),
    LegalCompliance: {
      LawfulBasis: content.bases.map(({ agencyId, categories, basis }) => ({
        ...{ Party: agencyId, Category: categories, Basis: basis },
      })),
      ...(dpia !== undefined && { ImpactAssessment: dpia }),
      Retention: words.retention,
      ...(words.asking !== undefined && { Enquiries: words.asking }),
    },
  };
}
