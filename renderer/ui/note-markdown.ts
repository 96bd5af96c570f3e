import DOMPurify from 'dompurify'
import { Marked } from 'marked'
import { laidOut, noteElements } from '../../core/annotation/note-markdown'
import { escapeHtml } from '../../core/text/escape-html'

const tags = (
  'p br hr em strong del code pre blockquote ul ol li a sub sup mark kbd ' +
  'h1 h2 h3 h4 h5 h6 table thead tbody tr th td'
).split(' ')

const markdown = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    ...noteElements,
    // HTML in a note is shown as what was typed. The sanitizer below would strip it, and the reader
    // would miss words; and the browser would complain of handlers while parsing.
    html: ({ text }) => escapeHtml(text),
    image: ({ raw }) => escapeHtml(raw),
  },
})

/**
 * A note as a fragment of the page. Whatever it holds, what comes out is text, lists, emphasis, code,
 * tables, quotes and links, and nothing that runs, loads, styles or submits anything.
 */
export const renderNote = (note: string): DocumentFragment => laidOut(note, layOut, asTyped)

function layOut(note: string): DocumentFragment {
  const html = markdown.parse(note, { async: false })
  const fragment = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: ['href', 'title', 'start', 'align'],
    ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
    // Not addresses: else they would be held against the pattern of addresses, and left out.
    ADD_URI_SAFE_ATTR: ['align', 'start'],
    RETURN_DOM_FRAGMENT: true,
  })
  for (const link of fragment.querySelectorAll('a')) link.rel = 'noreferrer noopener'
  for (const item of fragment.querySelectorAll('li')) markTask(item)
  for (const table of fragment.querySelectorAll('table')) letScroll(table)
  return fragment
}

/** A task has its box in place of a bullet. */
function markTask(item: HTMLElement): void {
  item.classList.toggle('task', /^\s*[☐☑] /u.test(item.textContent))
}

/** A table wider than the note scrolls by itself, and so must be reachable by key. */
function letScroll(table: HTMLElement): void {
  const box = document.createElement('div')
  box.className = 'table-box'
  box.tabIndex = 0
  table.replaceWith(box)
  box.append(table)
}

function asTyped(note: string): DocumentFragment {
  const fragment = document.createDocumentFragment()
  const words = document.createElement('pre')
  words.textContent = note
  fragment.append(words)
  return fragment
}
