/**
 * How the whole text of a document is set in a file, besides headings and paragraphs: about as the page
 * shows it. The sheet around says `--rule`, `--soft`, `--sunk`, `--accent` and `--faces`, the faces of the text.
 */
export const textRules = `
.text :is(ul, ol, blockquote, aside, figure, pre, table) { margin: 0; margin-block: .8em }
.text :is(ul, ol) { padding-inline-start: 2em }
.text li > :is(ul, ol) { margin-block: .2em }
.text li:has(> aside) { list-style: none }
.text :is(li, td, th, aside) > p { text-indent: 0; margin-block-end: .2em }
.text blockquote { padding-inline-start: 2em; border: none; color: var(--soft) }
.text aside { padding-inline-start: 1em; font-size: .86em; line-height: 1.7 }
.text :not(aside) + aside::before { content: ""; display: block; inline-size: 6em; margin-block: 1.6em 1em; border-block-start: 1px solid var(--rule) }
.text :is(ol, ul):has(> li > aside) { margin-block-start: 1.6em; border-block-start: 1px solid var(--rule); padding-block-start: .8em }
.text li > aside { margin-block: 0; padding-inline-start: 0 }
.text table { margin-inline: auto; border-collapse: collapse; border-block: 1.5px solid var(--soft); font-size: .92em; line-height: 1.6 }
.text tr { border-block-start: 1px solid var(--rule); break-inside: avoid }
.text thead { border-block-end: 1px solid var(--soft) }
.text :is(td, th) { padding-block: .35em; padding-inline: .7em; font-weight: inherit; text-align: start; vertical-align: top }
.text th { font-weight: 600 }
.text :is(code, pre) { font-family: ui-monospace, monospace, var(--faces); font-size: .88em; text-autospace: no-autospace; white-space: pre-wrap }
.text :is(pre, code) { background: var(--sunk) } .text pre code { font-size: inherit }
.text pre { padding-block: .7em; padding-inline: 1em; line-height: 1.6; text-align: start; tab-size: 4 }
.text figure { text-align: center; break-inside: avoid }
.text img { max-width: 100%; max-height: 160mm }
.text figcaption { color: var(--soft); font-size: .86em } .text figcaption:empty { display: none }
.text em:lang(zh) { font-style: normal; text-emphasis: filled dot; text-emphasis-position: under right }
.text em:lang(zh) :is(a, code, sup, sub, rt) { text-emphasis: none }
.text :is(strong, b) { font-weight: 600 }
.text :is(sup, sub) { font-size: .7em; line-height: 0; text-indent: 0 } .text sup sup { font-size: 1em }
.text sup:has(> a[href^="#n"]) { padding-inline: .15em; color: var(--accent) }
.text rt { font-size: .5em }
.text a { color: inherit; text-decoration: underline 1px var(--rule) }
.text a:is([role], [href^="#n"]) { text-decoration: none } .text a[href^="#n"] { color: var(--accent) } .text a[role="doc-backlink"] { color: var(--soft) }
`
