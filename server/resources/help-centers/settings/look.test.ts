import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'

const app = await testApp()
const client = app.client()
const [{ id }] = (await client.get('/parley/help_centers')).body.data
const set = (look: object) => client.put(`/parley/help_centers/${id}`, look)

test('the look of a site is set and shown; null brings back what was before', async () => {
  const look = {
    logo_url: 'https://example.com/logo.svg',
    logo_dark_url: 'https://example.com/dark.svg',
    accent_color: '#7A1FA2',
    accent_color_dark: '#d9a7f0',
    theme: 'dark',
    header_text: { en: ' How can we help? ', 'pt-BR': 'Como podemos ajudar?' },
  }
  const { status, body } = await set(look)
  assert.equal(status, 200)
  assert.partialDeepStrictEqual(body, {
    ...look,
    accent_color: '#7a1fa2',
    header_text: { en: 'How can we help?', 'pt-BR': 'Como podemos ajudar?' },
  })
  assert.deepEqual((await client.get(`/parley/help_centers/${id}`)).body, body)
  assert.deepEqual((await set({ header_text: { en: null, fr: 'Bonjour' } })).body.header_text, {
    fr: 'Bonjour',
    'pt-BR': 'Como podemos ajudar?',
  })
  const cleared = await set({ logo_url: null, logo_dark_url: null, accent_color: null, accent_color_dark: null })
  assert.partialDeepStrictEqual(cleared.body, { logo_url: null, accent_color: null, accent_color_dark: null })
})

for (const [look, ratio] of [
  [{ accent_color: '#ffd60a' }, '1.3:1'],
  [{ accent_color: '#808080' }, '3.6:1'],
  [{ accent_color_dark: '#12705f' }, '2.8:1'],
] as const)
  test(`${JSON.stringify(look)} is refused with its contrast`, async () => {
    const { status, body } = await set(look)
    assert.deepEqual([status, body.errors[0].code, body.errors[0].field], [422, 'data_invalid', Object.keys(look)[0]])
    assert.ok(body.errors[0].message.includes(ratio), body.errors[0].message)
  })

for (const look of [
  { accent_color: 'red' },
  { accent_color: '#fff' },
  { accent_color: '#12345g' },
  { logo_url: 'javascript:alert(1)' },
  { logo_url: 'data:image/svg+xml,<svg/>' },
  { theme: 'sepia' },
])
  test(`${JSON.stringify(look)} is refused`, async () => {
    assert.equal((await set(look)).status, 400)
  })
