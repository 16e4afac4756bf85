/** Text as the index compares it: small letters without accents, words and codes apart. Texts and questions alike. */

/** Small letters of one width without accents; ß is ss. Letters that other signs are part of, such as Arabic hamza, lose them. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{Mn}\p{Cf}\u00ad]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .normalize('NFC')

const WORD = /[\p{L}\p{N}\p{M}]+/gu
/** Letters, digits and the signs that hold codes together: a run is read once, however long it is. */
const RUN = /[\p{L}\p{N}][\p{L}\p{N}\-/._]*/gu

/** Folded words, without signs. */
export const wordsOf = (folded: string): string[] => folded.match(WORD) ?? []

/** A letter before or behind a hyphen: many write such words without it (`e-mail`, `t-shirt`). */
const LONE_LETTER = /(?:^|-)\p{L}-|-\p{L}$/u

/**
 * Codes of a folded text (`A-100/b`, `BX-2400`: letters and digits that signs hold together) without their signs, and
 * words that a hyphen holds to a single letter.
 */
export const codesOf = (folded: string): string[] =>
  (folded.match(RUN) ?? [])
    .flatMap((run) => run.split(/[-/._]{2,}/))
    .filter((code) => /[-/._]./.test(code) && (/\p{N}/u.test(code) || LONE_LETTER.test(code)))
    .map((code) => code.replaceAll(/[-/._]/g, ''))

/** Scripts that write without blanks between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
export const isUnspaced = (word: string): boolean => UNSPACED.test(word)

/** Pairs of letters of a word of such a script, and its last letter: words are looked for by their pairs. */
export function gramsOf(word: string): string[] {
  const letters = [...word]
  return letters.map((letter, at) => letter + (letters[at + 1] ?? ''))
}
