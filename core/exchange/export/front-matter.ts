import { type ExportModel, tagsOf } from './model'

/** What Obsidian and other readers of Markdown keep about a file: YAML between two rules. */
export function frontMatter(model: ExportModel): string {
  const tags = [...new Set(tagsOf(model).map(obsidianTag))].filter((tag) => tag !== '')
  const lines = [
    `title: ${quoted(model.title)}`,
    `source: ${quoted(model.citation)}`,
    `script: ${quoted(model.scriptNames.join(', '))}`,
    `document: ${quoted(model.documentId)}`,
    `digest: ${quoted(model.documentDigest)}`,
    `link: ${quoted(model.documentLink)}`,
    `exported: ${model.exportedAt}`,
    `app: ${quoted(`Piyue ${model.appVersion}`)}`,
    `notes: ${model.count}`,
    ...(tags.length > 0 ? ['tags:', ...tags.map((tag) => `  - ${quoted(tag)}`)] : []),
  ]
  return `---\n${lines.join('\n')}\n---`
}

/** A string of JSON is one of YAML too, but for the characters that YAML 1.1 breaks lines at. */
const quoted = (text: string) =>
  JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/**
 * A tag as Obsidian takes it: letters of any script, digits, `-`, `_`, and `/` between levels; and
 * not digits alone. What else stands in it becomes a hyphen.
 */
export function obsidianTag(tag: string): string {
  const joined = tag
    .normalize('NFC')
    .replaceAll(/[^\p{Letter}\p{Mark}\p{Number}\p{Emoji_Presentation}_/-]+/gu, '-')
  const plain = /[^-/](?:.*[^-/])?/su.exec(joined)?.[0] ?? ''
  return /^\p{Number}+$/u.test(plain) ? `_${plain}` : plain
}
