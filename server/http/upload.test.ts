import assert from 'node:assert/strict'
import { open } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { readForm, type UploadedFile } from './upload.ts'

const headers = { 'content-type': 'multipart/form-data; boundary=x' }
const rule = { field: 'catalog', mostBytes: 4000 }
const part = (name: string, value: string, file = '') =>
  `--x\r\nContent-Disposition: form-data; name="${name}"${file && `; filename="${file}"`}\r\n\r\n${value}\r\n`

const given = (sent: string) => {
  const source = new PassThrough()
  source.end(`${sent}--x--\r\n`)
  return readForm(source, headers, rule)
}

test('a form is read in any order of its fields, and its file as often as it is asked for', async () => {
  for (const sent of [
    part('catalog', '[1]', 'a.json') + part('finalize', 'false'),
    part('finalize', 'false') + part('catalog', '[1]', 'a.json'),
  ]) {
    const form = await given(sent)
    const { catalog, ...fields } = form.fields
    const file = catalog as UploadedFile
    assert.deepEqual(
      [fields, file.truncated, await text(file.open()), await text(file.open())],
      [{ finalize: 'false' }, false, '[1]', '[1]'],
    )
    await form.close()
  }
})

test('a file that is too long is told as such; another file is left out', async () => {
  const form = await given(part('other', 'x', 'b') + part('catalog', 'y'.repeat(4001), 'a'))
  assert.deepEqual(Object.keys(form.fields), ['catalog'])
  assert.equal((form.fields['catalog'] as UploadedFile).truncated, true)
  await form.close()
})

test('two parts of the name of the file, and more files than it and another, are refused', async () => {
  const file = part('catalog', '[1]', 'a')
  const once = { status: 400, code: 'parameter_invalid', message: 'The form must have catalog once' }
  for (const sent of [
    file + file,
    part('other', 'x', 'b') + file + file,
    file + part('catalog', '[2]'),
    part('catalog', '[2]') + file,
  ])
    await assert.rejects(given(sent), sent.includes('other') ? { status: 400, code: 'parameter_invalid' } : once)
  await assert.rejects(given(part('a', 'x', 'a') + part('b', 'x', 'b') + file), { status: 400 })
})

test('a field with the name that no value can have is refused', async () => {
  await assert.rejects(given(part('catalog', '[1]', 'a') + part('__proto__', 'x')), {
    status: 400,
    code: 'parameter_invalid',
    message: 'Nothing in the form can be named __proto__',
  })
})

test('a form that goes on beyond its length is refused, whatever its parts are', async () => {
  for (const name of ['other', 'catalog']) {
    const sent = part(name, 'y'.repeat(6000), 'b')
    await assert.rejects(given(sent), { status: 413, code: 'payload_too_large' })
  }
})

test('a client that goes away amid its file is waited for no longer', { timeout: 5000 }, async () => {
  const source = new PassThrough()
  source.write(part('catalog', 'begun', 'a').slice(0, -2))
  const reading = readForm(source, headers, rule)
  setTimeout(() => source.destroy(new Error('aborted')), 50)
  await assert.rejects(reading, { status: 400, code: 'bad_request' })
})

test('a disk that is full at the last bytes of a file is told as such', async (t) => {
  const handle = await open('/dev/null')
  t.mock.method(Object.getPrototypeOf(handle), 'writeFile', async (file: PassThrough) => {
    for await (const _ of file);
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  })
  await handle.close()
  await assert.rejects(given(part('catalog', '[]', 'a.json')), { status: 503, message: 'Failed to store catalog' })
})
