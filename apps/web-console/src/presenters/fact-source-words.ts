/** Where a fact of a sharing decision came from, as `sharing` names it, in the words of a page. */
const WORDS: Readonly<Record<string, string>> = {
  decision: 'Rating and threshold',
  'contact-intake': 'People on this enquiry',
  'agency register': 'The register of agencies',
  consent: 'What was said of consent',
  agreements: 'The agreements in force',
  'request line': 'The question, as it was asked',
  catalogue: 'The catalogue of kinds of information',
  envelope: 'The answer, as it was sealed',
  route: 'How it was asked',
  viewer: 'Who looks',
};

export function factSourceWords(source: string): string {
  if (source.startsWith('agreement ')) return 'The agreement that was applied';
  return WORDS[source] ?? 'Another record';
}
