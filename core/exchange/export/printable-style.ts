import { colors } from '../../annotation/style'
import { markRules } from '../mark-style'

/** As on the screen (renderer/styles/tokens.css): common characters first, the rare ones last. */
const serif = {
  tc: '"Noto Serif TC", "Noto Serif SC", "Noto Serif TC Rare", "Noto Serif SC Rare", serif',
  sc: '"Noto Serif SC", "Noto Serif TC", "Noto Serif SC Rare", "Noto Serif TC Rare", serif',
  hk: '"Noto Serif HK", "Noto Serif TC", "Noto Serif SC", "Noto Serif TC Rare", "Noto Serif SC Rare", serif',
}

/** The style of the page that is printed: ink on white paper, in the fonts that the app brings. */
export const printableStyle = `
${colors.map((color) => markRules(color, 'light')).join('\n')}
* { box-sizing: border-box }
html { print-color-adjust: exact }
body { margin: 0; color: #000; font: 11pt/1.8 ${serif.tc}; text-autospace: normal; line-break: strict; overflow-wrap: anywhere }
:lang(zh-Hans) { font-family: ${serif.sc} }
:lang(zh-Hant-HK) { font-family: ${serif.hk} }
h1, h2, h3 { line-height: 1.4; margin: 1.6em 0 .6em; break-after: avoid; text-wrap: balance }
h1 { font-size: 19pt; margin-top: 0; text-align: center } h2 { font-size: 14pt } h3 { font-size: 12pt }
p { margin: 0 0 .5em; orphans: 2; widows: 2 }
p.body { text-indent: 2em; text-align: justify; text-wrap: pretty }
p.occasion, p.speaker { text-align: center }
a { color: inherit; text-decoration: none }
sup { font-size: .65em; line-height: 0; text-indent: 0; padding: 0 .15em; color: #9c3320 }
.notes { break-before: page; font-size: 10pt }
.notes ol { padding-inline-start: 2.4em }
.notes li { margin-bottom: .8em }
.notes li::marker { color: #9c3320 }
.note { unicode-bidi: isolate }
.note pre, .note code { font-family: ui-monospace, monospace, ${serif.tc}; white-space: pre-wrap }
.note table { border-collapse: collapse } .note th, .note td { border: 1px solid #aaa; padding: .2em .6em }
blockquote { margin: 0 0 .5em; padding-inline-start: 1em; border-inline-start: 2pt solid #aaa }
.facts, footer { color: #555; font-size: .85em }
footer { margin-top: 2em; border-top: .5pt solid #aaa; padding-top: .6em }
`
