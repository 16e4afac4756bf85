/** The page of the API reference: a bar with the versions, and Scalar with the document of one or of the settings. */
import type { History, Version } from '../versions/history.ts'

/** Nothing is loaded from, or sent to, another host. Scalar sets styles in line. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** @param shown the version whose document it shows @param root the path that stands before the server's own paths */
export function page(history: History, shown: Version | 'settings', root: string): string {
  const options = history.versions
    .toReversed()
    .map((version) => `<option${version === shown ? ' selected' : ''}>${version.name}</option>`)
  const name = shown === 'settings' ? 'settings' : shown.name
  const document = `${root}/openapi/${name}.json`
  const choice =
    shown === 'settings'
      ? '<span>Settings</span>'
      : `<label><span>Version</span> <select id="version" aria-label="Version" autocomplete="off">${options.join('')}</select></label>`
  const other = shown === 'settings' ? `<a href="${root}/docs">API</a>` : `<a href="${root}/docs/settings">Settings</a>`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Parley ${shown === 'settings' ? 'settings API' : `API ${name}`}</title>
<link rel="icon" href="${root}/docs/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}/docs/reference.css">
</head>
<body>
<header class="bar">
<a class="home" href="${root}/docs"><img src="${root}/docs/icon.svg" alt="" width="24" height="24"><b>Parley API</b></a>
${choice}
<label class="token"><span>Token</span> <input id="token" aria-label="Access token" placeholder="paste a token" autocomplete="off" spellcheck="false"></label>
<nav>${other} <a href="${root}/docs/changelog${shown === 'settings' ? '' : `#v${name}`}">Changelog</a></nav>
</header>
<div id="reference" data-root="${root}" data-document="${document}"></div>
<noscript>The reference needs JavaScript. What it shows is also an <a href="${document}">OpenAPI document</a>.</noscript>
<script src="${root}/docs/scalar.js"></script>
<script src="${root}/docs/reference.js"></script>
</body>
</html>
`
}
