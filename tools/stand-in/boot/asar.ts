import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

interface Folder {
  files: Record<string, Entry>
}
interface Link {
  link: string
}
interface File {
  size: number
  offset?: string
  unpacked?: boolean
  executable?: boolean
}
type Entry = Folder | Link | File

/** Where the JSON header's length stands, after three other lengths of Chromium's pickle format. */
const headerLengthAt = 12
const headerAt = 16

/** Unpacks an archive. The format: https://github.com/electron/asar#format */
export function extractAsar(archive: string, destination: string): void {
  const bytes = readFileSync(archive)
  const headerLength = bytes.readUInt32LE(headerLengthAt)
  const header = JSON.parse(bytes.toString('utf8', headerAt, headerAt + headerLength)) as Folder
  const contentsAt = 8 + bytes.readUInt32LE(4)

  const extract = (entry: Entry, name: string): void => {
    const target = path.join(destination, name)
    if ('files' in entry) {
      mkdirSync(target, { recursive: true })
      for (const [child, inner] of Object.entries(entry.files))
        extract(inner, path.join(name, child))
    } else if ('link' in entry) {
      symlinkSync(path.relative(path.dirname(target), path.join(destination, entry.link)), target)
    } else {
      if (entry.unpacked) copyFileSync(path.join(`${archive}.unpacked`, name), target)
      else {
        const start = contentsAt + Number(entry.offset)
        writeFileSync(target, bytes.subarray(start, start + entry.size))
      }
      if (entry.executable) chmodSync(target, 0o755)
    }
  }
  extract(header, '')
}
