/** Steps of all nouns in one order: each noun's as they stand, behind what they need and before what ends that. */
import type { Step } from './step.ts'

/**
 * The first noun's step is taken where several can be walked next.
 * @param given names that the workspace has before
 * @throws where a step needs what none gives, or steps wait for each other
 */
export function orderSteps(nouns: Step[][], given: string[]): Step[] {
  const all = nouns.flat()
  const giver = new Map<string, Step>()
  for (const one of all) for (const name of one.gives) if (!giver.has(name)) giver.set(name, one)
  const waitsFor = new Map(all.map((one) => [one, new Set<Step>()]))
  for (const steps of nouns)
    for (const [at, one] of steps.entries()) {
      if (at > 0) waitsFor.get(one)!.add(steps[at - 1]!)
      for (const name of one.needs) {
        const other = giver.get(name)
        if (!other && !given.includes(name)) throw new Error(`${one.key} needs ${name}, which no step gives`)
        if (other && other !== one) waitsFor.get(one)!.add(other)
      }
      for (const name of one.ends)
        for (const other of all)
          if (other !== one && other.needs.includes(name) && !comesAfter(steps, one, other))
            waitsFor.get(one)!.add(other)
    }
  const ordered: Step[] = []
  while (ordered.length < all.length) {
    const next = all.find(
      (one) => !ordered.includes(one) && [...waitsFor.get(one)!].every((other) => ordered.includes(other)),
    )
    if (!next) throw new Error(`steps wait for each other: ${stuck(all, ordered).join(', ')}`)
    ordered.push(next)
  }
  return ordered
}

/** A noun may ask for what it ended itself: its own order counts. */
const comesAfter = (steps: Step[], one: Step, other: Step) =>
  steps.includes(other) && steps.indexOf(other) > steps.indexOf(one)

const stuck = (all: Step[], ordered: Step[]) => all.filter((one) => !ordered.includes(one)).map(({ key }) => key)
