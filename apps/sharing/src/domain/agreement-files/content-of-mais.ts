import type { AgreementContent, AgreementContentLine } from '@mash/contracts';
import type { MaisObject } from './mais-object';

type Data = MaisObject['Data'][number];

function lineOf({ PermittedUse, Restrictions, ...data }: Data): AgreementContentLine {
  const use = PermittedUse ?? Restrictions;
  return {
    ...{ lineId: data.Identifier, rank: data.Rank, effect: PermittedUse === undefined ? 'deny' : 'allow' },
    ...{ from: data.From, to: data.To, purposes: data.Purpose, categories: data.Category },
    ...{ modes: use?.Mode ?? [], standingRelease: use?.OnwardRelease ?? [] },
  };
}

/** A MAIS sharing policy or request as a version. Its inverse is `maisOfContent`. */
export function contentOfMais(policy: MaisObject): AgreementContent {
  const { EndDate, SecurityMeasure, LegalCompliance: legal } = policy;
  return {
    ...{ agreementId: policy.Identifier, version: policy.Version, slug: policy.ShortName, title: policy.Name },
    ...{ tier: policy.Tier, owner: policy.Contact, inForceFrom: policy.StartDate },
    ...(EndDate !== undefined && { inForceTo: EndDate }),
    reviewDue: policy.ReviewDate,
    parties: policy.Party.map(({ Identifier, Role, Responsibilities }) => ({
      ...{ agencyId: Identifier, role: Role },
      ...(Responsibilities !== undefined && { responsibilities: Responsibilities }),
    })),
    lines: policy.Data.map(lineOf),
    bases: legal.LawfulBasis.map(({ Party, Category, Basis }) => ({
      ...{ agencyId: Party, categories: Category, basis: Basis },
    })),
    ...(legal.ImpactAssessment !== undefined && { dpia: legal.ImpactAssessment }),
    words: {
      ...{ why: policy.Purpose, retention: legal.Retention },
      ...(legal.Enquiries !== undefined && { asking: legal.Enquiries }),
      ...(SecurityMeasure !== undefined && { security: SecurityMeasure }),
    },
  };
}
