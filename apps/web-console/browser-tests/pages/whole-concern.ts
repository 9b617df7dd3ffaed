import type { ContactFormPage } from './contact-form.page';

/** Words of the concern: long enough to be told again, and found nowhere but sealed. */
export const NARRATIVE =
  'He came in with a burn on his arm that he would not explain and asked not to be sent home tonight.';

/** Called on each page of the journey, before it is filled in. */
export type AtEachPage = (step: string) => Promise<void>;

export interface WholeConcern {
  /** The mother agrees for her children and refuses for herself; otherwise nobody knows what anybody agreed to. */
  readonly consent?: 'agreed' | 'unknown';
}

/** Fills in the whole journey: a child, an unborn baby, a mother; up to the page where everything is checked. */
export async function fillInWholeConcern(
  form: ContactFormPage,
  atEachPage: AtEachPage,
  { consent = 'unknown' }: WholeConcern = {},
): Promise<void> {
  await form.begin();
  await atEachPage('danger');
  await form.choose('danger', 'no');
  await form.goOn();

  await atEachPage('you');
  await form.fill({ telephone: '01632 960 001', knowsFamilyHow: 'He is in year 4' });
  await form.goOn();

  await atEachPage('concern');
  await form.fill({ narrative: NARRATIVE, toldByOthers: 'A friend of his says he sleeps on the sofa.' });
  await form.choose('issues', 'physical-harm');
  await form.goOn();

  await children(form, atEachPage);
  await adults(form, atEachPage);
  await lastPages(form, atEachPage, consent);
}

async function children(form: ContactFormPage, atEachPage: AtEachPage): Promise<void> {
  await atEachPage('children-empty');
  await form.press('add-child');
  await atEachPage('child');
  await form.fill({
    forenames: 'Kian',
    surname: 'Marlowe',
    'birthDate-day': '3',
    'birthDate-month': '5',
    'birthDate-year': '2018',
    language: 'English',
  });
  await form.fill({
    address: '4 Tanner Row, Riverside',
    postcode: 'rv1 4tt',
    school: 'Meadow Lane Primary School',
    gp: 'not known',
  });
  await form.choose('sex', 'M');
  await form.choose('restNotKnown', 'yes');
  await form.press('save');
  await form.press('add-unborn');
  await atEachPage('unborn');
  await form.fill({ 'expectedDate-day': '14', 'expectedDate-month': '3', 'expectedDate-year': '2027' });
  await form.press('save');
  await atEachPage('children');
  await form.goOn();
}

async function adults(form: ContactFormPage, atEachPage: AtEachPage): Promise<void> {
  await form.press('add-adult');
  await atEachPage('adult');
  await form.fill({ forenames: 'Dawn', surname: 'Marlowe', relationship: 'mother' });
  await form.choose('restNotKnown', 'yes');
  await form.press('save');
  await atEachPage('adults');
  await form.goOn();
}

async function lastPages(
  form: ContactFormPage,
  atEachPage: AtEachPage,
  consent: NonNullable<WholeConcern['consent']>,
): Promise<void> {
  await atEachPage('household');
  await form.chooseAll('lives-', 'yes');
  await form.fill({ whoSaysSo: 'His mother' });
  await form.goOn();

  await atEachPage('responsibility');
  await form.chooseAll('pr-', 'yes');
  await form.fill({ [await nameOf(form, 'how-')]: 'On the birth certificate' });
  await form.goOn();

  await atEachPage('consent');
  await form.selectAll('answer-', 'unknown');
  if (consent === 'agreed') await sayWhoAgreed(form);
  await form.goOn();

  await atEachPage('urgency');
  await form.choose('urgent', 'no');
  await form.goOn();

  await atEachPage('keep-from-family');
  await form.choose('keep', 'yes');
  await form.fill({ what: 'That he spoke to us', why: 'He is afraid of what follows' });
  await form.goOn();
  await atEachPage('check');
}

/** The children come before the adult on the page. */
async function sayWhoAgreed(form: ContactFormPage): Promise<void> {
  const lists = (prefix: string) => form.page.locator(`select[name^="${prefix}"]`);
  for (const place of [0, 1]) {
    await lists('answer-service-').nth(place).selectOption('given');
    await lists('answer-sharing-').nth(place).selectOption('given');
    await lists('by-').nth(place).selectOption('parent_with_pr');
  }
  await lists('answer-sharing-').nth(2).selectOption('refused');
  await lists('by-').nth(2).selectOption('self');
}

const nameOf = async (form: ContactFormPage, prefix: string): Promise<string> =>
  (await form.page.locator(`input[name^="${prefix}"]`).first().getAttribute('name')) ?? '';
