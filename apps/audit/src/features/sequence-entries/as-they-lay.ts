import type { AuditMessage } from '../../domain/read-message';

interface From {
  readonly from: AuditMessage;
}

const laneOf = ({ topic = '', partition = 0 }: AuditMessage): string => `${topic} ${partition}`;

const byOffset = ({ from: one }: From, { from: other }: From): number =>
  one.offset === undefined || other.offset === undefined ? 0 : Number(BigInt(one.offset) - BigInt(other.offset));

/**
 * Each where one of its topic and partition came, in the order of their offsets: topics have no order among each other, and the entries of one do not
 * wait behind another's. What does not come from a topic stays as it came.
 */
export function asTheyLay<Entry extends From>(came: readonly Entry[]): Entry[] {
  const lanes = new Map<string, Entry[]>();
  for (const entry of came) {
    const name = laneOf(entry.from);
    const lane = lanes.get(name);
    if (lane === undefined) lanes.set(name, [entry]);
    else lane.push(entry);
  }
  for (const lane of lanes.values()) lane.sort(byOffset).reverse();
  return came.map((entry) => lanes.get(laneOf(entry.from))?.pop() ?? entry);
}
