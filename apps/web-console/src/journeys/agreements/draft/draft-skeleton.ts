const A_YEAR = 365 * 86_400_000;
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** What a first draft starts from: every part of an agreement, to be filled in. Its review is proposed for a year from now. */
export const draftSkeleton = (agreementId: string, now: Date): string => `agreementId: ${agreementId}
version: 1
# Part of the public address.
slug: a-short-name
title: What it is called
# tier-1 (baseline), tier-2 (the hub's own) or single
tier: single
owner: Post and organisation of whoever looks after it
inForceFrom: ${dayOf(now)}
reviewDue: ${dayOf(new Date(now.getTime() + A_YEAR))}
parties:
  # role: controller, joint_controller or processor
  - agencyId: id-of-a-body-in-the-register
    role: controller
  - agencyId: id-of-another
    role: controller
lines:
  - lineId: a-name-for-this-line
    # An exception wins over a default; deny wins over allow.
    rank: default
    effect: allow
    # Organisations by id; or, with none named, every body of these types.
    from: { organisations: [], kinds: [police] }
    to: { organisations: [], kinds: [council] }
    purposes: [S17, S47]
    categories: [police-incidents]
    # ask, existence, content, onward
    modes: [existence, content]
    standingRelease: []
bases:
  - agencyId: id-of-a-body-in-the-register
    categories: [police-incidents]
    basis: [TASK, DUTY, SPEC]
words:
  why: Why this is shared, as you would tell a parent.
  retention: How long it is kept, and under which rule.
`;
