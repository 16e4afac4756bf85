import assert from 'node:assert/strict'
import { test } from 'node:test'
import { growsWithSize } from '../test/growth.ts'
import { isSatisfied, wantsHuman } from './wishes.ts'

const read = (text: string) => (wantsHuman(text) ? 'human' : isSatisfied(text) ? 'satisfied' : 'neither')

for (const [wish, messages] of Object.entries({
  satisfied: [
    'Thanks',
    'thank you so much!',
    'Great, thanks a lot!',
    'Thanks, that helped',
    'Thanks. It works now.',
    'OK, great, it helped',
    'That helped.',
    'Perfect!',
    'got it, cheers',
    'Many thanks for your help',
  ],
  human: [
    'human',
    'Human, please',
    'agent',
    'a real person please!',
    'Can I talk to a real person, please?',
    'I want to talk to a human',
    'let me speak with someone',
    'Connect me to an agent',
    'Please put me through to a teammate.',
    'It didn’t help',
  ],
  neither: [
    'Thanks but it still leaks',
    'Great, but it broke again',
    'OK thanks. My order never arrived',
    'thanks, where is my refund',
    'Thanks, not yet',
    'Thank you. Can I return it?',
    'it works only on Mondays',
    'great coffee wanted',
    'ok',
    'Yes, okay.',
    `Thanks. ${'It leaks. '.repeat(80)}`,
    'Can I transfer my subscription to another person?',
    'Where do I put the representative VAT number?',
    'How do I put a person on the invoice?',
    'Which agent handles imports?',
    'Do you connect the scale to the agent?',
    'It did not help my plants, which fertiliser does?',
  ],
}))
  test(`these messages show: ${wish}`, () => {
    assert.deepEqual(
      messages.map((text) => [text, read(text)]),
      messages.map((text) => [text, wish]),
    )
  })

for (const words of ['ok ', 'thanks again ', 'a real human ', 'yes, '])
  test(`a long message of "${words}" is read by work that grows as it does`, () =>
    growsWithSize((parts) => read(words.repeat(2000 * parts) + '?')))
