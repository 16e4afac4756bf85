/** Syntax of email addresses; only sending mail can tell if an address works. */
export const EMAIL = /^[^\s@]+@[^\s@]+$/
