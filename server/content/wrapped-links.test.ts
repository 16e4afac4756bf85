import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanHtml } from './content.ts'
import { markdownToHtml } from './from-markdown.ts'

const linkOf = (html: string) => /href="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
const linked = (address: string) =>
  linkOf(cleanHtml(`<p><a href="${address.replaceAll('&', '&amp;')}">Here</a></p>`).html)

test('a link that an editor or a mail server wrapped leads to its target', () => {
  for (const [wrapped, target] of [
    [
      'https://www.google.com/url?q=https://example.com/a&sa=D&source=editors&ust=1700000000000&usg=AOv',
      'https://example.com/a',
    ],
    [
      'https://www.google.com/url?q=https%3A%2F%2Fexample.com%2Fa%3Fb%3D1%26c%3D2%23d&sa=D&ust=1',
      'https://example.com/a?b=1&c=2#d',
    ],
    ['https://google.co.uk/url?sa=t&url=https://example.com/b', 'https://example.com/b'],
    [
      'https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2Fc&data=05%7C01&sdata=x&reserved=0',
      'https://example.com/c',
    ],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Fd&h=AT1', 'https://example.com/d'],
    [
      'https://nam12.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%3A%2F%2Fexample.com%2Fe%26sa%3DD',
      'https://example.com/e',
    ],
  ] as const)
    assert.equal(linked(wrapped), target)
})

test('a wrapper around no address of the web stays, and so does a page that only looks like one', () => {
  for (const address of [
    'https://www.google.com/url?q=javascript:alert(1)&sa=D',
    'https://www.google.com/url?q=data:text/html,x',
    'https://www.google.com/url?sa=D',
    'https://www.google.com/url?q=/relative',
    'https://www.google.com/search?q=https://example.com/',
    'https://google.evil.example/url?q=https://example.com/',
    'https://www.google.com.evil.example/url?q=https://example.com/',
    'https://safelinks.protection.outlook.com.evil.example/?url=https://example.com/',
  ])
    assert.equal(linked(address), address)
})

test('the target is sanitised as any other address, and links of Markdown are unwrapped as well', () => {
  assert.equal(
    linked('https://www.google.com/url?q=https://example.com\\@evil.example/&sa=D'),
    'https://example.com/@evil.example/',
  )
  const { html } = markdownToHtml('[Here](https://www.google.com/url?q=https://example.com/a&sa=D)')
  assert.equal(linkOf(html), 'https://example.com/a')
})

test('an import sees the target of a wrapped link', () => {
  const seen: string[] = []
  cleanHtml('<a href="https://www.google.com/url?q=https://old.example/hc/en-us/articles/1&amp;sa=D">x</a>', {
    rewrite: (address) => void seen.push(address),
  })
  assert.deepEqual(seen, ['https://old.example/hc/en-us/articles/1'])
})

const wrap = (address: string) => `https://www.google.com/url?q=${encodeURIComponent(address)}`

test('wrappers are taken off five times, and the others stay', () => {
  const wrapped = Array.from({ length: 6 }).reduce<string>(wrap, 'https://example.com/a')
  assert.equal(linked(wrapped), wrap('https://example.com/a'))
})
