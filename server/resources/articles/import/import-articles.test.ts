import assert from 'node:assert/strict'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { testApp } from '../../../test/app.ts'
import { scratchFolder } from '../../../test/scratch-folder.ts'
import { importArticles, type ImportOptions } from './import-articles.ts'

const SAMPLES = join(import.meta.dirname, '../../../content/samples')
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const app = await testApp()
const client = app.client()
const folder = scratchFolder()
/** The site that articles come from. */
let old: Server
let site: string
const HELD: Record<string, { bytes?: Buffer; to?: string }> = {
  '/hc/article_attachments/360009112233/rake-banner.png': { bytes: PIXEL },
  '/hc/article_attachments/360009112255/Checkliste%20Herbst.pdf': { to: '/elsewhere/list' },
  '/elsewhere/list': { bytes: Buffer.from('%PDF-1.7 …') },
  '/script.png': { bytes: Buffer.from('<svg onload="x">') },
}

const write = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}
const copied = (name: string, as = name): string => {
  copyFileSync(join(SAMPLES, name), join(folder, as))
  return join(folder, as)
}

const take = (paths: string[], options: Partial<ImportOptions> = {}) =>
  importArticles(
    { db: app.db, clock: app.clock, reach: 'private', addressOf: (path) => `http://localhost${path}` },
    app.workspace.id,
    paths.map((path) => ({ path, bytes: readFileSync(path) })),
    { actor: app.workspace.adminId, ...options },
  )
const takeOne = async (path: string, options?: Partial<ImportOptions>) => (await take([path], options))[0]!
const articleOf = async ({ articleId }: { articleId?: number }) => (await client.get(`/articles/${articleId}`)).body
const versionsOf = async ({ articleId }: { articleId?: number }) =>
  (await client.get(`/articles/${articleId}/versions`)).body.total_count
const fileIn = async (address: string) => client.get(new URL(address).pathname)

suite('articles import', () => {
  before(async () => {
    old = createServer(({ url = '' }, response) => {
      const { bytes, to } = HELD[url] ?? {}
      if (to) return response.writeHead(302, { location: to }).end()
      response.writeHead(bytes ? 200 : 404).end(bytes)
    }).listen(0, '127.0.0.1')
    await new Promise((done) => old.once('listening', done))
    site = `http://127.0.0.1:${(old.address() as AddressInfo).port}`
  })
  after(() => {
    old.close()
    rmSync(folder, { recursive: true })
  })

  test('an article from Zendesk brings its pictures and files along, and its links lead to articles of the run', async () => {
    const html = readFileSync(join(SAMPLES, '31-zendesk-article.html'), 'utf8')
    const raking = write('raking.html', html.replaceAll('https://alder-help.zendesk.example', site))
    const pruning = write('360001234567-Pruning-basics.html', '<h1>Pruning basics</h1><p>Cut in winter.</p>')
    const [report, target] = await take([raking, pruning])
    assert.deepEqual([report!.outcome, target!.outcome, report!.title], ['created', 'created', 'Raking'])
    const { body, state } = await articleOf(report!)
    assert.equal(state, 'draft')
    const address = new RegExp(`<a href="(http://localhost/help/\\w+/en/articles/${target!.articleId}-pruning-basics)"`)
    assert.match(body, address)
    const [, banner] = /<img src="(http:\/\/localhost\/files\/[^"]+\/rake-banner\.png)" alt=""/.exec(body)!
    const [, list] = /<a href="(http:\/\/localhost\/files\/[^"]+\/Checkliste%20Herbst\.pdf)"/.exec(body)!
    assert.deepEqual((await fileIn(banner!)).headers['content-type'], 'image/png')
    assert.deepEqual((await fileIn(list!)).headers['content-type'], 'application/pdf')
    assert.match(body, /Save\.<br>Save button/)
    const lost = report!.lost.join('\n')
    assert.match(lost, /picture http\S+\/360009112244: the answer has the status 404/)
    assert.match(lost, /frame https:\/\/maps\.garden\.example.*\n.*data:image\/gif.*\n.*javascript:openWidget/s)
    const changed = report!.changed.join('\n')
    assert.match(changed, /360001234599-Tools#sharpen, which still leads to the old site/)
    assert.match(changed, /\{\{dc\.plan_name_pro\}\}, which stays as text/)
    assert.match(changed, /the title, which is from the file's name/)
    const again = await takeOne(raking)
    assert.equal(again.outcome, 'updated', 'a picture that could not be had is tried again')
  })

  test('a page of Word is read in its charset, and its title is that of the article, once', async () => {
    const report = await takeOne(copied('33-word-filtered-cp1252.html'), { locale: 'de' })
    assert.equal(report.encoding, 'windows-1252')
    const article = await articleOf(report)
    const { title, body } = article.translated_content.de
    assert.equal(title, 'Laub harken – Anleitung für „Anfänger“')
    assert.doesNotMatch(body, /Anleitung/)
    assert.match(body, /^<h1 id="h_\w+">Vorbereitung/)
    assert.ok(report.lost.includes('the picture Laubharken-Dateien/image002.png'))
    assert.ok(report.lost.some((what) => what.startsWith('the link to file:')))
  })

  test('pictures in the folder of the file are kept, and files outside of it are not read', async () => {
    write('inside/pixel.png', PIXEL)
    write('outside.png', PIXEL)
    write('inside/page.png', '<html>')
    const report = await takeOne(
      write('inside/a.md', '# Inside\n\n![One](pixel.png) ![Two](../outside.png) ![Three](page.png) ![Four](none.png)'),
    )
    const { title, body } = await articleOf(report)
    assert.equal(title, 'Inside')
    assert.equal(body.match(/<img/g).length, 1)
    assert.match(body, /alt="One".*Two.*Three.*Four/)
    assert.deepEqual(report.lost, [
      'the picture page.png: the file is no PNG, JPEG, GIF or WebP',
      'the picture ../outside.png',
      'the picture none.png',
    ])
  })

  test('scripts, and the title of a picture that cannot be had, are told as lost', async () => {
    const page =
      '<h1>Scripts</h1><p>Text <img src="none.png" alt="Alt" title="A rake"></p>' +
      '<script>f()</script><div><script src="https://example.com/a.js"></script></div>'
    const { lost } = await takeOne(write('scripts.html', page))
    assert.deepEqual(lost.toSorted(), [
      'a script',
      'the picture none.png',
      'the script https://example.com/a.js',
      'the title “A rake” of the picture none.png',
    ])
  })

  test('the same file again changes nothing, also as a copy elsewhere, and a changed one is a newer version', async () => {
    const path = write('again.md', '# Again\n\nFirst words.')
    const first = await takeOne(path)
    const events = async () => (await app.db`select from events where workspace_id = ${app.workspace.id}`).length
    const told = await events()
    assert.deepEqual(await takeOne(path), {
      ...(await takeOne(path)),
      outcome: 'unchanged',
      articleId: first.articleId,
    })
    assert.equal((await takeOne(write('copy/again.md', '# Again\n\nFirst words.'))).articleId, first.articleId)
    assert.deepEqual([await versionsOf(first), await events()], [1, told])
    write('again.md', '# Again\n\nOther words.')
    const changed = await takeOne(path)
    assert.deepEqual([changed.outcome, changed.articleId], ['updated', first.articleId])
    assert.match((await articleOf(first)).body, /Other words/)
    assert.equal(await versionsOf(first), 2)
    await client.delete(`/articles/${first.articleId}`)
    assert.equal((await takeOne(path)).outcome, 'created')
  })

  test('front matter names title, description, language and state; other fields are told', async () => {
    const path = write(
      'front.md',
      '---\ntitle: "Gute: Pflege"\ndescription: Kurz\nlang: de\ndraft: false\ntags: [a]\n---\n# Heading\n\nText',
    )
    const report = await takeOne(path)
    assert.deepEqual([report.title, report.locale, report.lost], ['Gute: Pflege', 'de', ["the front matter's tags"]])
    const { translated_content } = await articleOf(report)
    assert.partialDeepStrictEqual(translated_content.de, { description: 'Kurz', state: 'published' })
    assert.match(translated_content.de.body, /<h1 id="h_\w+">Heading<\/h1>/)
    const broken = await takeOne(write('broken.md', '---\ntitle: [a\n---\ntext'))
    assert.match(broken.error!, /the front matter cannot be read/)
  })

  test('two files with the id of one article are two languages of it', async () => {
    const [english, german] = await take([
      write('900000001-Water.html', '<h1>Water</h1><p>Daily.</p>'),
      write('de/900000001-Wasser.md', '---\nlocale: de\n---\n# Wasser\n\nTäglich.'),
    ])
    assert.equal(english!.articleId, german!.articleId)
    const { title, translated_content } = await articleOf(english!)
    assert.deepEqual([title, translated_content.de.title], ['Water', 'Wasser'])
  })

  test('options name author, collection, state and the site of relative addresses', async () => {
    const { id } = (await client.post('/help_center/collections', { name: 'Imported' })).body
    const admin = (await client.post('/parley/admins', { name: 'Ada', email: 'ada.import@example.com' })).body
    const path = write(
      'options.html',
      '<h1>Options</h1><p><a href="../other">Other</a><img src="/script.png" alt="S"></p>',
    )
    const report = await takeOne(path, {
      author: Number(admin.id),
      collection: Number(id),
      state: 'published',
      base: `${site}/docs/page`,
    })
    const article = await articleOf(report)
    assert.deepEqual(
      [article.author_id, article.parent_ids, article.state],
      [Number(admin.id), [Number(id)], 'published'],
    )
    assert.match(article.body, new RegExp(`<a href="${site}/other"`))
    assert.deepEqual(report.lost, ['the picture /script.png: the file is no PNG, JPEG, GIF or WebP'])
  })

  test('a dry run tells the same and writes nothing', async () => {
    const path = write('dry.md', '# Dry\n\nText')
    const count = async () => (await client.get('/articles')).body.total_count
    const before = await count()
    const dry = await takeOne(path, { dryRun: true })
    assert.deepEqual([dry.outcome, dry.taken, await count()], ['created', ['1 word'], before])
    assert.equal((await takeOne(path)).outcome, 'created')
  })

  test('files that are no articles are told, and the others are taken', async () => {
    const reports = await take([
      write('a.txt', 'text'),
      write('empty.html', ' '),
      write('marks.md', '*a_ '.repeat(20_000)),
      write('long.html', `<p>${'x'.repeat(1_000_001)}`),
      write('good.md', 'Only a paragraph'),
    ])
    assert.deepEqual(
      reports.map(({ outcome }) => outcome),
      ['failed', 'failed', 'failed', 'failed', 'created'],
    )
    assert.deepEqual([reports[4]!.title, reports[2]!.error], ['Good', 'A paragraph of the Markdown has too many marks'])
  })
})
