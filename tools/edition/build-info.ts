import { readFileSync } from 'node:fs'
import { type BuildInfo, countsOf } from '../../core/apparatus/build-info'
import type { EditionInput } from './edition-files'

/** Gathers the build's facts. No time is recorded: one input must give one output, byte for byte. */
export function buildInfo({ emendations, explanations, overrides }: EditionInput): BuildInfo {
  return {
    converter: { name: 'opencc-js', version: converterVersion() },
    overrides: overrides.length,
    ...countsOf({ ...emendations, explanations }),
  }
}

/** The package does not export its package.json, so it is read beside its entry. */
function converterVersion(): string {
  const entry = require.resolve('opencc-js')
  const folder = entry.slice(0, entry.lastIndexOf('opencc-js') + 'opencc-js'.length)
  const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { version: string }
  return manifest.version
}
