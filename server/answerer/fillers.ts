/** Words that questions are made of whatever they are about: they say nothing of the subject, but tell the language. */
import { fold, wordsOf } from '../content/index/fold.ts'
import { configurationOf } from '../content/index/language.ts'

/** Folded. */
const FILLERS = {
  en: `a an and are at be can could did do does for from get have hello help hey hi how i if in is it know like me mean
    much my need no not of on or please question should tell that the there this to want was we what when where which who why
    will with would you your`,
  de: `aber als am an auf bei bitte brauche das dem den der die ein eine einem einen er es fragen frage fur gibt gute
    guten hallo hat habe haben hilfe ich ihr im in ist kann kannst konnen konnte man mein meine meinen mich mir mit mochte
    muss nach nicht oder sich sie sind tag und uber von wann warum was welche wenn wer wie will wir wird wo zu zum zur`,
  fr: `ai aide aider aimerais au aux avec besoin bonjour ce ces cette combien comment dans de des du elle en est et
    faire faut il je la le les ma mais mes moi mon ne nous ou par pas peut peux plait pour pouvez pourquoi quand que
    quel quelle qui salut savoir se si sont sur un une veux voudrais vous votre y`,
  es: `al ayuda ayudar como con cual cuando cuanto de del donde el ella en es esta este favor hace hacer hay hola la
    las lo los me mi mis necesito no o para pero por porque puede puedo que quien quiero saber se ser si son su un una
    usted y yo`,
  ar: `الى ان انا اريد او اي اين احتاج عن على علي في كم كيف لا لدي لماذا لي ما ماذا متى متي مرحبا من من هذا هذه هل هو
    هي و يمكن يمكنني ممكن فضلك`,
}

export type Language = keyof typeof FILLERS
export const LANGUAGES = Object.keys(FILLERS) as Language[]

const SETS = Object.fromEntries(
  LANGUAGES.map((language) => [language, new Set(FILLERS[language].split(/\s+/))]),
) as Record<Language, Set<string>>

const CODES = new Map(LANGUAGES.map((language) => [configurationOf(language), language]))

/** @param configuration that of PostgreSQL's text search for the language */
export function isFiller(word: string, configuration: string): boolean {
  const language = CODES.get(configuration)
  return language !== undefined && SETS[language].has(word)
}

/** None for a language that has no words here. */
export const fillersOf = (language: string | undefined): Set<string> => SETS[language as Language] ?? new Set()

/** A shorter word by itself is one of several languages, as `no` is. */
const TELLING = 4

/** The language of a text by its script, or the one that most of its words belong to; undefined where none stands out. */
export function languageOfText(text: string): Language | undefined {
  if (/\p{Script=Arabic}/u.test(text)) return 'ar'
  const words = wordsOf(fold(text.slice(0, 5000)))
  if (words.length === 1 && words[0]!.length < TELLING) return undefined
  const [first, second] = LANGUAGES.map((language) => ({
    language,
    count: words.filter((word) => SETS[language].has(word)).length,
  })).toSorted((a, b) => b.count - a.count)
  return first!.count > second!.count ? first!.language : undefined
}
