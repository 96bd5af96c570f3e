import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Net } from 'electron'
import { implementedOnly } from '../api/implemented-only'

const mediaTypes: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.woff2': 'font/woff2',
}

/** `net`, for files. */
export const net = implementedOnly('net', {
  async fetch(input: string | Request): Promise<Response> {
    const url = typeof input === 'string' ? input : input.url
    if (!url.startsWith('file:'))
      throw new Error(`stand-in: net.fetch of anything but a file is not implemented (${url})`)
    const file = fileURLToPath(url)
    const type = mediaTypes[path.extname(file)] ?? 'application/octet-stream'
    try {
      return new Response(await readFile(file), { headers: { 'content-type': type } })
    } catch {
      throw new Error('net::ERR_FILE_NOT_FOUND')
    }
  },
  isOnline: (): boolean => false, // the app's window is kept from the network
} satisfies Pick<Net, 'fetch' | 'isOnline'>)
