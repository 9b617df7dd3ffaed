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
  await form.chooseAll('answer-', 'unknown');
  if (consent === 'agreed') await sayWhoAgreed(form);
  await atEachPage('consent-answered');
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

/** The mother is named as who answered: for her children she agrees, for herself she refuses. */
async function sayWhoAgreed(form: ContactFormPage): Promise<void> {
  const prefix = 'answer-sharing-';
  const asked = await form.page.locator(`input[type="radio"][name^="${prefix}"][value="asked"]`).all();
  const names = await Promise.all(asked.map((one) => one.getAttribute('name')));
  const ids = names.map((name) => name?.slice(prefix.length) ?? '');
  const mother = ids.at(-1) ?? '';
  const answers = async (kind: string, whose: string, said: string): Promise<void> => {
    const of = (part: string): string => `${part}-${kind}-${whose}`;
    await form.choose(of('answer'), 'asked');
    await form.choose(of('said'), said);
    await form.select(of('who'), mother);
    await form.select(of('how'), 'face_to_face');
    if (said === 'given')
      await form.fill({ [of('told')]: 'That school and health are asked, to see what help there is.' });
  };
  for (const child of ids.slice(0, 2)) {
    await answers('service', child, 'given');
    await answers('sharing', child, 'given');
  }
  await answers('sharing', mother, 'refused');
}

const nameOf = async (form: ContactFormPage, prefix: string): Promise<string> =>
  (await form.page.locator(`input[name^="${prefix}"]`).first().getAttribute('name')) ?? '';
