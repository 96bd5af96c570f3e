import JSZip from 'jszip'
import { UnreadableDocument } from './read-document'

/** How much is unpacked of an archive: bytes of one file and of all, and how many files. */
interface ZipLimits {
  readonly file: number
  readonly all: number
  readonly files: number
}

const usualLimits: ZipLimits = {
  file: 64 * 1024 * 1024,
  all: 256 * 1024 * 1024,
  files: 10_000,
}

/** The files of an archive, unpacked only as far as the limits go. Names never lead out of it. */
export class Archive {
  readonly #zip: JSZip
  readonly #limits: ZipLimits
  #unpacked = 0

  /** @throws UnreadableDocument if it is no archive, is damaged, encrypted, or holds too many files. */
  static async open(bytes: Uint8Array, limits = usualLimits): Promise<Archive> {
    if (isEncrypted(bytes)) throw new UnreadableDocument('encrypted')
    const zip = await JSZip.loadAsync(bytes, { checkCRC32: false }).catch(() => {
      throw new UnreadableDocument('damaged')
    })
    if (Object.keys(zip.files).length > limits.files) throw new UnreadableDocument('too-complex')
    return new Archive(zip, limits)
  }

  private constructor(zip: JSZip, limits: ZipLimits) {
    this.#zip = zip
    this.#limits = limits
  }

  has(name: string): boolean {
    return this.#zip.file(name) !== null
  }

  get names(): readonly string[] {
    return Object.keys(this.#zip.files)
  }

  /**
   * The bytes of a file; nothing where there is none of that name.
   *
   * @throws UnreadableDocument as soon as more comes out than the limits allow, whatever the archive
   *   says of its size.
   */
  async bytes(name: string): Promise<Uint8Array | undefined> {
    const file = this.#zip.file(name)
    return file === null ? undefined : this.#inflate(file)
  }

  #inflate(file: JSZip.JSZipObject): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const parts: Uint8Array[] = []
      let length = 0
      const stream = (file as StreamedFile).internalStream('uint8array')
      stream
        .on('data', (part) => {
          parts.push(part)
          length += part.length
          this.#unpacked += part.length
          if (length > this.#limits.file || this.#unpacked > this.#limits.all) {
            stream.pause()
            reject(new UnreadableDocument('too-large'))
          }
        })
        .on('error', () => reject(new UnreadableDocument('damaged')))
        .on('end', () => resolve(joined(parts, length)))
        .resume()
    })
  }
}

/** What JSZip documents of its files and its types leave out. */
type StreamedFile = JSZip.JSZipObject & {
  internalStream(type: 'uint8array'): JSZip.JSZipStreamHelper<Uint8Array>
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** Whether the first entry says that it is encrypted (bit 0 of its flags). */
const isEncrypted = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && ((bytes[6] ?? 0) & 1) === 1
