/** Messages that name no subject: greetings, a yes or no, words of any question. The agent asks for the subject. */
import { fold, wordsOf } from '../content/index/fold.ts'
import { languageOf } from '../content/index/language.ts'
import type { Said } from './answerer.ts'
import { fillersOf } from './fillers.ts'

interface Talk {
  greetings: string
  /** Answers to a question of somebody. */
  answers: string
  asks: string
}

/** By language. */
const TALK: Record<string, Talk> = {
  en: {
    greetings: `hello hiya howdy greetings dear hi there good morning afternoon evening day everyone all team again help
      please me thanks thank you cheers so much question questions anybody anyone somebody someone test testing`,
    answers: 'yes yeah yep yup no nope sure fine right',
    asks: 'I am happy to help. What is your question about?',
  },
  de: {
    greetings: `hallo moin servus tag guten gute schonen morgen abend nachmittag gruss gruezi gott liebes liebe team zusammen
      hilfe bitte danke vielen dank schon sehr frage fragen jemand da`,
    answers: 'ja nein doch jawohl genau klar gut nee jo',
    asks: 'Ich helfe Ihnen gern. Worum geht es bei Ihrer Frage?',
  },
  fr: {
    greetings: `bonjour bonsoir salut coucou bonne journee soiree le la les a tous toutes monsieur madame equipe aide aidez
      moi s'il vous te plait svp stp merci beaucoup bien question`,
    answers: "oui non ouais si d'accord bien sur",
    asks: 'Je vous aide volontiers. Sur quoi porte votre question ?',
  },
  es: {
    greetings: `hola buenas buenos dias tardes noches dia saludos equipo a todos ayuda por favor gracias muchas muy amable
      pregunta alguien`,
    answers: 'si no vale claro bueno',
    asks: 'Con gusto le ayudo. ¿Sobre qué trata su pregunta?',
  },
  it: {
    greetings: `ciao salve buongiorno buonasera buon giorno buona sera pomeriggio a tutti aiuto per favore piacere grazie
      mille tante domanda`,
    answers: 'si no certo va bene',
    asks: 'Sono qui per aiutarla. Di cosa si tratta?',
  },
  pt: {
    greetings: `ola oi bom dia boa tarde noite a todos ajuda por favor obrigado obrigada muito pergunta alguem`,
    answers: 'sim nao claro certo',
    asks: 'Terei todo o gosto em ajudar. Qual é o assunto da sua pergunta?',
  },
  nl: {
    greetings: `hallo hoi goedemorgen goedemiddag goedenavond goedendag dag goede morgen middag avond allemaal team hulp
      help alstublieft alsjeblieft graag bedankt dank je u wel vraag iemand`,
    answers: 'ja nee jawel prima',
    asks: 'Ik help u graag. Waar gaat uw vraag over?',
  },
  ar: {
    greetings: `مرحبا مرحبًا أهلا وسهلا السلام عليكم ورحمة الله وبركاته صباح مساء الخير النور مساعدة ساعدني من فضلك شكرا
      جزيلا لك سؤال`,
    answers: 'نعم لا أجل حسنا تمام',
    asks: 'يسعدني أن أساعدك. ما موضوع سؤالك؟',
  },
  he: {
    greetings: 'שלום היי הי בוקר ערב צהריים טוב טובים לכולם עזרה בבקשה תודה רבה שאלה',
    answers: 'כן לא בסדר אוקיי',
    asks: 'אשמח לעזור. במה עוסקת השאלה שלך?',
  },
  ja: {
    greetings: `こんにちは こんばんは おはよう おはようございます はじめまして もしもし すみません 助けて お願いします
      ありがとう ありがとうございます 質問`,
    answers: 'はい いいえ うん わかりました',
    asks: 'お手伝いいたします。どのようなご質問でしょうか。',
  },
}

/** In every language. */
const ANYWHERE = { greetings: 'hi hey fin bot chat', answers: 'ok okay k oki' }

const setOf = (words: string) => new Set(wordsOf(fold(words)))

const LANGUAGES = Object.entries(TALK).map(([language, { greetings, answers, asks }]) => {
  const answering = setOf(`${answers} ${ANYWHERE.answers}`)
  const greeting = setOf(`${greetings} ${answers} ${ANYWHERE.greetings} ${ANYWHERE.answers}`)
  return { language, asks, answering, greeting, filling: new Set([...greeting, ...fillersOf(language)]) }
})
type Has = (typeof LANGUAGES)[number]

const LONGEST = 100
/** Letters of messages that tell no language by themselves: `no` is a word of several. */
const TELLING = 4

export interface Talked {
  /** `answer`: a yes or no; `filler`: words that every question may have. */
  kind: 'greeting' | 'answer' | 'filler'
  /** The question for the subject, in the language of the message, else of the user. */
  asks: string
}

/** Undefined for a message with more in it. */
export function smallTalk(text: string, locale: string | null): Talked | undefined {
  const words = text.length > LONGEST ? [] : wordsOf(fold(text))
  const having = (set: (language: Has) => Set<string>) =>
    LANGUAGES.filter((language) => words.length > 0 && words.every((word) => set(language).has(word)))
  const spoken = having(({ greeting }) => greeting)
  if (spoken.length === 0) {
    const filling = having((language) => language.filling)
    return filling.length === 0 ? undefined : { kind: 'filler', asks: asksIn(filling, text, locale) }
  }
  const kind = having(({ answering }) => answering).length > 0 ? 'answer' : 'greeting'
  return { kind, asks: asksIn(spoken, text, locale) }
}

function asksIn(spoken: Has[], text: string, locale: string | null): string {
  const own = locale === null ? undefined : languageOf(locale)
  const isOwn = ({ language }: Has) => language === own
  const letters = text.match(/\p{L}/gu) ?? []
  const isTelling = spoken.length < LANGUAGES.length && (letters.length >= TELLING || !/\p{Script=Latin}/u.test(text))
  const first = spoken[0]!
  return (spoken.find(isOwn) ?? (isTelling ? first : (LANGUAGES.find(isOwn) ?? first))).asks
}

const ASKED = new Set(LANGUAGES.map(({ asks }) => asks))

/** True for words of others that end with a question for something else than the subject. */
export const asksSomething = ({ author, text }: Said): boolean =>
  author !== 'user' && /[?？؟]\s*$/.test(text) && !ASKED.has(text.trim())
