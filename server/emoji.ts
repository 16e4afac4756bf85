/** Emojis: one sign as readers see it, which may be made of several characters. */
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

export const isEmoji = (text: string): boolean =>
  [...graphemes.segment(text)].length === 1 && /\p{Emoji_Presentation}|\p{Extended_Pictographic}/u.test(text)
