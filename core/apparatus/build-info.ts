import {
  type Basis,
  bases,
  type Certainty,
  certainties,
  type EmendationKind,
  emendationKinds,
} from './emendation'
import { type ExplanationKind, explanationKinds } from './explanation'

/** How much an edition has to say of its text. */
interface ApparatusCounts {
  /** How many places were emended, by kind and by what the readings rest on. */
  readonly emendations: Readonly<Record<EmendationKind, Readonly<Record<Basis, number>>>>
  readonly sic: Readonly<Record<Certainty, number>>
  readonly kept: number
  readonly explanations: Readonly<Record<ExplanationKind, number>>
}

/** What an edition was made with and how much was done, for the page on provenance. */
export interface BuildInfo extends ApparatusCounts {
  /** The converter whose tables made the renditions, and its version. */
  readonly converter: { readonly name: string; readonly version: string }
  /** How many times an editor overrules the converter. */
  readonly overrides: number
}

/** What is counted of an apparatus, whether its places are known yet or not. */
interface Countable {
  readonly emendations: readonly { readonly kind: EmendationKind; readonly basis: Basis }[]
  readonly sic: readonly { readonly certainty: Certainty }[]
  readonly kept: readonly unknown[]
  readonly explanations: readonly { readonly kind: ExplanationKind }[]
}

export function countsOf({ emendations, sic, kept, explanations }: Countable): ApparatusCounts {
  return {
    emendations: byName(emendationKinds, (wanted) =>
      countBy(
        bases,
        emendations.filter(({ kind }) => kind === wanted),
        ({ basis }) => basis,
      ),
    ),
    sic: countBy(certainties, sic, ({ certainty }) => certainty),
    kept: kept.length,
    explanations: countBy(explanationKinds, explanations, ({ kind }) => kind),
  }
}

const byName = <K extends string, V>(names: readonly K[], valueOf: (name: K) => V) =>
  Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<K, V>

const countBy = <K extends string, T>(
  names: readonly K[],
  items: readonly T[],
  nameOf: (item: T) => K,
) => byName(names, (name) => items.filter((item) => nameOf(item) === name).length)
