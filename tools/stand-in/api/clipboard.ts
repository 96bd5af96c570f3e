import type { Clipboard } from 'electron'
import { ClipboardItem } from './clipboard-item'
import { implementedOnly } from './implemented-only'

let items: ClipboardItem[] = []

const plain = 'text/plain'

/** `clipboard`, in memory: the desktop's own is not touched. */
export const clipboard = implementedOnly('clipboard', {
  async writeText(text: string): Promise<void> {
    items = [new ClipboardItem({ [plain]: text })]
  },
  async readText(): Promise<string> {
    const item = items.find(({ types }) => types.includes(plain))
    return item ? (await item.getType(plain)).text() : ''
  },
  async write(data: ClipboardItem[]): Promise<void> {
    items = data
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
