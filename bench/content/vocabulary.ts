/** Words of five languages, made of syllables; frequent ones come first, as Zipf has it. The same in every run. */
export const LOCALES = ['en', 'de', 'fr', 'es', 'ja'] as const
export type Locale = (typeof LOCALES)[number]

const SYLLABLES: Record<Locale, string> = {
  en: 'ship or der re turn pay ment card track ing deli ver set up lock key board pass word light screen vol ume net work sign form page',
  de: 'ver sand be stel lung rück gabe zahl ung kon to lie fer ein stell schloss ta ste pass wort licht schirm netz werk seite gerät über',
  fr: 'com man de re tour paie ment car te sui vi livr aison ré gla ge clé cla vier mot passe lu mière é cran son ré seau page été',
  es: 'pe di do de vo lu ción pa go tar je ta se gui mien to en tre ga a jus te lla ve te cla do luz pan ta lla red pá gi na año',
  ja: '返 品 注 文 支 払 配 送 設 定 鍵 画 面 音 量 通 信 登 録 変 更 確 認 電 源 案 内 保 証 交 換 充 電 料 金 住 所 会 員',
}
const WORDS = 8000

/** Pseudorandom numbers from 0 to 1. */
export function randomness(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export function vocabularyOf(locale: Locale): string[] {
  const random = randomness(LOCALES.indexOf(locale) + 1)
  const syllables = SYLLABLES[locale].split(' ')
  const words = new Set<string>()
  while (words.size < WORDS) {
    const length = 2 + Math.floor(random() * 3)
    words.add(Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)]).join(''))
  }
  return [...words]
}

/** A place in the vocabulary: the first ones are met often, the last ones rarely. */
export const drawn = (random: () => number): number => Math.floor(WORDS ** random()) - 1
