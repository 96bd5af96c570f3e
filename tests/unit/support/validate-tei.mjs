// Prints, for each file named, what is wrong with it by the schema tei_all; nothing where it is valid.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm'

const files = process.argv.slice(2).map((file) => ({ file, xml: readFileSync(file, 'utf8') }))
const used = new Set(
  files.flatMap(({ xml }) => [...xml.matchAll(/<([A-Za-z]+)[\s/>]/gu)].map(([, name]) => name)),
)
const schema = readFileSync(
  path.join(import.meta.dirname, '../../fixtures/tei/tei_all.rng'),
  'utf8',
)
const validator = RelaxNGValidator.fromDoc(XmlDocument.fromString(ofElements(used, schema)))

/**
 * The schema with every element forbidden that no file uses. What is valid by it is valid by the whole,
 * which takes ten seconds to be made ready.
 */
function ofElements(names, whole) {
  return whole.replaceAll(
    /(<define name="[^"]+">)\s*<element name="([^"]+)">[\s\S]*?<\/element>\s*(?=<\/define>)/gu,
    (definition, head, name) => (names.has(name) ? definition : `${head}<notAllowed/>`),
  )
}

function problems(xml) {
  try {
    validator.validate(XmlDocument.fromString(xml))
    return []
  } catch (error) {
    return (error.details ?? [error]).map(({ message, line }) => `${line}: ${message.trim()}`)
  }
}

const verdicts = files.map(({ file, xml }) => [path.basename(file), problems(xml)])
console.log(JSON.stringify(Object.fromEntries(verdicts)))
