import { describe, expect, it } from '@jest/globals';
import { loginPage, loginPolicy, onwardPage } from './login-page.ts';

describe('the login page', () => {
  it('keeps where to go on, as text', () => {
    const html = loginPage(`/a?b="><script>alert('x')</script>`, '<b>');
    expect(html).toContain('value="/a?b=&#34;&#62;&#60;script&#62;alert(&#39;x&#39;)&#60;/script&#62;"');
    expect(html).not.toMatch(/<script|<b>/);
    expect(onwardPage('/a"><script>')).not.toMatch(/<script/);
  });

  it('loads nothing from anywhere', () => {
    expect(loginPage('/', null)).not.toMatch(/\ssrc=|@import|url\(/);
    expect(loginPolicy).toMatch(/^default-src 'none'; img-src data:; style-src 'sha256-[\w+/]{43}='; form-action 'self'/);
  });
});
