import type { AppEvent } from '../../../core/contract/contract'
import { CurrentDocument } from '../../../main/current-document'
import type { Workspace } from '../../../main/workspace'

const settled = () => new Promise((resolve) => setImmediate(resolve))

const notTaken: AppEvent = {
  kind: 'notice',
  notice: { kind: 'not-taken-along', file: '章程.txt', disk: { problem: 'full', code: 'ENOSPC' } },
}

/** Workspaces in memory, which open at once unless a test holds one back, and the document shown of them. */
function withDocuments({ annotationId = null as string | null, isPassing = false } = {}) {
  const open = new Map<string, Workspace>()
  const held = new Map<string, Promise<void>>()
  const events: AppEvent[] = []
  const onChanged = jest.fn()
  const opener = {
    takeNotesAlong: jest.fn(
      async (_workspace: Workspace): Promise<AppEvent | undefined> => undefined,
    ),
    offerNewText: jest.fn(async (_documentId: string) => {}),
  }
  const current: CurrentDocument = new CurrentDocument({
    first: { documentId: 'a', annotationId },
    isPassing,
    workspaces: {
      find: (documentId) => open.get(documentId),
      open: async (documentId) => {
        await held.get(documentId)
        const workspace = open.get(documentId) ?? ({ id: documentId } as Workspace)
        open.set(documentId, workspace)
        return workspace
      },
      closeIfSaved: async (documentId) => {
        await settled()
        if (!current.isWanted(documentId)) open.delete(documentId)
      },
    },
    opener: opener as ConstructorParameters<typeof CurrentDocument>[0]['opener'],
    settings: { patchView: () => {} },
    tell: (event) => events.push(event),
    onChanged,
    report: () => {},
  })
  const start = async () => {
    await current.open('a')
    await current.enter('a')
  }
  return { current, open, held, events, onChanged, opener, start }
}

describe('the document that the window shows', () => {
  it('is the one before, and open, until the page shows the other', async () => {
    const { current, open, start } = withDocuments()
    await start()
    await current.open('b')
    await settled()
    expect(current.id).toBe('a')
    expect([...open.keys()]).toEqual(['a', 'b'])
    await current.enter('b')
    expect(current.id).toBe('b')
    expect([...open.keys()]).toEqual(['b'])
  })

  it('stays as it is, where the other cannot be opened', async () => {
    const { current, open, held, start } = withDocuments()
    await start()
    held.set('b', Promise.reject(new Error('EACCES')))
    await expect(current.open('b')).rejects.toThrow('EACCES')
    expect([current.id, ...open.keys()]).toEqual(['a', 'a'])
    expect(current.isWanted('b')).toBe(false)
    await expect(current.enter('b')).rejects.toThrow('b is not open')
    expect(current.id).toBe('a')
  })

  it('is open when the page comes back to it at once', async () => {
    const { current, open, start } = withDocuments()
    await start()
    await current.open('b')
    const entered = current.enter('b')
    await current.open('a')
    await entered
    await current.enter('a')
    expect([...open.keys()]).toEqual(['a'])
  })

  it('leaves nothing open that the page asked for and did not show', async () => {
    const { current, open, start } = withDocuments()
    await start()
    await current.open('b')
    await current.open('c')
    await current.enter('c')
    expect([...open.keys()]).toEqual(['c'])
  })

  it('is shown though notes cannot go along, which is told; they are tried again with its file', async () => {
    const { current, open, opener, events, start } = withDocuments()
    await start()
    opener.takeNotesAlong.mockResolvedValueOnce(notTaken)
    await current.open('b')
    await current.enter('b')
    expect(events).toEqual([notTaken])
    expect([current.id, ...open.keys()]).toEqual(['b', 'b'])
    opener.takeNotesAlong.mockClear()
    current.show('b')
    await settled()
    expect(opener.takeNotesAlong.mock.calls).toEqual([[open.get('b')]])
  })

  it('is told when it is another, once its former words are out of the list too, and not when it is opened anew', async () => {
    const { current, onChanged, opener, start } = withDocuments()
    await start()
    await start()
    expect(onChanged).not.toHaveBeenCalled()
    const order: string[] = []
    onChanged.mockImplementation(() => order.push(`changed ${current.id}`))
    opener.takeNotesAlong.mockImplementationOnce(async () => (order.push('taken'), undefined))
    await current.open('b')
    await current.enter('b')
    expect(order).toEqual(['changed b', 'taken', 'changed b'])
  })

  it('is asked about where its file has changed, once when it is come to: at the start, too', async () => {
    const { current, opener, start } = withDocuments()
    await start()
    expect(opener.offerNewText.mock.calls).toEqual([['a']])
    // The page is loaded anew, or opens the document anew after a repair.
    await start()
    expect(opener.offerNewText.mock.calls).toEqual([['a']])
    await current.open('b')
    await current.enter('b')
    await start()
    expect(opener.offerNewText.mock.calls).toEqual([['a'], ['b'], ['a']])
  })

  it('is not asked about where the start goes on to another, which the reader named', async () => {
    const { current, opener, start } = withDocuments({ isPassing: true })
    await start()
    await current.open('b')
    await current.enter('b')
    expect(opener.offerNewText.mock.calls).toEqual([['b']])
    await start()
    expect(opener.offerNewText.mock.calls).toEqual([['b'], ['a']])
  })

  it('closes the one before, whatever else goes wrong', async () => {
    const { current, open, opener, start } = withDocuments()
    await start()
    opener.takeNotesAlong.mockRejectedValueOnce(new TypeError('unforeseen'))
    await current.open('b')
    await expect(current.enter('b')).rejects.toThrow('unforeseen')
    expect([current.id, ...open.keys()]).toEqual(['b', 'b'])
  })

  it('opens the card that a link of the start points at once, though its page is loaded anew', async () => {
    const { current, start } = withDocuments({ annotationId: 'mark' })
    expect(current.showing).toEqual({ documentId: 'a', annotationId: 'mark' })
    await start()
    expect(current.showing).toEqual({ documentId: 'a', annotationId: null })
  })

  it('is the report where that of the start cannot be opened, once the page says so', async () => {
    const { current, open, held } = withDocuments()
    held.set('a', Promise.reject(new Error('EACCES')))
    await current.begin('report')
    expect([current.id, ...open.keys()]).toEqual(['a', 'report'])
    await current.open('report')
    await current.enter('report')
    expect([current.id, ...open.keys()]).toEqual(['report', 'report'])
  })

  it('is none where the report cannot be opened either', async () => {
    const { current, held } = withDocuments()
    held.set('a', Promise.reject(new Error('EIO')))
    held.set('report', Promise.reject(new Error('EACCES')))
    await expect(current.begin('report')).rejects.toThrow('EACCES')
  })
})
