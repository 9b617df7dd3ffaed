import type { AgencyKind, AgreementTargets } from '@mash/contracts';

/** What the checks read of a body. */
export interface RegisteredParty {
  readonly agencyId: string;
  readonly kind: AgencyKind;
  readonly bound: boolean;
}

/** The bodies of a partnership by id, and which of them one side of a line reaches. */
export class RegisterOfBodies {
  private readonly byId: ReadonlyMap<string, RegisteredParty>;

  constructor(bodies: readonly RegisteredParty[]) {
    this.byId = new Map(bodies.map((body) => [body.agencyId, body]));
  }

  find(agencyId: string): RegisteredParty | undefined {
    return this.byId.get(agencyId);
  }

  /** Whether two sides could mean the same body: by name, by type, or a named body of a named type. */
  overlap(one: AgreementTargets, other: AgreementTargets): boolean {
    if (one.organisations.length > 0 && other.organisations.length > 0)
      return one.organisations.some((id) => other.organisations.includes(id));
    if (one.organisations.length > 0) return this.isOfKinds(one, other);
    if (other.organisations.length > 0) return this.isOfKinds(other, one);
    return one.kinds.some((kind) => other.kinds.includes(kind));
  }

  private isOfKinds({ organisations }: AgreementTargets, { kinds }: AgreementTargets): boolean {
    return organisations.some((id) => {
      const kind = this.byId.get(id)?.kind;
      return kind !== undefined && kinds.includes(kind);
    });
  }
}
