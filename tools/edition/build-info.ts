import { readFileSync } from 'node:fs'
import type { BuildInfo } from '../../core/apparatus/build-info'
import {
  bases,
  certainties,
  type EmendationKind,
  emendationKinds,
} from '../../core/apparatus/emendation'
import { explanationKinds } from '../../core/apparatus/explanation'
import type { EditionInput } from './edition-files'

/** Gathers the build's facts. No time is recorded: one input must give one output, byte for byte. */
export function buildInfo({ emendations, explanations, overrides }: EditionInput): BuildInfo {
  const ofKind = (wanted: EmendationKind) =>
    emendations.emendations.filter(({ kind }) => kind === wanted)
  return {
    converter: { name: 'opencc-js', version: converterVersion() },
    overrides: overrides.length,
    emendations: byName(emendationKinds, (kind) =>
      countBy(bases, ofKind(kind), ({ basis }) => basis),
    ),
    sic: countBy(certainties, emendations.sic, ({ certainty }) => certainty),
    kept: emendations.kept.length,
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

/** The package does not export its package.json, so it is read beside its entry. */
function converterVersion(): string {
  const entry = require.resolve('opencc-js')
  const folder = entry.slice(0, entry.lastIndexOf('opencc-js') + 'opencc-js'.length)
  const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { version: string }
  return manifest.version
}
