import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeDocument } from './charset.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding)
const meta = (name: string) => `<html><head><meta http-equiv=Content-Type content="text/html; charset=${name}">`

test('bytes without a name are UTF-8, and windows-1252 where they cannot be that', () => {
  assert.deepEqual(decodeDocument(bytes('für „ €')), { text: 'für „ €', encoding: 'utf-8', isWhole: true })
  const old = decodeDocument(Buffer.from([0x66, 0xfc, 0x72, 0x20, 0x84, 0x80, 0x94]))
  assert.deepEqual(old, { text: 'für „€”', encoding: 'windows-1252', isWhole: true })
})

test('a byte order mark goes before all, and is no text', () => {
  assert.equal(decodeDocument(bytes(`\ufeff${meta('windows-1252')}ü`)).text, `${meta('windows-1252')}ü`)
  assert.equal(decodeDocument(Buffer.concat([Buffer.from([0xff, 0xfe]), bytes('Ж', 'utf16le')])).text, 'Ж')
  assert.equal(decodeDocument(Buffer.from([0xfe, 0xff, 0x04, 0x16])).text, 'Ж')
})

test('the encoding that a meta element names is used, whatever its quotes and its alias', () => {
  const inCp1251 = Buffer.concat([bytes(meta('cp1251')), Buffer.from([0xc6])])
  assert.match(decodeDocument(inCp1251).text, /Ж$/)
  const latin = Buffer.concat([bytes('<meta charset="iso-8859-1">'), Buffer.from([0x80])])
  assert.match(decodeDocument(latin).text, /€$/)
  assert.match(
    decodeDocument(Buffer.concat([bytes("<META charset='shift_jis'>"), Buffer.from([0x8c, 0x46])])).text,
    /熊$/,
  )
})

test('a name that is wrong or unknown does not spoil the text', () => {
  for (const name of ['us-nothing', 'utf-16', 'utf-8']) assert.match(decodeDocument(bytes(`${meta(name)}ü`)).text, /ü$/)
  const wrong = Buffer.concat([bytes(meta('utf-8')), Buffer.from([0xfc])])
  assert.deepEqual([decodeDocument(wrong).encoding, decodeDocument(wrong).text.at(-1)], ['windows-1252', 'ü'])
})

test('Markdown is UTF-8 although it shows a meta element', () => {
  const markdown = '# Über uns\n\n`<meta charset=windows-1252>`'
  assert.equal(decodeDocument(bytes(markdown), 'markdown').text, markdown)
  const old = Buffer.from(markdown, 'latin1')
  assert.deepEqual(decodeDocument(old, 'markdown'), { text: markdown, encoding: 'windows-1252', isWhole: true })
})
