/** A visitor with cookies and no browser: what a page without JavaScript comes down to. */
export class PlainVisitor {
  /** Cookies of the console. */
  private readonly cookies = new Map<string, string>();
  /** Cookies of the identity provider, which is another site. */
  private readonly elsewhere = new Map<string, string>();
  /** The page last read. */
  html = '';
  status = 0;
  path = '';
  /** What a browser would say of where a form stood. */
  says: Readonly<Record<string, string>> = {};
  private at: string;

  /** The whole address of the page last read. */
  get href(): string {
    return this.at;
  }

  constructor(private readonly consoleUrl: string) {
    this.at = consoleUrl;
  }

  async get(path: string): Promise<this> {
    return this.follow(await this.fetch(new URL(path, this.consoleUrl), {}));
  }

  /** Sends a form of the page last read: its hidden fields go along. */
  async send(path: string, fields: Record<string, string>): Promise<this> {
    return this.follow(await this.sendBare(path, { ...this.hiddenFields(), ...fields }));
  }

  /** Sends one form of the page last read as it stands there: what is hidden in it goes along, and nothing of any other form. */
  async sendForm(action: string, fields: Record<string, string> = {}): Promise<this> {
    const form = this.html.split('<form').find((part) => part.includes(`action="${action}"`)) ?? '';
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const standing = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, unescaped(value)]));
    return this.follow(await this.sendBare(action, { ...standing, ...fields }));
  }

  /** Sends just these fields, and does not follow where it leads. */
  sendBare(path: string, fields: Record<string, string>): Promise<Response> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...this.says };
    return this.fetch(new URL(path, this.consoleUrl), {
      method: 'POST',
      headers,
      body: new URLSearchParams(fields).toString(),
    });
  }

  /** @param start where it begins: to prove once more who one is, at `/sign-in/again` */
  async signIn(name: string, start = '/sign-in/start'): Promise<this> {
    await this.get(start);
    const [, link] = new RegExp(`href="([^"]+)">${name}<`).exec(this.html) ?? [];
    if (link === undefined) return this.choose(name);
    return this.follow(await this.fetch(new URL(link.replaceAll('&amp;', '&'), this.at), {}));
  }

  /** The page of the real provider: a form of buttons, one for each person. */
  private async choose(name: string): Promise<this> {
    const [, accountId = ''] = new RegExp(`name="accountId" value="([^"]+)"[^>]*>${name}<`).exec(this.html) ?? [];
    const [, action = ''] = /<form method="post" action="([^"]+)"/.exec(this.html) ?? [];
    return this.follow(await this.sendBare(new URL(action, this.at).href, { accountId }));
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  /** Names of the cookies that begin so. */
  cookiesFrom(beginning: string): string[] {
    return [...this.cookies.keys()].filter((name) => name.startsWith(beginning));
  }

  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  forget(...names: string[]): void {
    for (const name of names) this.cookies.delete(name);
  }

  private hiddenFields(): Record<string, string> {
    const found = this.html.matchAll(
      /<input type="hidden" name="(_csrf|_owner|_page|_once|_held|kind|enquiry)" value="([^"]*)"/g,
    );
    return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]));
  }

  private async follow(response: Response): Promise<this> {
    const to = response.headers.get('location');
    if (to !== null) return this.follow(await this.fetch(new URL(to, response.url), {}));
    this.at = response.url;
    this.path = new URL(response.url).pathname;
    this.status = response.status;
    this.html = await response.text();
    return this;
  }

  private async fetch(url: URL, init: RequestInit): Promise<Response> {
    const jar = url.href.startsWith(this.consoleUrl) ? this.cookies : this.elsewhere;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string> | undefined), cookie };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) this.keep(jar, set);
    return response;
  }

  private keep(jar: Map<string, string>, set: string): void {
    const [pair = ''] = set.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(name.length + 1);
    if (value === '' || /expires=Thu, 01 Jan 1970/i.test(set)) jar.delete(name);
    else jar.set(name, value);
  }
}

const MARKS: Readonly<Record<string, string>> = { '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' };
const unescaped = (text: string): string => text.replace(/&(?:quot|#39|lt|gt|amp);/g, (mark) => MARKS[mark] ?? mark);
