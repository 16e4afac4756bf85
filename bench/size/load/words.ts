/** Message texts: sentences made of a support inbox's words, the same in every run. */
import type { Pool } from '../../../server/db/pool.ts'
import { randomFrom } from '../../../server/test/random.ts'

/** In so many of a workspace's conversations, and nowhere else. */
export const FREQUENT_WORD = { word: 'refund', share: 0.2 }
export const UNCOMMON_WORD = { word: 'chargeback', share: 0.01 }
/** In about twenty conversations each. */
export const RARE_WORDS = 'zeppelin quokka xylophone marzipan axolotl bassoon kumquat obelisk tamarind yodelling'.split(
  ' ',
)

const WORDS = `
  the to and i my is it a you we for on of in not can with have this our when that please do but be are from thanks an
  account order how was get your after there order email page again if since still only now password could just would
  login delivery address still week button box shows error screen trying yesterday update invoice changed setting today
  card payment team plan works tried name number customer customers report export link open opened see seen message help
  wrong right old new first last next month morning app phone browser reset code access list import file files user users
  data date time table chart search result results filter filters tag tags contact contacts company companies
  subscription upgrade downgrade cancel trial price discount tax country currency receipt billing bank transfer late
  early missing broken slow fast loading crash freeze blank white dark mode theme color font language translation english
  german french spanish integration webhook endpoint token key secret permission role admin owner member invite invited
  domain dns record certificate security privacy policy terms contract renewal quote offer seat seats limit limits quota
  storage backup restore delete deleted archive archived merge merged duplicate duplicates copy paste print pdf image
  video audio upload download attach attachment size format template campaign newsletter unsubscribe bounce spam inbox
  folder rule rules workflow automation schedule calendar meeting call voice recording transcript note notes comment
  comments mention notification notifications alert sound desktop mobile tablet android iphone windows mac linux chrome
  safari firefox edge version release beta feature request roadmap feedback survey rating review star shipping warehouse
  parcel courier tracking customs return exchange warranty repair replacement part parts manual instructions assembly
  color black blue green red small medium large extra set pair bottle bag beans grinder filter paper kettle cup mug`
  .trim()
  .split(/\s+/)

const PHRASES = 3000
const BODIES = 4000

/** bench.phrases, of 4 to 17 words; bench.bodies, paragraphs of 10 to 60. Both are numbered from 0. */
export async function insertWords(db: Pool): Promise<void> {
  const next = randomFrom(2_718_281).next
  const word = () => WORDS[Math.floor(next() ** 2 * WORDS.length)]!
  const phrase = (words: number) => Array.from({ length: words }, word).join(' ')
  const some = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const phrases = Array.from({ length: PHRASES }, (_, i) => ({ i, text: phrase(some(4, 17)) }))
  const bodies = Array.from({ length: BODIES }, (_, i) => ({ i, text: `<p>${phrase(some(10, 60))}.</p>` }))
  await db`create table bench.phrases (i int primary key, text text)`
  await db`create table bench.bodies (i int primary key, text text)`
  await db`insert into bench.phrases ${db(phrases, 'i', 'text')}`
  await db`insert into bench.bodies ${db(bodies, 'i', 'text')}`
  await db`analyze bench.phrases, bench.bodies`
}

export const [phrases, bodies] = [PHRASES, BODIES]
