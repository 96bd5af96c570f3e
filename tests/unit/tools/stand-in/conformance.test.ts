import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(__dirname, '../../../..')

/** The objects of Electron's by the names that they have in main, each with what it is called here. */
const objects: Readonly<Record<string, string>> = {
  app: 'app',
  clipboard: 'clipboard',
  contents: 'webContents',
  contextBridge: 'contextBridge',
  dialog: 'dialog',
  frame: 'webFrameMain',
  ipcMain: 'ipcMain',
  ipcRenderer: 'ipcRenderer',
  item: 'item',
  Menu: 'Menu',
  menu: 'menu',
  nativeTheme: 'nativeTheme',
  protocol: 'protocol',
  screen: 'screen',
  sender: 'webContents',
  session: 'session',
  shell: 'shell',
  webContents: 'webContents',
  webUtils: 'webUtils',
  window: 'window',
}

/** `app.on('ready')`, `window.webContents.send`, `app.commandLine.hasSwitch`, as they are written. */
const use = new RegExp(
  String.raw`(?<![\w'"]|(?<!\.\.)\.)(?:this\.)?#?(${Object.keys(objects).join('|')})\??\.(\w+)(?:\??\.(\w+))?(\(\s*'([a-z-]+)')?`,
  'gu',
)
/** Objects within others. */
const nested = new Set(['commandLine', 'webContents', 'webRequest'])
const events = new Set(['on', 'once'])

function usesIn(source: string): readonly string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$|^import [^;]*?from '.*'$/gmu, '')
  const calls = [...code.matchAll(use)].map(([, object = '', first = '', second, , event]) => {
    const [owner, member] =
      second !== undefined && nested.has(first)
        ? first === 'webContents'
          ? ['webContents', second]
          : [`${objects[object]}.${first}`, second]
        : [objects[object], first]
    const isEvent = event !== undefined && events.has(member)
    return `${owner}.${member}${isEvent ? `('${event}')` : ''}`
  })
  const roles = [...code.matchAll(/role: '(\w+)'/gu)].map(([, role]) => `role ${role}`)
  const windows = /new BrowserWindow/u.test(code) ? ['new BrowserWindow'] : []
  const popups = /\)\.popup\(/u.test(code) ? ['menu.popup'] : []
  return [...calls, ...roles, ...windows, ...popups].filter((name) => name !== 'window.webContents')
}

/** Every use of Electron in main, each once. */
function usesInMain(): readonly string[] {
  const files = readdirSync(path.join(root, 'main'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .filter((source) => source.includes("from 'electron'"))
  return [...new Set(files.flatMap(usesIn))].toSorted()
}

/** The lines of the list: the calls that each names, and what it says of tests. */
const lines = readFileSync(path.join(root, 'docs/electron-conformance.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => {
    const cells = line.slice(2, -2).split(' | ')
    const names = [...(cells[0] ?? '').matchAll(/`([^`]+)`/gu)].map(([, name]) => name ?? '')
    return { names, cells, tested: cells[3] ?? '' }
  })

describe('the list of what is asked of Electron', () => {
  it('names all that is asked, and nothing that is not', () => {
    expect(lines.flatMap(({ names }) => names).toSorted()).toEqual(usesInMain())
  })

  it('says of each what Electron promises, what the stand-in does, and where it is tested or why not', () => {
    for (const { names, cells, tested } of lines) {
      const tests = tested.match(/\b(?:unit|e2e)\/[\w/-]+/gu) ?? []
      const gone = tests.filter((name) => !existsSync(path.join(root, `tests/${name}.test.ts`)))
      expect([names, gone]).toEqual([names, []])
      expect([names, cells.length]).toEqual([names, 4])
      expect([names, tests.length > 0 || tested.includes('not tested')]).toEqual([names, true])
    }
  })
})
