/** What may be an email address: whether mail arrives there is for mail to say. */
export const EMAIL = /^[^\s@]+@[^\s@]+$/
