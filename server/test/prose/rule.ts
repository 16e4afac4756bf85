/**
 * The rule for our sentences: each begins with a noun from the code or with an imperative verb.
 *
 * A program cannot tell a noun from a verb. It can tell the openings that led to sentences which only their writers
 * understood: a clause with "what", "who", "whoever", "those", "how" or "of …" as its subject.
 */

const OPENING = /^((what|who|whom|whose|which)(ever)?|those|of|how|whether)\b/i
const SUBJECT = /[;:] ((what|who)(ever)?|those)\b/i

/** Sentences that are names: of a heading in the field's own words, or of a term that is explained. */
const QUOTED = /^["“`]/

/** @param text a comment, title, message or paragraph, without its marks
 *  @returns the sentences that break the rule */
export function unclear(text: string): string[] {
  return sentencesOf(text).filter(
    (sentence) => !QUOTED.test(sentence) && (OPENING.test(sentence) || SUBJECT.test(sentence)),
  )
}

/** Splits at a full stop, question mark or exclamation mark before a capital letter. */
function sentencesOf(text: string): string[] {
  return text
    .replaceAll(/\s+/g, ' ')
    .split(/(?<=[.!?])\s+(?=\p{Lu}|["“`])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}
