import { textField } from '../forms/field-view';
import { TemplateEngine } from './template-engine';

const render = (template: string, view: object, more: object = {}): string =>
  new TemplateEngine().render(template, {
    view,
    frame: { title: 'A page' },
    shell: { assets: '/assets/v/1' },
    ...more,
  });

describe('Pages', () => {
  const html = render(
    'layout/templates/error.njk',
    { heading: 'Down', paragraphs: ['<script>alert(1)</script>'] },
    { cspNonce: 'abc' },
  );

  test('escape whatever is put into them', () => {
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert');
  });

  test('show no crown, are not called GOV.UK, and run only scripts with the nonce of the page', () => {
    expect(html).not.toMatch(/crown|GOV\.UK/i);
    expect(html).toContain('<title>Down - MASH</title>'.replace('Down', 'A page'));
    for (const [script] of html.matchAll(/<script[^>]*>/g)) expect(script).toContain('nonce="abc"');
  });

  test('keep what was typed in a field, escaped', () => {
    const view = {
      heading: 'x',
      intro: [],
      fields: [textField({ name: 'surname', label: 'Surname', value: '"><img src=x onerror=alert(1)>' })],
    };
    const form = render('journeys/make-a-contact/steps/step.njk', view);
    expect(form).not.toContain('<img');
    expect(form).toContain('autocomplete="off"');
  });
});
