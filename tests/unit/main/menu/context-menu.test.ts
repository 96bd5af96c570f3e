import type { ContextTarget } from '../../../../core/app/context-target'
import { messagesIn } from '../../../../core/messages/language'

jest.mock('electron', () => ({ Menu: {} }))

import { contextTemplate, editingTemplate } from '../../../../main/menu/context-menu'
import { drawn, flat } from './support'

const performed: string[] = []

const menu = (target: ContextTarget, isMac = false, green = 'Figures') =>
  contextTemplate(target, {
    messages: messagesIn.en,
    colorNames: { green },
    isMac,
    perform: (action) => performed.push(action),
    lookUp: () => performed.push('looked up'),
  })

const allFlags = {
  canUndo: true,
  canRedo: false,
  canCut: true,
  canCopy: true,
  canPaste: true,
  canDelete: true,
  canSelectAll: true,
  canEditRichly: false,
}

describe('the context menu', () => {
  it.each([
    ['a selection', { on: 'selection', words: '經濟運行' }],
    ['a mark without a note', { on: 'mark', hasNote: false }],
    ['a mark with a note', { on: 'mark', hasNote: true }],
    ['the text', { on: 'text' }],
  ] as const)('over %s is the one that was reviewed', (_what, target) => {
    expect(`\n${drawn(menu(target))}\n`).toMatchSnapshot()
  })

  it('looks words up on macOS, and names no more of them than a menu is wide', () => {
    const words = '營口市西市區人民政府工作報告\n一'
    const item = menu({ on: 'selection', words }, true).at(-1)
    expect(item?.label).toBe('Look up “營口市西市區人民政府工作…”')
    expect(drawn(menu({ on: 'selection', words }))).not.toContain('Look up')
  })

  it('shows an ampersand of the reader’s or of the text’s, of which a system makes an underlined letter', () => {
    const labels = flat(menu({ on: 'selection', words: 'R&D' }, true, 'Q&A')).map(
      ({ label }) => label,
    )
    expect(labels).toContain('Q&&A')
    expect(labels).toContain('Look up “R&&D”')
  })

  it('does what it says, in the colour that it says', () => {
    performed.length = 0
    const green = flat(menu({ on: 'selection', words: 'x' })).find(
      ({ label }) => label === 'Figures',
    )
    green?.click?.({} as never, undefined, {})
    expect(performed).toEqual(['mark-green'])
  })

  it('in a field is the system’s own, as far as it can be done there', () => {
    const field = { isEditable: true, selectionText: 'x', editFlags: allFlags }
    expect(`\n${drawn(editingTemplate(field, messagesIn.en))}\n`).toMatchSnapshot()
  })

  it('elsewhere copies what is selected, and is not there where nothing is', () => {
    const words = { isEditable: false, editFlags: allFlags }
    const drawnFor = (selectionText: string) =>
      drawn(editingTemplate({ ...words, selectionText }, messagesIn.en))
    expect(drawnFor('x')).toBe('Copy  <copy>')
    expect(drawnFor(' ')).toBe('')
  })
})
