/** The demo's help center on a server of its own, with a long article and one that is read from right to left. */
import { fillDemo } from '../server/demo/fill.ts'
import { testApp, testSecrets, type Client } from '../server/test/app.ts'

export interface Scene {
  origin: string
  client: Client
  adminId: number
  /** Addresses of pages by their kind, without the origin. */
  pages: Record<
    'home' | 'collection' | 'article' | 'long' | 'search' | 'nothing' | 'missing' | 'asked' | 'contact',
    string
  >
  /** The same for pages that are read from right to left. */
  fromRight: Record<'home' | 'article' | 'missing' | 'contact', string>
  /** The address of the help center. */
  base: string
}

let made: Promise<Scene> | undefined

export const demoScene = (): Promise<Scene> => (made ??= makeScene())

async function makeScene(): Promise<Scene> {
  const { app, db, clock, workspace, client: clientOf } = await testApp({ own: true })
  await fillDemo(db, workspace.id, clock, testSecrets)
  const client = clientOf({ version: 'Preview' })
  const [{ id, identifier, locales }] = (await client.get('/parley/help_centers')).body.data
  await client.put(`/parley/help_centers/${id}`, {
    custom_domain: null,
    website_turned_on: true,
    locales: [...new Set([...locales, 'ar'])],
  })
  const shelf = await collectionOf(client)
  const article = { author_id: workspace.adminId, state: 'published', parent_ids: [shelf.id] }
  const long = await post(client, {
    ...article,
    title: 'Every part of a page in one article',
    description: 'Headings, lists, a table, code, a picture and a callout',
    body: LONG,
    translated_content: { ar: { title: 'كل أجزاء الصفحة', state: 'published', body: ARABIC } },
  })
  const short = await post(client, { ...article, title: 'A short answer', body: '<p>Yes.</p>' })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as { port: number }
  const base = `/help/${identifier}`
  return {
    origin: `http://127.0.0.1:${port}`,
    client,
    adminId: workspace.adminId,
    base,
    pages: {
      home: `${base}/en`,
      collection: place(shelf.url),
      article: place(short.url),
      long: place(long.url),
      search: `${base}/en/search?q=machine`,
      nothing: `${base}/en/search?q=zzzxq`,
      missing: `${base}/en/articles/9999-cleaning-the-machine`,
      asked: `${place(short.url)}?feedback=no#feedback`,
      contact: `${base}/en/contact`,
    },
    fromRight: {
      home: `${base}/ar`,
      article: place(long.translated_content.ar.url),
      missing: `${base}/ar/nothing`,
      contact: `${base}/ar/contact`,
    },
  }
}

const place = (url: string): string => new URL(url).pathname

const collectionOf = async (client: Client): Promise<any> => {
  const { data } = (await client.get('/help_center/collections')).body
  return data.find((one: any) => one.parent_id === null)
}

async function post(client: Client, article: object): Promise<any> {
  const { status, body, text } = await client.post('/articles', article)
  if (status !== 200) throw new Error(text)
  return body
}

const LONG = `
  <p>Plan <b>twenty minutes</b>. You need <a href="https://example.com/water">soft water</a> and <kbd>Enter</kbd>.</p>
  <div class="intercom-interblocks-callout" style="background-color: #d7efdc; border-color: #1b811b33;"><p>Keep the box.</p></div>
  <div class="intercom-interblocks-callout" style="background-color: #feedaf; border-color: #fbc91633;"><p>Never open the valve.</p></div>
  <h1>Unpack</h1><ul><li>Locks<ul><li>Under the tray</li></ul></li></ul>
  <img src="https://example.com/machine.png" alt="The machine from the side" width="1280" height="720">
  <h2>Fill</h2><ol><li>Fill the <code>tank</code>.</li><li>Rinse it.</li></ol>
  <pre><code>parley machine status --serial BX-2400 --verbose --format json --output /tmp/a-file-with-a-long-name.json --wait</code></pre>
  <h2>Settings</h2>
  <table><tbody><tr><th>Drink</th><th>Grind</th><th>Temperature</th><th>Time</th><th>Pressure</th><th>Remarks</th></tr>
  <tr><td>Espresso</td><td>2</td><td>93 °C</td><td>28 s</td><td>9 bar</td><td>Donaudampfschifffahrtsgesellschaftskapitän</td></tr></tbody></table>
  <p style="text-align: center">In the middle</p><blockquote><p>A good shot is patient.</p></blockquote>
  <h3>Questions</h3><details><summary>Bottled water?</summary><p>Yes.</p></details><hr><p>Still stuck? Write to us.</p>`

const ARABIC = `<h2>قبل أن تبدأ</h2><p>املأ الخزان ثم اضغط <b>تشغيل</b>.</p><h2>الخطوات</h2>
  <ol><li>اغسل الخزان</li></ol><table><tbody><tr><th>الإعداد</th><th>القيمة</th></tr><tr><td>الحرارة</td><td>93</td></tr></tbody></table>
  <pre><code>npm start</code></pre>`
