/** The landing page: one document without a script, in the reader's light or dark. */
import { hash } from 'node:crypto'

export interface Facts {
  /** The version of Parley. */
  release: string
  /** Where the server is, such as `https://parley.example/support`. */
  url: string
  /** The path in it that stands before the server's own paths. */
  root: string
  /** The API's versions, the oldest first. */
  versions: string[]
  /** The version that answers where a request names none. */
  newest: string
  /** True if a workspace holds the demo company. */
  demo: boolean
  /** The path of the demo's help center, if it is open. */
  helpCenter: string | undefined
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f1d; --soft: #5b6561; --line: #dfe4e1; --paper: #fff; --back: #f5f7f6; --green: #1f6f5c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8ecea; --soft: #9aa5a0; --line: #2c3431; --paper: #181d1b; --back: #101413; --green: #6cc5ab; }
}
* { box-sizing: border-box; }
body { margin: 0; padding: 48px 20px; background: var(--back); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
main { max-width: 640px; margin: 0 auto; }
header { display: flex; align-items: center; gap: 12px; }
h1 { margin: 0; font-size: 24px; }
header span, .soft { color: var(--soft); }
section { margin-top: 20px; padding: 20px 24px; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; }
h2 { margin: 0 0 8px; font-size: 16px; }
p { margin: 0 0 12px; }
p:last-child { margin-bottom: 0; }
a { color: var(--green); }
a.main { display: inline-block; padding: 8px 16px; border-radius: 6px; background: var(--green); color: var(--paper); text-decoration: none; font-weight: 600; }
.versions { display: flex; flex-wrap: wrap; gap: 6px 14px; margin: 0; padding: 0; list-style: none; }
pre { margin: 0; padding: 12px; overflow-x: auto; border-radius: 6px; background: var(--back); font: 13px/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 20px; margin: 0; }
dd { margin: 0; color: var(--soft); }
ul + p, dl + p { margin-top: 12px; }
`

/** It loads its icon and nothing else. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', STYLE, 'base64')}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const landingPage = ({
  release,
  url,
  root,
  versions,
  newest,
  demo,
  helpCenter,
}: Facts): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Parley</title>
<link rel="icon" href="${root}/docs/icon.svg" type="image/svg+xml">
<style>${STYLE}</style>
</head>
<body>
<main>
<header><img src="${root}/docs/icon.svg" alt="" width="32" height="32"><h1>Parley</h1> <span>${release}</span></header>
<section>
<p>A Parley server runs here. It speaks the Intercom REST API to programs that bear an access token.</p>
<p><a class="main" href="${root}/docs">API reference</a></p>
<pre>curl ${escape(url)}/me -H "Authorization: Bearer $PARLEY_TOKEN"</pre>
</section>
<section>
<h2>Versions of the API</h2>
<ul class="versions">${versions.map((name) => `<li><a href="${root}/docs/${name}">${name}</a></li>`).join('')}</ul>
<p class="soft">Without an <code>Intercom-Version</code> header the workspace’s default answers, or else ${newest}. <a href="${root}/docs/changelog">Changelog</a></p>
</section>
<section>
<h2>Workspaces</h2>
<p>${demo ? 'A workspace holds the demo company, to try things on.' : 'No workspace holds the demo company; <code>npx parley demo</code> adds it.'}</p>
<p>Admins, teams, tokens and webhooks are set through the <a href="${root}/docs/settings">settings API</a>.</p>
</section>
<section>
<h2>Front ends</h2>
<dl>
<dt>Inbox</dt><dd>not built yet</dd>
<dt>Messenger</dt><dd>not built yet</dd>
<dt>Help center</dt><dd>${
  helpCenter
    ? `<a href="${root}${helpCenter}">the demo company’s</a>`
    : 'at <code>/help/</code> and its identifier, once its site is on'
}</dd>
</dl>
</section>
</main>
</body>
</html>
`

/** The host of an address comes from the request. */
const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
