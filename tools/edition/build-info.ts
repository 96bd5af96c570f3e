import { readFileSync } from 'node:fs'
import type { EmendationKind } from '../../core/edition/emendation'
import type { EditionInput } from './edition-files'

/** What the edition was made with and how much was done, for the page on provenance. */
export interface BuildInfo {
  /** The converter whose tables made the renditions, and its version. */
  readonly converter: { readonly name: string; readonly version: string }
  readonly overrides: number
  readonly emendations: Readonly<Record<EmendationKind, number>>
  readonly sic: number
}

/** Gathers the build's facts. No time is recorded: one input must give one output, byte for byte. */
export function buildInfo({ emendations, overrides }: EditionInput): BuildInfo {
  const counts = { encoding: 0, orthography: 0, punctuation: 0, chrome: 0 }
  for (const { kind } of emendations.emendations) counts[kind]++
  return {
    converter: { name: 'opencc-js', version: converterVersion() },
    overrides: overrides.length,
    emendations: counts,
    sic: emendations.sic.length,
  }
}

/** The package does not export its package.json, so it is read beside its entry. */
function converterVersion(): string {
  const entry = require.resolve('opencc-js')
  const folder = entry.slice(0, entry.lastIndexOf('opencc-js') + 'opencc-js'.length)
  const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { version: string }
  return manifest.version
}
