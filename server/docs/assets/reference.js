/* The API reference, in the reader's browser. */
const { root, document: described } = document.getElementById('reference').dataset

/** The token lasts as long as the tab, on every page of the reference. It goes into no address and to no other host. */
const KEPT = 'parley-token'
// The address that the server prints at its start brings the first token: after the #, which no browser sends anywhere.
const given = new URLSearchParams(window.location.hash.slice(1)).get('token')
if (given) {
  window.sessionStorage.setItem(KEPT, given)
  window.history.replaceState(null, '', window.location.pathname)
}
const kept = window.sessionStorage.getItem(KEPT)

// The bar shows enough of it to know it by.
const field = document.getElementById('token')
const shortened = (token) => (token.length > 12 ? `${token.slice(0, 4)}…${token.slice(-4)}` : token)
const show = (token) => (field.value = token ? shortened(token) : '')
const keep = (token) => {
  if (token) window.sessionStorage.setItem(KEPT, token)
  else window.sessionStorage.removeItem(KEPT)
  show(token)
}
show(kept)
field.addEventListener('focus', () => field.select())
field.addEventListener('change', () => {
  keep(field.value.trim())
  window.location.reload()
})

const version = document.getElementById('version')
// To the same operation in the other version. The settings have none.
version?.addEventListener('change', () =>
  window.location.assign(`${root}/docs/${version.value}${window.location.hash}`),
)

const reference = {
  url: described,
  // All versions share what the reader entered.
  slug: 'parley',
  servers: [{ url: window.location.origin + root }],
  withDefaultFonts: false,
  favicon: `${root}/docs/icon.svg`,
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
    ...(kept && { securitySchemes: { bearer: { token: kept } } }),
  },
  persistAuth: false,
  // A token that the reader enters further down is the one in use from its first request on.
  onRequestBuilt: ({ request }) => {
    const [, used] = /^Bearer (\S+)$/.exec(request.headers.get('Authorization') ?? '') ?? []
    if (used) keep(used)
  },
  // What would talk to other hosts; the page's policy forbids it too.
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
}

window.Scalar.createApiReference('#reference', reference)
