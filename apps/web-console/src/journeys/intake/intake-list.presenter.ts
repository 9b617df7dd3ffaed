import { durationWords } from '@mash/clocks';
import { CONTACT_SOURCES, type ContactSummary, type TelephoneTasks } from '@mash/contracts';
import { momentWords } from '../../presenters/clock-chip';

/** "What has nobody opened; is any urgent?" */
export interface IntakeView {
  readonly heading: string;
  readonly contacts: readonly {
    readonly reference: string;
    readonly href: string;
    readonly isUrgent: boolean;
    readonly received: string;
    readonly waiting: string;
    readonly source: string;
    readonly by: string;
  }[];
  readonly tasks: readonly {
    readonly taskId: string;
    readonly reference: string;
    readonly what: string;
    readonly raised: string;
  }[];
}

const KINDS = {
  professional: 'Professional',
  public: 'Member of the public',
  family: 'Family',
  child: 'Child',
  anonymous: 'Anonymous caller',
} as const;

function headingOf(count: number, urgent: number): string {
  if (count === 0) return 'Nothing has come in today';
  const words = `${count} ${count === 1 ? 'concern has' : 'concerns have'} come in`;
  return urgent === 0 ? `${words}, none urgent` : `${words}, ${urgent} urgent`;
}

/** Urgent first, then the longest waiting. */
export function intakeView(contacts: readonly ContactSummary[], tasks: TelephoneTasks['tasks'], now: Date): IntakeView {
  const inOrder = [...contacts].sort(
    (a, b) => Number(b.urgent) - Number(a.urgent) || a.receivedAt.localeCompare(b.receivedAt),
  );
  return {
    heading: headingOf(contacts.length, contacts.filter(({ urgent }) => urgent).length),
    contacts: inOrder.map((contact) => ({
      reference: contact.reference,
      href: `/contacts/${contact.reference}`,
      isUrgent: contact.urgent,
      received: momentWords(new Date(contact.receivedAt), now),
      waiting: durationWords(Math.max(0, now.getTime() - Date.parse(contact.receivedAt)), 'up'),
      source: CONTACT_SOURCES[contact.source],
      by: KINDS[contact.referrerKind],
    })),
    tasks: tasks
      .filter(({ doneAt }) => doneAt === undefined)
      .map((task) => ({
        taskId: task.taskId,
        reference: task.reference,
        what: task.kind === 'receipt' ? 'Ring to say that we have it' : 'Ring to say what was decided',
        raised: momentWords(new Date(task.raisedAt), now),
      })),
  };
}
