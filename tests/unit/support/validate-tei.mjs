// Prints, for each file named, what is wrong with it by the schema tei_all; nothing where it is valid.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm'

const schema = path.join(import.meta.dirname, '../../fixtures/tei/tei_all.rng')
const validator = RelaxNGValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(schema)))

function problems(file) {
  try {
    validator.validate(XmlDocument.fromBuffer(readFileSync(file)))
    return []
  } catch (error) {
    return (error.details ?? [error]).map(({ message, line }) => `${line}: ${message.trim()}`)
  }
}

const verdicts = process.argv.slice(2).map((file) => [path.basename(file), problems(file)])
console.log(JSON.stringify(Object.fromEntries(verdicts)))
