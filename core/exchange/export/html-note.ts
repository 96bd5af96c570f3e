import { Marked, type RendererObject } from 'marked'
import { noteElements } from '../../annotation/note-elements'
import { laidOut } from '../../annotation/note-layout'
import { escapeHtml } from './html-escape'
import { visible } from './visible'

/** Addresses that a link in a note may lead to. */
const leadsOutside = /^(?:https?:\/\/|mailto:)/iu

/** `&amp;` and its like were meant as the character; numbers could name any, also one that harms. */
const keepingNames = (text: string) =>
  escapeHtml(text).replaceAll(/&amp;(?=[a-z][a-z0-9]{1,30};)/giu, '&')

/**
 * Makes HTML of a note's Markdown. HTML in the note is shown as it was typed; links lead to the web
 * or to mail, or are text; nothing is loaded. Every method that would write out text is given, since
 * marked leaves text unescaped where it takes itself to be within an HTML element.
 */
const renderer: RendererObject = {
  ...noteElements,
  text(token) {
    return 'tokens' in token && token.tokens
      ? this.parser.parseInline(token.tokens)
      : keepingNames(token.text)
  },
  html: ({ raw }) => escapeHtml(raw),
  code: ({ text }) => `<pre><code>${escapeHtml(text)}</code></pre>\n`,
  codespan: ({ text }) => `<code>${escapeHtml(text)}</code>`,
  image: ({ raw }) => escapeHtml(raw),
  link({ href, raw, tokens }) {
    if (!leadsOutside.test(href)) return escapeHtml(raw)
    const words = this.parser.parseInline(tokens)
    return `<a href="${escapeHtml(href)}" rel="noreferrer noopener">${words}</a>`
  },
}

const markdown = new Marked({ gfm: true, breaks: true, renderer })

/** A note as HTML that runs, loads, styles and submits nothing, whatever the note holds. */
export const noteHtml = (note: string): string =>
  laidOut(
    visible(note),
    (text) => markdown.parse(text, { async: false }),
    (text) => `<pre>${escapeHtml(text)}</pre>\n`,
  )
