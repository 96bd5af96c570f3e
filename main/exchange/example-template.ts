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
