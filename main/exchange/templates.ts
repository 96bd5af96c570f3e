import { mkdir, open, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { longestTemplate, type TemplateProblem } from '../../core/app/export-request'

const extension = '.mustache'

/** UTF-8 takes up to three bytes for a UTF-16 unit. */
const mostBytes = longestTemplate * 3

/** Where the templates of an export come from. */
export interface TemplateSource {
  readonly read: (name: string) => Promise<string | TemplateProblem>
}

/** A template that is named by its file: for the command line. Names count from `folder`. */
export const templateFiles = (folder: string): TemplateSource => ({
  read: (name) => readTemplate(path.resolve(folder, name)),
})

/** The reader's folder of templates. A template is known by its file's name without `.mustache`. */
export class TemplateFolder implements TemplateSource {
  readonly folder: string

  /** @param userData absolute path of the folder with the reader's files */
  constructor(userData: string) {
    this.folder = path.join(userData, 'templates')
  }

  async list(): Promise<readonly string[]> {
    const names = await readdir(this.folder).catch(() => [])
    return names
      .filter((name) => name.endsWith(extension) && !name.startsWith('.'))
      .map((name) => name.slice(0, -extension.length))
      .filter((name) => name !== '')
      .sort()
  }

  /** Only what the list names is read: a name from the page never becomes a path elsewhere. */
  readonly read = async (name: string): Promise<string | TemplateProblem> => {
    const known = await this.list()
    return known.includes(name)
      ? readTemplate(path.join(this.folder, name + extension))
      : { kind: 'gone' }
  }

  /** Makes the folder, with one template to start from, where there is none yet. */
  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true })
    if ((await this.list()).length > 0) return
    const { name, content } = exampleTemplate
    await writeFile(path.join(this.folder, name + extension), content, { flag: 'wx' })
  }
}

/** What a template makes is named by what stands before `.mustache`: `notes.md.mustache` makes `md`. */
export const templateExtension = (name: string): string =>
  /\.([a-z0-9]{1,10})$/iu.exec(name.replace(/\.mustache$/u, ''))?.[1] ?? 'txt'

async function readTemplate(file: string): Promise<string | TemplateProblem> {
  try {
    const handle = await open(file, 'r')
    try {
      if ((await handle.stat()).size > mostBytes) return { kind: 'too-large' }
      return await handle.readFile('utf8')
    } finally {
      await handle.close()
    }
  } catch {
    return { kind: 'gone' }
  }
}

/** The template that the folder starts with: what the Markdown format writes, more or less. */
export const exampleTemplate = {
  name: 'example.md',
  content: `{{! What can be named here is listed in docs/export-formats.md. }}
{{frontMatter}}

# {{title}}

{{citation}}

{{#sections}}
{{#headings}}
{{hashes}} {{textMarkdown}}

{{/headings}}
{{#notes}}
{{quoteMarkdown}}

{{#hasNote}}
{{noteMarkdown}}

{{/hasNote}}
{{style}}{{#hashtags}} · {{hashtags}}{{/hashtags}} · {{createdTime}} · [↗](<{{link}}>)

{{/notes}}
{{/sections}}
{{#hasOrphans}}
---

{{#orphans}}
{{quoteMarkdown}}

{{noteMarkdown}}

{{/orphans}}
{{/hasOrphans}}
{{provenance}}
`,
}
