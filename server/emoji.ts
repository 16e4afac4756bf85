/** True for one emoji as readers see it, which may be made of several characters; its variation selector may be missing. */
export const isEmoji = (text: string): boolean => EMOJI.test(text) || EMOJI.test(text.replace(/^./u, '$&\u{FE0F}'))

const EMOJI = /^\p{RGI_Emoji}$/v
