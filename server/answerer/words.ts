/** The agent's own words, in the languages that it has them in. */
import { languageOf } from '../content/index/language.ts'
import { LANGUAGES, type Language, languageOfText } from './fillers.ts'

interface Words {
  /** A teammate takes over in the conversation. */
  human: string
  /** A wish for a human where nobody takes over. */
  noHuman: string
  glad: string
  /** Nothing was found, and a teammate answers. */
  notFound: string
  /** Nothing was found, and nobody answers. */
  nothing: string
  /** The answerer cannot be asked. */
  unable: string
  readOn: string
  seeAlso: string
}

const WORDS: Record<Language, Words> = {
  en: {
    human: 'A teammate will take over from here.',
    noHuman: 'I cannot pass you on to a teammate here. Please contact our team directly.',
    glad: 'Glad to hear it.',
    notFound: 'I could not find an answer to this. A teammate will answer you here.',
    nothing: 'I could not find an answer to this.',
    unable: 'I cannot answer right now.',
    readOn: 'Read on:',
    seeAlso: 'See also:',
  },
  de: {
    human: 'Ab hier übernimmt jemand aus unserem Team.',
    noHuman: 'Hier kann ich Sie nicht an unser Team weitergeben. Bitte wenden Sie sich direkt an unser Team.',
    glad: 'Das freut mich.',
    notFound: 'Dazu habe ich keine Antwort gefunden. Jemand aus unserem Team antwortet Ihnen hier.',
    nothing: 'Dazu habe ich keine Antwort gefunden.',
    unable: 'Ich kann gerade nicht antworten.',
    readOn: 'Weiterlesen:',
    seeAlso: 'Siehe auch:',
  },
  fr: {
    human: 'Un membre de notre équipe prend le relais.',
    noHuman: 'Je ne peux pas vous passer un membre de notre équipe ici. Veuillez contacter notre équipe directement.',
    glad: 'Ravi de l’apprendre.',
    notFound: 'Je n’ai pas trouvé de réponse. Un membre de notre équipe vous répondra ici.',
    nothing: 'Je n’ai pas trouvé de réponse.',
    unable: 'Je ne peux pas répondre pour le moment.',
    readOn: 'Lire la suite :',
    seeAlso: 'Voir aussi :',
  },
  es: {
    human: 'Una persona de nuestro equipo continuará la conversación.',
    noHuman:
      'Aquí no puedo pasarle con una persona de nuestro equipo. Póngase en contacto directamente con nuestro equipo.',
    glad: 'Me alegro.',
    notFound: 'No he encontrado una respuesta. Una persona de nuestro equipo le responderá aquí.',
    nothing: 'No he encontrado una respuesta.',
    unable: 'No puedo responder en este momento.',
    readOn: 'Seguir leyendo:',
    seeAlso: 'Véase también:',
  },
  ar: {
    human: 'سيتولى أحد أعضاء فريقنا المحادثة من هنا.',
    noHuman: 'لا يمكنني تحويلك إلى أحد أعضاء فريقنا هنا. يرجى التواصل مع فريقنا مباشرة.',
    glad: 'يسعدني ذلك.',
    notFound: 'لم أجد إجابة عن هذا السؤال. سيرد عليك أحد أعضاء فريقنا هنا.',
    nothing: 'لم أجد إجابة عن هذا السؤال.',
    unable: 'لا يمكنني الإجابة الآن.',
    readOn: 'تابع القراءة:',
    seeAlso: 'انظر أيضًا:',
  },
}

/** English for a language that the agent has no words in. */
export const wordsIn = (locale: string): Words => WORDS[knownLanguage(locale) ?? 'en']

/** The language of what a customer wrote, else the customer's own. */
export const wordsFor = (text: string, locale: string | null): Words => wordsIn(languageOfText(text) ?? locale ?? 'en')

const knownLanguage = (locale: string): Language | undefined =>
  LANGUAGES.find((language) => language === languageOf(locale))
