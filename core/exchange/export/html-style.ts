import { colors } from '../../annotation/style'
import { markRules } from '../mark-style'

const marks = (paper: 'light' | 'dark') => colors.map((color) => markRules(color, paper)).join('\n')

/** The style of an exported HTML file; changing it changes the digest below, and a test says to what. */
export const htmlStyle = `
:root { color-scheme: light dark; --paper: #fdfcf9; --ink: #24201c; --soft: #625a52; --rule: #e2dcd3; --accent: #9c3320 }
@media (prefers-color-scheme: dark) { :root { --paper: #1d1b19; --ink: #e2dcd2; --soft: #b0a89d; --rule: #45403a; --accent: #ef9480 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.8 "Noto Serif TC", "Noto Serif CJK TC", "Songti TC", serif; text-autospace: normal; line-break: strict; overflow-wrap: anywhere }
:lang(zh-Hans) { font-family: "Noto Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif }
:lang(zh-Hant-HK) { font-family: "Noto Serif HK", "Noto Serif CJK HK", "Songti TC", serif }
main { max-width: 40em; margin: 0 auto; padding: 3em 1.5em }
h1, h2, h3, h4, h5, h6 { line-height: 1.4; margin: 2em 0 .6em; text-wrap: balance }
h1 { font-size: 1.7em; margin-top: 0 } h2 { font-size: 1.3em } h3 { font-size: 1.1em } h4, h5, h6 { font-size: 1em; margin: 1em 0 .4em }
a { color: var(--accent) }
article { margin: 1.6em 0; padding-bottom: 1.2em; border-bottom: 1px solid var(--rule) }
blockquote { margin: 0 0 .6em; padding-inline-start: 1em; border-inline-start: 3px solid var(--rule) }
article > blockquote p { display: inline } article > blockquote p + p::before { content: ""; display: block; height: .6em }
p { margin: 0 0 .6em }
.note { unicode-bidi: isolate; font-family: "Noto Sans TC", "Noto Sans CJK TC", system-ui, sans-serif; font-size: .94em }
:lang(zh-Hans) .note { font-family: "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif }
.note table { border-collapse: collapse } .note th, .note td { border: 1px solid var(--rule); padding: .2em .6em }
pre, code { font-family: ui-monospace, monospace; font-size: .9em; white-space: pre-wrap }
.facts, .citation, footer { color: var(--soft); font-size: .84em }
.tag { border: 1px solid var(--rule); border-radius: 1em; padding: 0 .6em }
footer { margin-top: 3em }
${marks('light')}
@media screen and (prefers-color-scheme: dark) {
${marks('dark')}
}
@media print { body { background: none } article { break-inside: avoid } }
`

/** SHA-256 of the style, as a Content-Security-Policy names it. */
export const htmlStyleDigest = 'sha256-tgB0w/pgq7gDDUpwpaXKtY7eDErcU1l0nLY1BtNcRzs='
