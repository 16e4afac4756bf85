import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pathOf, siteScene } from './test-scene.ts'

const site = await siteScene(['en', 'ar'])
const { client, get, submit, write } = site
const article = await write({ title: 'Clean the burrs', body: '<p>Use a brush.</p>' })
const path = pathOf(article.url)

const statistics = async (id: string = article.id) => (await client.get(`/articles/${id}`)).body.statistics
test('a reaction counts in the statistics of the article, once for a reader, with the last answer', async () => {
  const first = await submit(`${path}/reaction`, { helped: 'yes' })
  assert.deepEqual([first.statusCode, first.headers.location], [303, `${path}?feedback=yes#feedback`])
  const set = String(first.headers['set-cookie'])
  assert.match(set, /^parley_reader=[0-9a-f-]{36}; Path=\/help\/\w+; Max-Age=31536000; HttpOnly; SameSite=Lax$/)
  const cookie = set.split(';')[0]!
  assert.partialDeepStrictEqual(await statistics(), { reactions: 1, happy_reaction_percentage: 100 })
  const again = await submit(`${path}/reaction`, { helped: 'yes' }, { cookie })
  assert.equal(again.headers['set-cookie'], undefined)
  const changed = await submit(`${path}/reaction`, { helped: 'no' }, { cookie: `theme=x; ${cookie}` })
  assert.equal(changed.headers.location, `${path}?feedback=no#feedback`)
  assert.partialDeepStrictEqual(await statistics(), { reactions: 1, sad_reaction_percentage: 100 })
  await Promise.all([1, 2, 3].map(() => submit(`${path}/reaction`, { helped: 'yes' }, { cookie })))
  await submit(`${path}/reaction`, { helped: 'yes' }, { cookie: "parley_reader='; drop table articles" })
  assert.partialDeepStrictEqual(await statistics(), { reactions: 2, happy_reaction_percentage: 100 })
})

test('the page thanks for a yes, and asks after a no', async () => {
  assert.match((await get(`${path}?feedback=yes`)).payload, /Thanks for telling us/)
  assert.match((await get(`${path}?feedback=no`)).payload, /<textarea [^>]*name="message"/)
  assert.match((await get(`${path}?feedback=sent`)).payload, /Your message was sent/)
  assert.match((await get(`${path}?feedback=<b>`)).payload, /Did this answer your question/)
})

test('words of a visitor begin a conversation of a lead, which names the article', async () => {
  const sent = await submit(`${path}/message`, { message: ' Where is the <b>brush</b>? ', email: 'Ada@example.com' })
  assert.deepEqual([sent.statusCode, sent.headers.location], [303, `${path}?feedback=sent#feedback`])
  const { conversations } = (await client.get('/conversations')).body
  assert.equal(conversations.length, 1)
  const { source, contacts } = conversations[0]
  assert.equal(source.url, article.url)
  assert.match(source.body, /Where is the/)
  const lead = (await client.get(`/contacts/${contacts.contacts[0].id}`)).body
  assert.partialDeepStrictEqual(lead, { role: 'lead', email: 'Ada@example.com' })
  assert.equal((await statistics()).conversations, 1)

  await submit(`${path}/message`, { message: 'Again', email: 'ada@example.com' })
  await submit(`${path}/message`, { message: 'Nobody' })
  const all = (await client.get('/conversations')).body.conversations
  assert.equal(new Set(all.map((one: any) => one.contacts.contacts[0].id)).size, 3)
})

test('nobody writes as a contact by naming the e-mail of one', async () => {
  const other = await siteScene(['en'])
  const { url } = await other.write({ title: 'Descale' })
  for (const known of [
    { role: 'user', external_id: 'grace', email: 'grace@example.com' },
    { role: 'lead', email: 'lin@example.com' },
  ]) {
    const { id } = (await other.client.post('/contacts', known)).body
    await other.submit(`${pathOf(url)}/message`, { message: 'Refund all', email: known.email })
    const { conversations } = (await other.client.get('/conversations')).body
    assert.partialDeepStrictEqual(conversations[0].source.author, { email: known.email })
    assert.notEqual(conversations[0].contacts.contacts[0].id, id)
  }
})

test('a message without words, or with an e-mail that is none, comes back as it was written', async () => {
  const other = await siteScene(['en'])
  const { url } = await other.write({ title: 'Descale' })
  const reply = await other.submit(`${pathOf(url)}/message`, { message: '  ', email: 'no "mail' })
  assert.equal(reply.statusCode, 422)
  assert.match(reply.payload, /Write a few words/)
  assert.match(reply.payload, /This is not an e-mail address/)
  assert.match(reply.payload, /value="no &#x22;mail"/)
  assert.match(reply.payload, /<textarea[^>]* aria-invalid="true" autofocus/)
  assert.equal(reply.payload.match(/ autofocus/g)?.length, 1)
  const late = await other.submit(`${pathOf(url)}/message`, { message: 'Words', email: 'no mail' })
  assert.match(late.payload, /<input[^>]* aria-invalid="true" autofocus[^>]* name="email"/)
  assert.deepEqual((await other.client.get('/conversations')).body.conversations, [])
})

test('an answer that is neither yes nor no counts for nothing', async () => {
  const other = await siteScene(['en'])
  const { id, url } = await other.write({ title: 'Descale' })
  for (const form of [{}, { helped: 'maybe' }]) {
    const reply = await other.submit(`${pathOf(url)}/reaction`, form as Record<string, string>)
    assert.deepEqual(
      [reply.statusCode, reply.headers.location, reply.headers['set-cookie']],
      [303, pathOf(url), undefined],
    )
  }
  assert.equal((await other.client.get(`/articles/${id}`)).body.statistics.reactions, 0)
})

test('odd forms are no error of the server', async () => {
  const payloads = ['', 'a', '%', 'message=%00', 'message=%ED%A0%80&email=%FF', `message=${'x'.repeat(60_000)}`]
  for (const payload of payloads)
    for (const form of ['reaction', 'message'])
      for (const type of [
        'application/x-www-form-urlencoded',
        'application/json',
        'text/plain',
        'multipart/form-data',
      ]) {
        const { statusCode } = await site.app.inject({
          method: 'POST',
          url: `${path}/${form}`,
          headers: { 'content-type': type },
          payload,
          remoteAddress: `10.0.${payloads.indexOf(payload)}.${type.length}`,
        })
        assert.ok(statusCode < 500, `${type} ${payload.slice(0, 20)}: ${statusCode}`)
      }
  const large = await submit(`${path}/message`, { message: 'x'.repeat(100_000) })
  assert.equal(large.statusCode, 413)
})

test("another site's page cannot send the forms", async () => {
  const before = await statistics()
  for (const fetched of ['cross-site', 'same-site']) {
    const reply = await submit(`${path}/reaction`, { helped: 'yes' }, { 'sec-fetch-site': fetched })
    assert.equal(reply.statusCode, 403)
  }
  for (const origin of ['http://evil.example', 'null', 'http://localhost:1']) {
    const reply = await submit(`${path}/reaction`, { helped: 'yes' }, { origin, host: 'localhost' })
    assert.equal(reply.statusCode, 403, origin)
  }
  assert.deepEqual(await statistics(), before)
  const own = { origin: 'https://help.example:8443', host: 'help.example:8443' }
  assert.equal((await submit(`${path}/reaction`, { helped: 'yes' }, own)).statusCode, 303)
})

test('words of a visitor arrive whole, with their line breaks, whatever signs are in them', async () => {
  const other = await siteScene(['en'])
  const { url } = await other.write({ title: 'Descale' })
  const message = 'if temp a<b then 5 < 6 & <none> & &amp; line1\r\n"line2"'
  for (const path of [pathOf(url), `${other.base}/en/contact`]) {
    await other.submit(`${path}/message`, { message })
    const [{ id }] = (await other.client.get('/conversations')).body.conversations
    const { source } = (await other.client.get(`/conversations/${id}?display_as=plaintext`)).body
    assert.equal(source.body, message.replace('\r\n', '\n'))
  }
})

test('a message that is too long is refused with a sentence, and comes back whole', async () => {
  const other = await siteScene(['en'])
  const { url } = await other.write({ title: 'Descale' })
  const longest = `${'x'.repeat(2499)}\r\n${'y'.repeat(2500)}`
  assert.equal((await other.submit(`${pathOf(url)}/message`, { message: longest })).statusCode, 303)
  const reply = await other.submit(`${pathOf(url)}/message`, { message: `${longest}z` })
  assert.equal(reply.statusCode, 422)
  assert.match(reply.payload, /At most 5,000 characters/)
  assert.match(reply.payload, /x\ny+z<\/textarea>/)
  const email = `${'a'.repeat(250)}@example.com`
  const wrong = await other.submit(`${pathOf(url)}/message`, { message: 'Hello', email })
  assert.equal(wrong.statusCode, 422)
  assert.ok(wrong.payload.includes(`value="${email}"`))
})

test('the page of the contact form makes a conversation of a lead', async () => {
  const other = await siteScene(['en', 'ar'])
  const page = `${other.base}/en/contact`
  const shown = await other.get(page)
  assert.match(shown.payload, /<label for="message">/)
  assert.match(shown.payload, /noindex/)
  const refused = await other.submit(`${page}/message`, { message: '', email: 'ada@example.com' })
  assert.equal(refused.statusCode, 422)
  assert.match(refused.payload, /value="ada@example.com"/)
  const sent = await other.submit(`${page}/message`, { message: 'Hello', email: 'ada@example.com' })
  assert.deepEqual([sent.statusCode, sent.headers.location], [303, `${page}?feedback=sent`])
  assert.match((await other.get(`${page}?feedback=sent`)).payload, /role="status">Your message was sent/)
  const [{ source, contacts }] = (await other.client.get('/conversations')).body.conversations
  assert.equal(source.url, `http://localhost${page}`)
  const lead = (await other.client.get(`/contacts/${contacts.contacts[0].id}`)).body
  assert.partialDeepStrictEqual(lead, { role: 'lead', email: 'ada@example.com' })
  for (const path of ['/en', pathOf(other.shelf.url).slice(other.base.length), '/en/search?q=zzzxq', '/en/nothing'])
    assert.ok((await other.get(other.base + path)).payload.includes(`href="${page}"`), path)
})

test('the address of a form, opened as a page, leads back to the page of the form', async () => {
  for (const page of [path, `${site.base}/en/contact`])
    for (const form of page === path ? ['reaction', 'message'] : ['message']) {
      const reply = await get(`${page}/${form}`)
      assert.deepEqual([reply.statusCode, reply.headers.location], [303, page])
    }
})

test('a visitor who answered before is thanked, and not asked again', async () => {
  const { url } = await write({ title: 'Descale' })
  const answered = await submit(`${pathOf(url)}/reaction`, { helped: 'no' })
  const cookie = String(answered.headers['set-cookie']).split(';')[0]!
  const again = await get(url, { cookie })
  assert.match(again.payload, /Thanks for telling us/)
  assert.doesNotMatch(again.payload, /Did this answer|noindex/)
  assert.match((await get(path, { cookie })).payload, /Did this answer your question/)
})

test('a network sends five messages in ten minutes, and others are not held back by it', async () => {
  const other = await siteScene(['en'])
  const { url } = await other.write({ title: 'Descale' })
  const send = (remoteAddress: string, message = 'Hello', page = pathOf(url)) =>
    other.app.inject({
      method: 'POST',
      url: `${page}/message`,
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ message }).toString(),
      remoteAddress,
    })
  const statuses = []
  for (const message of ['', ' ', 'One', 'x'.repeat(5001), 'Two', 'Three', 'Four', '', 'Five'])
    statuses.push((await send('203.0.113.7', message)).statusCode)
  assert.deepEqual(statuses, [422, 422, 303, 422, 303, 303, 303, 422, 303], 'messages that are refused do not count')
  for (const page of [pathOf(url), `${other.base}/en/contact`]) {
    const sixth = await send('203.0.113.7', 'The sixth & last', page)
    assert.equal(sixth.statusCode, 429)
    assert.match(sixth.payload, /role="alert">Too many messages/)
    assert.match(sixth.payload, /The sixth &#x26; last<\/textarea>/)
  }
  assert.equal((await send('203.0.113.8')).statusCode, 303)
})
