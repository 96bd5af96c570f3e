import type { Clipboard } from 'electron'
import { lastFocused } from '../window/registry'
import { ClipboardItem } from './clipboard-item'
import { implementedOnly } from './implemented-only'

let items: ClipboardItem[] = []

const plain = 'text/plain'

/** Remembers what the page copied. */
export function pageCopied(text: string, html: string): void {
  items = [new ClipboardItem({ [plain]: text, ...(html && { 'text/html': html }) })]
}

/** Chromium reaches the desktop's clipboard by way of a page; without a window nothing does. */
async function copyToDesktop(): Promise<void> {
  const contents: Record<string, string> = {}
  for (const item of items)
    for (const type of item.types.filter(isText))
      contents[type] = await (await item.getType(type)).text()
  await lastFocused()?.webContents.onPage(({ channel }) => channel.send({ type: 'copy', contents }))
}

/** A page hands on words only: pictures stay in memory. */
const isText = (type: string): boolean => type.startsWith('text/')

/** `clipboard`: kept in memory, and written to the desktop's; what another program copied is unknown. */
export const clipboard = implementedOnly('clipboard', {
  async writeText(text: string): Promise<void> {
    items = [new ClipboardItem({ [plain]: text })]
    await copyToDesktop()
  },
  async readText(): Promise<string> {
    const item = items.find(({ types }) => types.includes(plain))
    return item ? (await item.getType(plain)).text() : ''
  },
  async write(data: ClipboardItem[]): Promise<void> {
    if (!Array.isArray(data) || !data.every((item) => item instanceof ClipboardItem))
      throw new TypeError('clipboard.write expects an array of ClipboardItem')
    items = data
    await copyToDesktop()
  },
  async read(): Promise<ClipboardItem[]> {
    return items
  },
  async has(type: string): Promise<boolean> {
    return items.some(({ types }) => types.includes(type))
  },
  clear(): void {
    items = []
  },
} satisfies Implemented)

/** An item is checked by how it is used: the class's own types name bookmarks, too. */
type Implemented = Pick<Clipboard, 'writeText' | 'readText' | 'has' | 'clear'> &
  Record<'read' | 'write', unknown>
