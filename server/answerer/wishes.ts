/** Wishes that the words of a message show, without a language model: in English, and only where they are plain. */

const SOMEBODY = '(?:human|person|someone|somebody|agent|representative|teammate|advisor|operator)'
const HUMAN = [
  new RegExp(`\\b(?:talk|speak|chat|connect|transfer|escalate|hand|get|put)\\b.{0,40}\\b${SOMEBODY}\\b`),
  new RegExp(`^(?:a |an |the )?(?:real |live |human )*${SOMEBODY}(?:,? please)?[.!]*$`),
  /\b(?:that|this|it) (?:did not|didn't|does not|doesn't) help\b/,
]
const DONE = [
  /^(?:ok(?:ay)?,? |great,? |perfect,? |yes,? )*(?:thanks|thank you|cheers)\b[^?]{0,40}$/,
  /^(?:yes,? )?(?:that|this|it) (?:helped|helps|works|worked|answers (?:it|my question)|solved it)\b[^?]{0,40}$/,
  /^(?:great|perfect|solved|got it|all good)[^?]{0,20}$/,
]

const among = (patterns: RegExp[], text: string) => {
  const plain = text.toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim().slice(0, 500)
  return patterns.some((pattern) => pattern.test(plain))
}

export const wantsHuman = (text: string): boolean => among(HUMAN, text)
export const isSatisfied = (text: string): boolean => among(DONE, text)
