import { createHash } from 'node:crypto';
import { apiPaths } from '@coverwright/contracts';

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-content: center; padding: 1rem; }
main { width: min(24rem, 90vw); }
h1 { font: 600 1.5rem/1.3 Georgia, serif; margin: 0 0 .5rem; }
p { margin: 0 0 1rem; }
label { display: block; font-weight: 600; margin-bottom: .25rem; }
input { box-sizing: border-box; width: 100%; min-height: 2.75rem; padding: .5rem .75rem; font: inherit; margin-bottom: 1rem; }
button { min-height: 2.75rem; padding: .5rem 1.25rem; font: inherit; font-weight: 600; cursor: pointer; }
[role=alert] { border-left: .25rem solid #b3261e; padding-left: .75rem; }
`;

/** All the page may do: show itself and send its form here. */
export const loginPolicy = `default-src 'none'; img-src data:; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;

const page = (title: string, head: string, body: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
${head}<title>${title} · Coverwright</title>
<style>${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;

/** The form that asks for the token. It needs no script and nothing but itself. */
export const loginPage = (next: string, complaint: string | null): string =>
  page(
    'Sign in',
    '',
    `<h1>Coverwright</h1>
<p>This instance asks for its access token: the value of AUTH_TOKEN where it was started.</p>
${complaint === null ? '' : `<p role="alert" id="complaint">${escape(complaint)}</p>\n`}<form method="post" action="${apiPaths.login}">
<input type="hidden" name="next" value="${escape(next)}">
<label for="token">Access token</label>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus${complaint === null ? '' : ' aria-invalid="true" aria-describedby="complaint"'}>
<button type="submit">Sign in</button>
</form>`,
  );

/**
 * A browser that follows a link from elsewhere does not send the cookie along (SameSite=Strict). This page asks again from here, and then it does.
 */
export const onwardPage = (path: string): string =>
  page('Opening', `<meta http-equiv="refresh" content="0;url=${escape(path)}">\n`, `<p><a href="${escape(path)}">Go on</a></p>`);

const escape = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
