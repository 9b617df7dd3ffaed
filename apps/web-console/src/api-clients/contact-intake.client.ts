import {
  ContactDetail,
  ContactList,
  ContactReceipt,
  Draft,
  DraftList,
  FormerIds,
  Mailbox,
  PersonFacts,
  Roster,
  SearchResult,
  TelephoneTasks,
  type ClearPlaces,
  type ConfirmRoster,
  type ContactSummary,
  type CreatePerson,
  type MatchMention,
  type ProtectPlaces,
  type RecordContact,
  type RecordPersonFacts,
  type SaveDraft,
  type SearchPeople,
  type UnlinkMention,
} from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { NO_ANSWER, ServiceHttp, type Asker } from './service-http';

const SERVICE = 'contact-intake';
const id = encodeURIComponent;

/** `contact-intake` as the pages use it; paths and shapes are in contracts `http/contact-intake/`. */
@Injectable()
export class ContactIntakeClient {
  constructor(private readonly http: ServiceHttp) {}

  async contacts(asker: Asker): Promise<ContactSummary[]> {
    return (await this.http.get(asker, SERVICE, '/contacts', ContactList)).contacts;
  }

  contact(asker: Asker, reference: string): Promise<ContactDetail> {
    return this.http.get(asker, SERVICE, `/contacts/${id(reference)}`, ContactDetail);
  }

  contactOf(asker: Asker, enquiryId: string): Promise<ContactDetail> {
    return this.http.get(asker, SERVICE, `/enquiries/${id(enquiryId)}/contact`, ContactDetail);
  }

  /** Sending it twice is sending it once: the contact's own id is the idempotency key. */
  recordContact(asker: Asker, body: RecordContact): Promise<ContactReceipt> {
    const headers = { 'idempotency-key': body.contactId };
    return this.http.call(asker, SERVICE, { method: 'POST', path: '/contacts', body, headers, schema: ContactReceipt });
  }

  /** Under which other ids a person stood, for whoever searches the audit log. */
  async formerIdsOf(asker: Asker, personId: string): Promise<FormerIds['formerIds']> {
    return (await this.http.get(asker, SERVICE, `/people/${id(personId)}/former-ids`, FormerIds)).formerIds;
  }

  async drafts(asker: Asker): Promise<Draft[]> {
    return (await this.http.get(asker, SERVICE, '/drafts', DraftList)).drafts;
  }

  draft(asker: Asker, draftId: string): Promise<Draft> {
    return this.http.get(asker, SERVICE, `/drafts/${id(draftId)}`, Draft);
  }

  saveDraft(asker: Asker, draftId: string, body: SaveDraft): Promise<void> {
    return this.http.call(asker, SERVICE, { method: 'PUT', path: `/drafts/${id(draftId)}`, body, schema: NO_ANSWER });
  }

  deleteDraft(asker: Asker, draftId: string): Promise<void> {
    return this.http.call(asker, SERVICE, { method: 'DELETE', path: `/drafts/${id(draftId)}`, schema: NO_ANSWER });
  }

  roster(asker: Asker, enquiryId: string): Promise<Roster> {
    return this.http.get(asker, SERVICE, `/enquiries/${id(enquiryId)}/roster`, Roster);
  }

  confirmRoster(asker: Asker, enquiryId: string, body: ConfirmRoster): Promise<void> {
    return this.http.post(asker, SERVICE, `/enquiries/${id(enquiryId)}/roster`, body, NO_ANSWER);
  }

  searchPeople(asker: Asker, body: SearchPeople): Promise<SearchResult> {
    return this.http.post(asker, SERVICE, '/people/search', body, SearchResult);
  }

  matchMention(asker: Asker, enquiryId: string, mentionId: string, body: MatchMention): Promise<void> {
    return this.http.post(
      asker,
      SERVICE,
      `/enquiries/${id(enquiryId)}/mentions/${id(mentionId)}/match`,
      body,
      NO_ANSWER,
    );
  }

  createPerson(asker: Asker, enquiryId: string, mentionId: string, body: CreatePerson): Promise<void> {
    const path = `/enquiries/${id(enquiryId)}/mentions/${id(mentionId)}/create-person`;
    return this.http.post(asker, SERVICE, path, body, NO_ANSWER);
  }

  unlinkMention(asker: Asker, enquiryId: string, mentionId: string, body: UnlinkMention): Promise<void> {
    const path = `/enquiries/${id(enquiryId)}/mentions/${id(mentionId)}/unlink`;
    return this.http.post(asker, SERVICE, path, body, NO_ANSWER);
  }

  protectPlaces(asker: Asker, enquiryId: string, mentionId: string, body: ProtectPlaces): Promise<void> {
    const path = `/enquiries/${id(enquiryId)}/mentions/${id(mentionId)}/protect-places`;
    return this.http.post(asker, SERVICE, path, body, NO_ANSWER);
  }

  /** Sending it twice is sending it once: the clearing has its own id. */
  clearPlaces(asker: Asker, enquiryId: string, mentionId: string, body: ClearPlaces): Promise<void> {
    const path = `/enquiries/${id(enquiryId)}/mentions/${id(mentionId)}/clear-places`;
    return this.http.post(asker, SERVICE, path, body, NO_ANSWER);
  }

  personFacts(asker: Asker, enquiryId: string, personId: string): Promise<PersonFacts> {
    return this.http.get(asker, SERVICE, `/enquiries/${id(enquiryId)}/people/${id(personId)}/facts`, PersonFacts);
  }

  recordPersonFacts(asker: Asker, enquiryId: string, personId: string, body: RecordPersonFacts): Promise<void> {
    const path = `/enquiries/${id(enquiryId)}/people/${id(personId)}/facts`;
    return this.http.post(asker, SERVICE, path, body, NO_ANSWER);
  }

  async mailbox(asker: Asker): Promise<Mailbox['messages']> {
    return (await this.http.get(asker, SERVICE, '/mailbox', Mailbox)).messages;
  }

  async telephoneTasks(asker: Asker): Promise<TelephoneTasks['tasks']> {
    return (await this.http.get(asker, SERVICE, '/telephone-tasks', TelephoneTasks)).tasks;
  }

  telephoneTaskDone(asker: Asker, taskId: string): Promise<void> {
    return this.http.post(asker, SERVICE, `/telephone-tasks/${id(taskId)}/done`, {}, NO_ANSWER);
  }
}
