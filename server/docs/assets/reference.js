/* The API reference, in the reader's browser. */
const version = document.getElementById('version')
// To the same operation in the other version. The settings have none.
version?.addEventListener('change', () => window.location.assign(`/docs/${version.value}${window.location.hash}`))

// The address that the server prints at its start brings the first token: after the #, which no browser sends anywhere.
const given = new URLSearchParams(window.location.hash.slice(1)).get('token')
if (given) window.history.replaceState(null, '', window.location.pathname)

const reference = {
  url: document.getElementById('reference').dataset.document,
  // All versions share what the reader entered.
  slug: 'parley',
  servers: [{ url: window.location.origin }],
  withDefaultFonts: false,
  favicon: '/docs/icon.svg',
  documentDownloadType: 'json',
  orderSchemaPropertiesBy: 'preserve',
  orderRequiredPropertiesFirst: false,
  defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
  hiddenClients: {
    shell: ['httpie', 'wget'],
    node: ['axios', 'ofetch', 'undici'],
    python: ['python3', 'aiohttp', 'httpx_sync', 'httpx_async'],
    ...Object.fromEntries(
      // prettier-ignore
      ['c', 'clojure', 'csharp', 'dart', 'fsharp', 'go', 'http', 'java', 'js', 'julia', 'kotlin', 'objc', 'ocaml',
        'php', 'powershell', 'r', 'rust', 'swift'].map((target) => [target, true]),
    ),
  },
  authentication: {
    preferredSecurityScheme: 'bearer',
    ...(given && { securitySchemes: { bearer: { token: given } } }),
  },
  // The token that a reader pastes stays in that reader's browser.
  persistAuth: true,
  // What would talk to other hosts; the page's policy forbids it too.
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
}

window.Scalar.createApiReference('#reference', reference)
