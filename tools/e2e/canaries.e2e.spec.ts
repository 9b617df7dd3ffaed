import { Canaries } from './support/canaries';
import { columnsOf, walkTables, type StoredValue } from './support/catalogue';
import { classifiedColumns } from './support/classification';
import { eventually } from './support/eventually';
import { everyLog } from './support/log-lines';
import { planted } from './support/planted';
import { NAMED, SEALED, SEALED_WORDS } from './support/planted-texts';
import { DATABASES, SERVICES } from './support/platform';
import { everySpan } from './support/spans';
import { everyMessage } from './support/topics';

const sealedWords = new Canaries(SEALED_WORDS, Object.values(SEALED));
const names = new Canaries([
  NAMED.child,
  NAMED.sibling,
  NAMED.mother,
  NAMED.surname,
  'Ombrelune',
  'QZ9 7XK',
  'Pellwhistle',
]);
const CLASSES = ['sealed', 'plain', 'key', 'id', 'time', 'code'];
/** The people index and what it was searched by: the only tables where somebody's name may stand. */
const PEOPLE_INDEX = ['person', 'mention', 'person_search', 'allocated_worker'];
const PER_SERVICE = ['outbox', 'outbox_archive', 'inbox', 'dead_letter', 'parked', 'migrations'];
const databaseOf = (service: string) => service.replaceAll('-', '_');

/** The columns of a service's database that hold any of the canaries. */
async function columnsWith(service: string, canaries: Canaries): Promise<string[]> {
  const found = new Set<string>();
  await walkTables(service, ({ column, text }: StoredValue) => {
    if (canaries.in(text).length > 0) found.add(column);
  });
  return [...found].sort();
}

test('A canary is found in any case, behind any punctuation, and by any five words of its text', () => {
  expect(sealedWords.in('{"a":"xGLIMMERWICKx"}')).toEqual(['glimmerwick']);
  expect(sealedWords.in('it was thrown at the\\nWALL, before breakfast')).not.toEqual([]);
  expect(names.in('select * from person')).toEqual([]);
});

describe('Words that are sealed', () => {
  beforeAll(planted);

  test.each(DATABASES)('lie in no table of %s, and no five of them running', async (service) => {
    expect(await columnsWith(service, sealedWords)).toEqual([]);
  });

  test('and names are in no value, key or header of Kafka, where the enquiry is', async () => {
    const messages = await everyMessage();
    const enquiryId = await planted();
    const topics = new Set(messages.filter(({ value }) => value.includes(enquiryId)).map(({ topic }) => topic));
    expect(topics.size).toBeGreaterThanOrEqual(5);
    const leaks = messages.flatMap(({ topic, key, value, headers }) => {
      const text = `${key}\n${value}\n${headers}`;
      return [...sealedWords.in(text), ...names.in(text)].map((word) => `${topic}: ${word}`);
    });
    expect(leaks).toEqual([]);
  });

  test('and names are in no log of any process', async () => {
    const logs = await everyLog();
    const written = logs.filter(({ text }) => text.trim() !== '').map(({ file }) => file);
    const processes = [...SERVICES, 'web-console', 'dev-identity'].map((service) => `${service}.log`);
    expect(written).toEqual(expect.arrayContaining(processes));
    const leaks = logs.flatMap(({ file, text }) =>
      [...sealedWords.in(text), ...names.in(text)].map((word) => `${file}: ${word}`),
    );
    expect(leaks).toEqual([]);
  });
});

describe('Spans, as they leave every process', () => {
  beforeAll(planted);

  test('hold no sealed word, no name and no address, and there are spans of every service', async () => {
    const spans = await eventually(async () => {
      const text = await everySpan();
      for (const service of [...SERVICES, 'web-console'])
        if (!text.includes(`"service":"${service}"`)) throw new Error(`no span of ${service} yet`);
      return text;
    });
    expect([...sealedWords.in(spans), ...names.in(spans)]).toEqual([]);
  });
});

describe('Names', () => {
  beforeAll(planted);

  test('stand in the people index, where they can be searched, and only in columns that are said to be plain', async () => {
    const plain = (await classifiedColumns()).filter(({ database, class: kind }) => {
      return database === 'contact_intake' && kind === 'plain';
    });
    const found = await columnsWith('contact-intake', names);
    expect(found).toEqual(expect.arrayContaining(['person.forenames', 'person.surname', 'mention.said']));
    expect(plain.map(({ column }) => column)).toEqual(expect.arrayContaining(found));
    expect(found.filter((column) => !PEOPLE_INDEX.includes(column.split('.')[0] ?? ''))).toEqual([]);
  });

  test.each(DATABASES.filter((service) => service !== 'contact-intake'))('stand nowhere in %s', async (service) => {
    expect(await columnsWith(service, names)).toEqual([]);
  });
});

describe('The page that says what is sealed and what is plain', () => {
  test.each(DATABASES)('names every column of %s, and no column that is not there', async (service) => {
    const there = (await columnsOf(service)).map(({ table, column }) => `${table}.${column}`);
    const tables = new Set(there.map((column) => column.split('.')[0]));
    const said = (await classifiedColumns()).filter(({ database, column }) => {
      const isShared = database === '*' && tables.has(column.split('.')[0] ?? '');
      return database === databaseOf(service) || isShared;
    });
    expect(said.map(({ column }) => column).sort()).toEqual([...there].sort());
  });

  test('uses the six classes, and `*` for the tables of messaging alone', async () => {
    const rows = await classifiedColumns();
    expect(rows.filter(({ class: kind }) => !CLASSES.includes(kind))).toEqual([]);
    const starred = rows.filter(({ database }) => database === '*').map(({ column }) => column.split('.')[0]);
    expect([...new Set(starred)].sort()).toEqual([...PER_SERVICE].sort());
  });
});
