import type { PiyueApi } from '../../../core/contract/contract'

const mockAsked: unknown[][] = []
const mockAnswer = { start: () => {}, openWorkspace: () => {} }
const mockExposed: { piyue?: PiyueApi } = {}

jest.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (_name: string, api: PiyueApi) => {
      mockExposed.piyue = api
    },
  },
  ipcRenderer: {
    invoke: async (...call: unknown[]) => {
      mockAsked.push(call)
      if (call[0] === 'piyue:start') {
        mockAnswer.start()
        return { showing: { documentId: 'd', annotationId: null } }
      }
      if (call[0] !== 'piyue:openWorkspace') return undefined
      mockAnswer.openWorkspace()
      return { how: 'it stands' }
    },
    on: () => {},
  },
  webUtils: { getPathForFile: ({ name }: File) => (name === '' ? '' : `/home/${name}`) },
}))

/** A page that begins, with what the preload has asked by the time its script is there. */
async function page(): Promise<PiyueApi> {
  mockAsked.length = 0
  jest.isolateModules(() => require('../../../main/preload'))
  await new Promise(setImmediate)
  if (mockExposed.piyue === undefined) throw new Error('Nothing is exposed')
  return mockExposed.piyue
}

/** Has main refuse what it is asked. */
const refuse = () => {
  throw new Error('not in the library')
}

beforeEach(() => {
  mockAnswer.start = () => {}
  mockAnswer.openWorkspace = () => {}
})

const asking = [['piyue:start'], ['piyue:openWorkspace', 'd']]

describe('what a page asks for first', () => {
  it('is asked before its script is there, and once', async () => {
    const piyue = await page()
    expect(mockAsked).toEqual(asking)
    expect(await piyue.start()).toMatchObject({ showing: { documentId: 'd' } })
    expect(await piyue.openWorkspace('d')).toEqual({ how: 'it stands' })
    expect(mockAsked).toEqual(asking)
  })

  it('is asked anew for what is opened later, or by a page that is loaded anew', async () => {
    const piyue = await page()
    await piyue.openWorkspace('d')
    await piyue.openWorkspace('d')
    expect(mockAsked).toEqual([...asking, ['piyue:openWorkspace', 'd']])
    await page()
    expect(mockAsked).toEqual(asking)
  })

  it('is not what it takes for another document, nor for this one behind that', async () => {
    const piyue = await page()
    await piyue.openWorkspace('e')
    await piyue.openWorkspace('d')
    expect(mockAsked.slice(2)).toEqual([
      ['piyue:openWorkspace', 'e'],
      ['piyue:openWorkspace', 'd'],
    ])
  })

  it('fails for whoever asks as it failed, and before that for nobody', async () => {
    mockAnswer.openWorkspace = refuse
    const piyue = await page()
    await expect(piyue.openWorkspace('d')).rejects.toThrow('not in the library')
  })

  it('is asked again by the page where it was refused before', async () => {
    mockAnswer.start = refuse
    const piyue = await page()
    await expect(piyue.start()).rejects.toThrow('not in the library')
    mockAnswer.start = () => {}
    expect(await piyue.start()).toMatchObject({ showing: { documentId: 'd' } })
    expect(await piyue.openWorkspace('d')).toEqual({ how: 'it stands' })
  })

  it('says nothing of listening, which the page says itself', async () => {
    const piyue = await page()
    await piyue.listen()
    expect(mockAsked.map(([channel]) => channel).indexOf('piyue:listen')).toBe(2)
  })
})

describe('a file that was dropped on the page', () => {
  it('is opened by its path, where it has one', async () => {
    const piyue = await page()
    await piyue.openDropped({ name: 'a.md' })
    await piyue.openDropped({ name: '' })
    expect(mockAsked.slice(2)).toEqual([['piyue:openDropped', '/home/a.md']])
  })
})
