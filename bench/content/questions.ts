/** The kinds of questions that are measured; each asks other words every time. */
import type { Filled } from './fill.ts'
import type { Locale } from './vocabulary.ts'

export interface Question {
  name: string
  words(filled: Filled, n: number): string
}

/** Words by their place in the vocabulary, the most frequent first. */
const word = ({ vocabulary }: Filled, locale: Locale, place: number): string => vocabulary[locale][place]!
const rare = (n: number) => 3000 + ((n * 37) % 4000)
const common = (n: number) => n % 30

/** Two letters change places. */
const slipped = (text: string): string => text.slice(0, 2) + text[3] + text[2] + text.slice(4)

export const QUESTIONS: Question[] = [
  { name: 'a rare word', words: (filled, n) => word(filled, 'en', rare(n)) },
  { name: 'two rare words', words: (filled, n) => `${word(filled, 'de', rare(n))} ${word(filled, 'de', rare(n + 1))}` },
  { name: 'a common word', words: (filled, n) => word(filled, 'fr', common(n)) },
  {
    name: 'two common words',
    words: (filled, n) => `${word(filled, 'es', common(n))} ${word(filled, 'es', common(n + 7))}`,
  },
  {
    name: 'a common and a rare word',
    words: (filled, n) => `${word(filled, 'en', common(n))} ${word(filled, 'en', rare(n))}`,
  },
  {
    name: 'three common words',
    words: (filled, n) =>
      [common(n), common(n + 7), common(n + 11)].map((place) => word(filled, 'es', place)).join(' '),
  },
  { name: 'a title', words: ({ titles }, n) => titles[n % titles.length]! },
  { name: 'the beginning of a word', words: (filled, n) => word(filled, 'en', rare(n)).slice(0, 4) },
  { name: 'two letters', words: (filled, n) => word(filled, 'de', rare(n)).slice(0, 2) },
  { name: 'a part of a word', words: (filled, n) => word(filled, 'de', rare(n)).slice(2) },
  { name: 'a misspelt word', words: (filled, n) => slipped(word(filled, 'en', rare(n))) },
  { name: 'Japanese words', words: (filled, n) => word(filled, 'ja', rare(n)) },
  { name: 'nothing', words: (_, n) => `qzx${n}vvw` },
]
