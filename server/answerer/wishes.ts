/** Wishes that the words of a message show, without a language model: only where they are plain. Patterns are of folded text. */
import { fold } from '../content/index/fold.ts'

const SOMEBODY = '(?:human|person|someone|somebody|agent|representative|teammate|advisor|operator)'
const MENSCH = '(?:mensch(?:en)?|mitarbeiter(?:in)?|berater(?:in)?|person|kollegen|kollegin|jemand(?:em|en)?)'
const HUMAN = [
  new RegExp(`\\b(?:talk|speak|chat|connect|transfer|escalate|hand|get|put)\\b.{0,40}\\b${SOMEBODY}\\b`),
  new RegExp(`^(?:a |an |the )?(?:real |live |human )*${SOMEBODY}(?:,? please)?[.!]*$`),
  /\b(?:that|this|it) (?:did not|didn't|does not|doesn't) help\b/,
  new RegExp(
    `\\b${MENSCH}\\b.{0,30}\\b(?:sprechen|spreche|reden|chatten|verbinden|verbunden|weiterleiten|schreiben)\\b`,
  ),
  new RegExp(`\\b(?:sprechen|rede|verbinden|verbinde|chatten)\\b.{0,40}\\b${MENSCH}\\b`),
  new RegExp(`^(?:ein(?:en|e)? )?(?:echte[rn]? )?${MENSCH}(?:,? bitte)?[.!]*$`),
  /\bhat (?:mir )?(?:leider )?nicht geholfen\b/,
  /\b(?:parler|discuter|echanger|contacter|joindre|passer)\b.{0,40}\b(?:humain|personne|quelqu'un|conseill(?:er|ere)|agent)\b/,
  /^(?:un )?(?:vrai )?(?:humain|conseiller|agent)(?:,? (?:svp|s'il vous plait))?[.!]*$/,
  /\b(?:ne m'a|n'a|ne m'aide) pas aide\b/,
  /\b(?:hablar|chatear|comunicar(?:me)?|contactar|pasa(?:r)?me|conecta(?:r)?me)\b.{0,40}\b(?:humano|persona|alguien|agente|asesora?|operadora?)\b/,
  /^(?:un |una )?(?:humano|persona|agente|asesora?)(?: real)?(?:,? por favor)?[.!]*$/,
  /\bno me (?:ha ayudado|ayudo|sirvio|ha servido)\b/,
  /(?:التحدث|اتحدث|اتكلم|التكلم|الكلام|التواصل|اتواصل).{0,40}(?:انسان|شخص|موظف|ممثل|احد)/,
  /^(?:موظف|انسان|شخص حقيقي)(?: من فضلك)?[.!]*$/,
]
const DONE = [
  /^(?:ok(?:ay)?,? |great,? |perfect,? |yes,? )*(?:thanks|thank you|cheers)\b[^?]{0,40}$/,
  /^(?:yes,? )?(?:that|this|it) (?:helped|helps|works|worked|answers (?:it|my question)|solved it)\b[^?]{0,40}$/,
  /^(?:great|perfect|solved|got it|all good)[^?]{0,20}$/,
  /^(?:ok(?:ay)?,? |super,? |perfekt,? |ja,? )*(?:danke|vielen dank|besten dank)\b[^?]{0,40}$/,
  /^(?:ja,? )?das (?:hat (?:mir )?(?:sehr )?geholfen|hilft|funktioniert)\b[^?]{0,40}$/,
  /^(?:ok(?:ay)?,? |super,? |parfait,? |oui,? )*merci\b[^?]{0,40}$/,
  /^(?:ok(?:ay)?,? |perfecto,? |genial,? |si,? )*(?:muchas )?gracias\b[^?]{0,40}$/,
  /^(?:perfekt|parfait|perfecto|genial)[^?]{0,20}$/,
  /^شكرا[^?؟]{0,40}$/,
]

const among = (patterns: RegExp[], text: string) => {
  const plain = fold(text.slice(0, 2000)).replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim().slice(0, 500)
  return patterns.some((pattern) => pattern.test(plain))
}

export const wantsHuman = (text: string): boolean => among(HUMAN, text)
export const isSatisfied = (text: string): boolean => among(DONE, text)
