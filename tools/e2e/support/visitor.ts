import { ACCOUNTS, type Person } from './people';
import { consoleUrl } from './platform';

interface Sent {
  readonly method?: 'POST';
  readonly body?: string;
}

/** Somebody at the console with a browser that keeps cookies, follows redirects and runs no script. */
export class Visitor {
  /** Cookies by origin. */
  private readonly jars = new Map<string, Map<string, string>>();
  html = '';
  status = 0;
  path = '';
  private at = consoleUrl();

  get(path: string): Promise<this> {
    return this.go(new URL(path, consoleUrl()));
  }

  /** Sends a form of the page last read, with its hidden fields. */
  send(path: string, fields: Record<string, string>): Promise<this> {
    const found = this.html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g);
    const hidden = Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]));
    return this.go(new URL(path, consoleUrl()), formOf({ ...hidden, ...fields }));
  }

  /** Signs in as one of the demo people, by pressing their button at the identity provider. */
  async signIn(person: Person): Promise<this> {
    await this.get('/sign-in/start');
    const [, action = ''] = /<form method="post" action="([^"]+)"/.exec(this.html) ?? [];
    return this.go(new URL(action, this.at), formOf({ accountId: ACCOUNTS[person] }));
  }

  cookie(name: string): string | undefined {
    return this.jarOf(new URL(consoleUrl())).get(name);
  }

  setCookie(name: string, value: string): void {
    this.jarOf(new URL(consoleUrl())).set(name, value);
  }

  private async go(url: URL, sent: Sent = {}): Promise<this> {
    const cookie = [...this.jarOf(url)].map(([name, value]) => `${name}=${value}`).join('; ');
    const type = 'application/x-www-form-urlencoded';
    const headers = { cookie, ...(sent.body !== undefined && { 'content-type': type }) };
    const response = await fetch(url, { ...sent, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.keep(url, line);
    const to = response.headers.get('location');
    if (to !== null) return this.go(new URL(to, url));
    this.at = url.href;
    this.path = url.pathname;
    this.status = response.status;
    this.html = await response.text();
    return this;
  }

  private jarOf({ origin }: URL): Map<string, string> {
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    return jar;
  }

  private keep(url: URL, line: string): void {
    const [pair = ''] = line.split(';');
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.jarOf(url).delete(name);
    else this.jarOf(url).set(name, value);
  }
}

const formOf = (fields: Record<string, string>): Sent => ({
  method: 'POST',
  body: new URLSearchParams(fields).toString(),
});
