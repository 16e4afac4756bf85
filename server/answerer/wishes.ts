/**
 * Wishes that the words of a message show, without a language model: in English, and only where the words are plain. A
 * session ends by them, so that a message which may say more is left to the content.
 */

const KIND = '(?:real |live |actual |human |support )*'
const BARE = '(?:human|person|representative|agent|teammate|advisor|operator)'
const SOMEBODY = `(?:someone|somebody|(?:an? )?${KIND}${BARE})`
const TALK = '(?:talk|speak|chat|(?:connect|transfer|put|hand) (?:me|us)(?: over| through)?|escalate(?: this| it)?)'
const HUMAN = [
  new RegExp(`\\b${TALK} (?:to|with) ${SOMEBODY}\\b`),
  new RegExp(`^(?:please,? )?(?:the )?${SOMEBODY}(?:,? please)?[.!]*$`),
  /^(?:sorry,? |no,? )?(?:that|this|it) (?:did not|didn't|does not|doesn't) help(?: me)?[.!]*$/,
]

const THANKS =
  '(?:many )?(?:thanks|thank you|cheers)(?: (?:a lot|so much|very much|again|fin|for (?:your|the) (?:quick )?help))*'
const WORKED =
  '(?:that|this|it) (?:helped|helps|works|worked|solved it|answers (?:it|my question))(?: (?:me|a lot|now|perfectly))*'
const CLAUSE = `(?:ok(?:ay)?|yes|great|perfect|solved|got it|all good|${THANKS}|${WORKED})`
/** Every word belongs to a clause: a sentence after the thanks may be the next question. */
const DONE = new RegExp(`^${CLAUSE}(?:[,.!]*(?: and)? ${CLAUSE})*[.!]*$`)
/** The answer to a question of the agent. */
const AGREED = /^(?:(?:ok(?:ay)?|yes)[ ,.!]*)+$/

const plain = (text: string) => text.toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim()

/** A longer message has more to say than a wish. */
const LONGEST = 500

export const wantsHuman = (text: string): boolean => {
  const words = plain(text).slice(0, LONGEST)
  return HUMAN.some((pattern) => pattern.test(words))
}

export const isSatisfied = (text: string): boolean => {
  const words = plain(text)
  return words.length <= LONGEST && DONE.test(words) && !AGREED.test(words)
}
