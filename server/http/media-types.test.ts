/** Each media type and file ending, in every letter case → shown in place or offered to be saved, never sniffed. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { history } from '../versions/index.ts'
import { testApp } from '../test/app.ts'

const app = await testApp()
const client = app.client()
const { body: contact } = await client.post('/contacts', { email: 'media@example.com' })
const from = { type: 'user', id: contact.id }
const { conversation_id } = (await client.post('/conversations', { from, body: 'See these' })).body

const reply = (more: object) =>
  client.post(`/conversations/${conversation_id}/reply`, {
    message_type: 'comment',
    type: 'user',
    intercom_user_id: contact.id,
    body: 'Here',
    ...more,
  })

interface File {
  content_type: string
  name: string
}

/** Attaches the files, ten a message, and reads each at the address that is answered. */
async function serve(files: File[]) {
  const served = []
  for (let at = 0; at < files.length; at += 10) {
    const some = files.slice(at, at + 10)
    const attachment_files = some.map((file) => ({ ...file, data: Buffer.from(file.name).toString('base64') }))
    const { status, text, body } = await reply({ attachment_files })
    assert.equal(status, 200, text)
    const { attachments } = body.conversation_parts.conversation_parts.at(-1)
    for (const [n, file] of some.entries()) {
      const { pathname } = new URL(attachments[n].url)
      const { statusCode, headers, payload } = await app.app.inject({ url: pathname, headers: { accept: '*/*' } })
      served.push({ ...file, statusCode, headers, payload })
    }
  }
  return served
}

const upper = (text: string) => text.toUpperCase()
const mixed = (text: string) => text.replace(/[a-z]/g, (c, at) => (at % 2 ? c : c.toUpperCase()))
const CASES = [(text: string) => text, upper, mixed]
const PARAMETERS = ['', '; charset=utf-8', ';a="b c"', ' ; NAME=x.html']

const INLINE = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']
/** Run or rendered by a browser, handed to a plugin, or of no known harm and yet not a picture. */
const SAVED = [
  'image/svg+xml',
  'image/svg',
  'text/html',
  'application/xhtml+xml',
  'text/xml',
  'application/xml',
  'application/rss+xml',
  'application/mathml+xml',
  'text/xsl',
  'application/xslt+xml',
  'text/javascript',
  'application/javascript',
  'application/ecmascript',
  'application/wasm',
  'text/css',
  'text/vtt',
  'text/plain',
  'text/cache-manifest',
  'application/manifest+json',
  'application/json',
  'application/pdf',
  'application/x-shockwave-flash',
  'application/java-archive',
  'multipart/x-mixed-replace',
  'message/rfc822',
  'application/octet-stream',
  'image/bmp',
  'image/x-icon',
  'image/avif',
  'image/png+xml',
  'image/pngx',
  'ximage/png',
  'video/mp4',
  'audio/mpeg',
]

for (const [types, disposition] of [
  [INLINE, 'inline'],
  [SAVED, 'attachment'],
] as const)
  for (const type of types)
    test(`${type} is served as ${disposition}, in every letter case and with parameters`, async () => {
      const files = CASES.flatMap((write) =>
        PARAMETERS.map((more) => ({ content_type: write(type) + more, name: `a.${write('html')}` })),
      )
      for (const { content_type, name, statusCode, headers, payload } of await serve(files)) {
        assert.equal(statusCode, 200, content_type)
        assert.equal(payload, name, content_type)
        assert.equal(headers['content-type'], disposition === 'inline' ? type : content_type)
        assert.equal(headers['content-disposition'], `${disposition}; filename*=UTF-8''${name}`, content_type)
        assert.equal(headers['x-content-type-options'], 'nosniff', content_type)
        assert.equal(headers['content-security-policy'], "sandbox; default-src 'none'", content_type)
        assert.equal(headers['cache-control'], 'max-age=0, private, must-revalidate', content_type)
        assert.equal(headers['access-control-allow-origin'], undefined, content_type)
      }
    })

const NAMES: [name: string, encoded: string][] = [
  ['.', '.'],
  ['..', '..'],
  ['...', '...'],
  ['a/b.png', 'a%2Fb.png'],
  ['..\\..\\a', '..%5C..%5Ca'],
  ['100%.png', '100%25.png'],
  ['a"b\';c.png', 'a%22b%27%3Bc.png'],
  ["(copy)*'.png", '%28copy%29%2A%27.png'],
  ['a\r\nSet-Cookie: b=c', 'a%0D%0ASet-Cookie%3A%20b%3Dc'],
  ['ä 中.png', '%C3%A4%20%E4%B8%AD.png'],
  ['?x=1#y', '%3Fx%3D1%23y'],
  ['x'.repeat(255), 'x'.repeat(255)],
  ['中'.repeat(255), '%E4%B8%AD'.repeat(255)],
]

for (const [name, encoded] of NAMES)
  test(`a file whose name is ${JSON.stringify(name.slice(0, 20))} is read at its address, under its name`, async () => {
    const [file] = await serve([{ content_type: 'image/png', name }])
    assert.deepEqual([file!.statusCode, file!.payload], [200, name])
    assert.equal(file!.headers['content-disposition'], `inline; filename*=UTF-8''${encoded}`)
  })

for (const content_type of [
  '',
  'image',
  'image/',
  '/png',
  'image/png, text/html',
  'image/png\r\nX: y',
  'image/png; é',
  'image/png;\n',
  'image/p ng',
  'image/png;\u0007',
  `image/${'x'.repeat(101)}`,
  'image/png; 😀',
])
  test(`${JSON.stringify(content_type.slice(0, 30))} is no media type`, async () => {
    const { status, body } = await reply({ attachment_files: [{ content_type, name: 'a', data: 'YQ==' }] })
    assert.deepEqual([status, body.errors[0].code], [400, 'parameter_invalid'])
  })

/** By the ending of an address, which nobody fetches. */
const ENDINGS: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  html: 'application/octet-stream',
  exe: 'application/octet-stream',
  'png.exe': 'application/octet-stream',
  'exe.png': 'image/png',
}

for (const [ending, type] of Object.entries(ENDINGS))
  test(`an attached address that ends in .${ending} is ${type}, in every letter case`, async () => {
    const names = CASES.map((write) => `Picture.${write(ending)}`)
    const attachment_urls = names.flatMap((name) => [
      `https://cdn.example/${name}`,
      `https://cdn.example/a.svg/${name}?b=c.pdf#d.gif`,
    ])
    const { body } = await reply({ attachment_urls })
    const { attachments } = body.conversation_parts.conversation_parts.at(-1)
    assert.deepEqual(
      attachments.map((one: Record<string, string>) => [one['name'], one['content_type']]),
      names.flatMap((name) => [
        [name, type],
        [name, type],
      ]),
    )
  })

test('an attached address without an ending is of no known type', async () => {
  const { body } = await reply({
    attachment_urls: ['https://cdn.example/', 'https://cdn.example/png', 'https://cdn.png/x'],
  })
  for (const { content_type } of body.conversation_parts.conversation_parts.at(-1).attachments)
    assert.equal(content_type, 'application/octet-stream')
})

suite('static files', () => {
  const CLOSED = "default-src 'none'; frame-ancestors 'none'"
  const PAGES = ['/docs', '/docs/settings', ...history.versions.map(({ name }) => `/docs/${name}`)]
  const DOCUMENTS = ['/openapi/settings.json', ...history.versions.map(({ name }) => `/openapi/${name}.json`)]
  const STATIC: [path: string, type: string, policy: RegExp | string][] = [
    ...PAGES.map((path): [string, string, RegExp] => [
      path,
      'text/html; charset=utf-8',
      /^default-src 'none'; script-src 'self';/,
    ]),
    ...DOCUMENTS.map((path): [string, string, string] => [path, 'application/json; charset=utf-8', CLOSED]),
    ['/docs/scalar.js', 'text/javascript; charset=utf-8', CLOSED],
    ['/docs/reference.js', 'text/javascript; charset=utf-8', CLOSED],
    ['/docs/reference.css', 'text/css; charset=utf-8', CLOSED],
    ['/docs/changelog.css', 'text/css; charset=utf-8', CLOSED],
    ['/docs/changelog', 'text/html; charset=utf-8', /^default-src 'none'; style-src 'self';/],
    ['/docs/icon.svg', 'image/svg+xml', CLOSED],
  ]

  for (const [url, type, policy] of STATIC)
    test(`${url} is ${type}, not sniffed, under a policy`, async () => {
      const { statusCode, headers } = await app.app.inject({ url })
      assert.deepEqual([statusCode, headers['content-type'], headers['x-content-type-options']], [200, type, 'nosniff'])
      // Tools in other pages read the documents, and nothing else.
      assert.equal(headers['access-control-allow-origin'], url.startsWith('/openapi/') ? '*' : undefined)
      const given = String(headers['content-security-policy'])
      if (typeof policy === 'string') assert.equal(given, policy)
      else assert.match(given, policy)
    })

  test('a path in other letters, or one that climbs, is no file', async () => {
    const paths = [
      '/docs/ICON.SVG',
      '/docs/icon.SVG',
      '/docs/Scalar.js',
      '/DOCS',
      '/openapi/2.7.JSON',
      '/docs/asset.ts',
    ]
    paths.push('/docs/..%2Fmount.ts', '/docs/%2e%2e/mount.ts', '/openapi/..%2F..%2Fpackage.json', '/docs/icon.svg%00')
    for (const url of paths) {
      const { statusCode, headers, payload } = await app.app.inject({ url })
      assert.equal(statusCode, 404, url)
      assert.equal(headers['x-content-type-options'], 'nosniff')
      assert.equal(JSON.parse(payload).type, 'error.list')
    }
  })
})
