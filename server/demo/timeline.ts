/** Deeds of the demo's people, performed in the order of their times, so that ids and times agree. */
/** Time before the moment at which the demo is filled in. */
export interface Ago {
  days?: number
  hours?: number
  minutes?: number
}

type Deed = (at: Date) => Promise<unknown>

export class Timeline {
  readonly #now: number
  readonly #deeds: { at: Date; deed: Deed }[] = []

  constructor(now: Date) {
    this.#now = Math.floor(now.getTime() / 1000) * 1000
  }

  at({ days = 0, hours = 0, minutes = 0 }: Ago): Date {
    return new Date(this.#now - Math.round(((days * 24 + hours) * 60 + minutes) * 60) * 1000)
  }

  add(ago: Ago, deed: Deed): void {
    this.#deeds.push({ at: this.at(ago), deed })
  }

  /** Deeds of one time are performed in the order in which they were added. */
  async play(signal?: AbortSignal): Promise<void> {
    for (const { at, deed } of this.#deeds.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
      signal?.throwIfAborted()
      await deed(at)
    }
  }
}
