import assert from 'node:assert/strict'
import { test } from 'node:test'
import { redactorOf } from './redact.ts'

test('secrets are taken out wherever they stand, however they are written', () => {
  const redact = redactorOf([
    { name: 'Authorization', value: 'Bearer k"ey/1234' },
    { name: 'Content-Type', value: 'application/json' },
  ])
  assert.equal(redact('k"ey/1234 k\\"ey/1234 k%22ey%2F1234 application/json'), '**** **** **** application/json')
  for (const written of [
    'k\\"ey\\/1234',
    'k\\u0022ey\\u002F1234',
    'k\\u0022ey\\u002f1234',
    'k%22ey%2f1234',
    'k&quot;ey/1234',
    'k&#34;ey&#x2F;1234',
  ])
    assert.equal(redact(`<${written}>`), '<****>', written)
})

const basic = (text: string) => Buffer.from(text).toString('base64')
const FORMS = [
  ['base64', basic],
  ['base64 without padding', (text: string) => basic(text).replaceAll('=', '')],
  ['base64url', (text: string) => Buffer.from(text).toString('base64url')],
  ['base64 in an address', (text: string) => encodeURIComponent(basic(text))],
  [
    'base64 in JSON with escapes',
    (text: string) =>
      basic(text)
        .replaceAll('/', String.raw`\/`)
        .replaceAll('=', String.raw`\u003d`),
  ],
] as const

for (const [form, encode] of FORMS)
  test(`a secret is taken out of ${form}, wherever it stands in the encoded text`, () => {
    for (const secret of [
      'hush',
      'hush!',
      'hush-hush',
      'k?>~key~<?k',
      'schlüssel',
      'a'.repeat(40),
      'abc'.repeat(700),
    ]) {
      const redact = redactorOf([{ name: 'X-Key', value: secret }])
      for (const before of ['', 'u', 'us', 'user:'])
        for (const after of ['', ',', ',b', ', c']) {
          const encoded = encode(before + secret + after)
          const redacted = redact(`{"echo":"${encoded}"}`)
          assert.match(redacted, /\*\*\*\*/, `${secret} in ${encoded}`)
          const left = redacted
            .slice(9, -2)
            .split('****')
            .map((text) => Buffer.from(decodeURIComponent(JSON.parse(`"${text}"`)), 'base64').toString())
          assert.ok(left.join('').length <= before.length + after.length, `${redacted} of ${before + secret + after}`)
        }
    }
  })

test('credentials of Basic are taken out as they are sent, and as they are decoded', () => {
  const word = basic('depot:hush:hush')
  for (const redact of [
    redactorOf([{ name: 'Authorization', value: `Basic ${word}` }]),
    redactorOf([{ name: 'X-Key', value: word.replaceAll('=', '') }]),
    redactorOf([], [word]),
  ]) {
    assert.equal(
      redact(`${word} depot:hush:hush {"user":"depot","password":"hush:hush"}`),
      '**** **** {"user":"depot","password":"****"}',
    )
    assert.equal(redact(`Basic ${word}`).includes(word), false)
  }
})

test('a key that is the user of Basic credentials, without a password, is taken out', () => {
  const redact = redactorOf([{ name: 'Authorization', value: `Basic ${basic('live-key:')}` }])
  assert.equal(redact('live-key live'), '**** live')
})

test('text that is no secret stays, in base64 as well', () => {
  const redact = redactorOf([{ name: 'Authorization', value: 'Bearer password' }], ['0123456789abcdef'])
  const plain = `${basic('an ordinary text, which nobody hides')} passwd 0123456789 QmVhcmVy`
  assert.equal(redact(plain), plain)
})
