/**
 * Wishes that the words of a message show, without a language model: only where the words are plain. A session ends by
 * them, so that a message which may say more is left to the content. Patterns are of folded text.
 */
import { fold } from '../content/index/fold.ts'

const KIND = '(?:real |live |actual |human |support )*'
const BARE = '(?:human|person|representative|agent|teammate|advisor|operator)'
const SOMEBODY = `(?:someone|somebody|(?:an? )?${KIND}${BARE})`
const TALK = '(?:talk|speak|chat|(?:connect|transfer|put|hand) (?:me|us)(?: over| through)?|escalate(?: this| it)?)'
const MENSCH = '(?:(?:echten? )?mensch(?:en)?|mitarbeiter(?:in)?|berater(?:in)?|kolleg(?:en|in)|jemand(?:em|en)?)'
const HUMAINE = "(?:humain|vraie personne|quelqu'un|conseill(?:er|ere)|agent)"
const HUMANO = '(?:humano|persona(?: real)?|alguien|agente|asesora?|operadora?)'
const HUMAN = [
  new RegExp(`\\b${TALK} (?:to|with) ${SOMEBODY}\\b`),
  new RegExp(`^(?:please,? )?(?:the )?${SOMEBODY}(?:,? please)?[.!]*$`),
  /^(?:sorry,? |no,? )?(?:that|this|it) (?:did not|didn't|does not|doesn't) help(?: me)?[.!]*$/,
  new RegExp(`\\bmit (?:eine[mr] )?${MENSCH} (?:sprechen|reden|chatten|verbinden|verbunden)\\b`),
  new RegExp(
    `\\b(?:verbinden|verbinde|sprechen|spreche|reden|chatten)\\b.{0,20}\\bmit (?:eine[mnr] )?${MENSCH}(?![a-z])`,
  ),
  new RegExp(`^(?:ein(?:en|e)? )?${MENSCH}(?:,? bitte)?[.!]*$`),
  /^(?:das|es) hat (?:mir )?(?:leider )?nicht geholfen[.!]*$/,
  new RegExp(`\\b(?:parler|discuter|echanger) (?:a|avec) (?:une? )?${HUMAINE}(?![a-z])`),
  new RegExp(`^(?:une? )?(?:vrai )?${HUMAINE}(?:,? (?:svp|s'il vous plait))?[.!]*$`),
  /^(?:ca|cela) ne m'(?:a|aide) pas(?: aide)?[.!]*$/,
  new RegExp(`\\b(?:hablar|chatear|comunicarme) con (?:una? )?${HUMANO}\\b`),
  new RegExp(`^(?:una? )?${HUMANO}(?:,? por favor)?[.!]*$`),
  /^(?:eso |esto )?no me (?:ha ayudado|ayudo|sirvio|ha servido)[.!]*$/,
  /(?:التحدث|اتحدث|اتكلم|التكلم) (?:مع|الى|الي) (?:انسان|شخص|موظف|ممثل|احد)/,
  /^(?:موظف|انسان|شخص حقيقي)(?: من فضلك)?[.!]*$/,
]

const THANKS =
  '(?:many )?(?:thanks|thank you|cheers)(?: (?:a lot|so much|very much|again|fin|for (?:your|the) (?:quick )?help))*'
const WORKED =
  '(?:that|this|it) (?:helped|helps|works|worked|solved it|answers (?:it|my question))(?: (?:me|a lot|now|perfectly))*'
const ELSEWHERE =
  '(?:vielen |besten )?danke?(?: (?:schon|sehr|fur (?:ihre|die|deine) hilfe))*|das (?:hat (?:mir )?(?:sehr )?geholfen|hilft(?: mir)?|funktioniert)|super|perfekt|' +
  'merci(?: (?:beaucoup|bien))*|parfait|(?:muchas )?gracias|perfecto|genial|شكرا(?: (?:جزيلا|لك|لكم))*'
const CLAUSE = `(?:ok(?:ay)?|yes|ja|oui|si|great|perfect|solved|got it|all good|${THANKS}|${WORKED}|${ELSEWHERE})`
/** Every word belongs to a clause: a sentence after the thanks may be the next question. */
const DONE = new RegExp(`^${CLAUSE}(?:[,.!]*(?: and| und| et| y)? ${CLAUSE})*[.!]*$`)
/** The answer to a question of the agent. */
const AGREED = /^(?:(?:ok(?:ay)?|yes|ja|oui|si)[ ,.!]*)+$/

const plain = (text: string) => fold(text.slice(0, 2000)).replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim()

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
