/**
 * A transport that is loaded and opened with its first mail: many a server has none to send for long, and the library
 * takes 5 MB.
 */
type Library = typeof import('nodemailer')

export interface LateTransport<T> {
  get(): Promise<T>
  /** Closes it where it was opened. */
  close(): void
}

export function lateTransport<T extends { close(): void }>(create: (library: Library) => T): LateTransport<T> {
  let opened: Promise<T> | undefined
  return {
    get: () => (opened ??= import('nodemailer').then(create)),
    close() {
      // An error on opening was told to the mail that needed it.
      opened?.then(
        (transport) => transport.close(),
        () => {},
      )
    },
  }
}
