import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { protocol } from 'electron'
import { type PictureName, readPicturePath } from '../../core/app/picture-path'
import { mediaTypeOf } from '../../core/formats/pictures'

/** The scheme and host that the page comes from, and nothing else does. */
export const pageOrigin = 'app://piyue'

/** The page's own address. */
export const pageUrl = `${pageOrigin}/index.html`

/** Only what the page needs; scripts, styles and fonts from the fixed list of files, and no more. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types dompurify',
].join('; ')

/** A picture is shown by the page, and nothing else: opened by itself, it could do nothing either. */
const picturePolicy = "default-src 'none'; sandbox"

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** A page that is made while the app runs, with the policy that it is served under. */
interface OncePage {
  readonly html: string
  readonly policy: string
}

const oncePages = new Map<string, OncePage>()

/** The address at which a page can be had a single time: for what is printed. */
export function serveOnce(html: string, policy: string): string {
  const url = `${pageOrigin}/once/${randomUUID()}.html`
  oncePages.set(url, { html, policy })
  return url
}

/** Must run before the app is ready: the scheme then counts as a secure origin of its own. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/**
 * Serves the page out of a fixed list of files, made when the app was built. A request is looked up
 * in the list as it is: no path is ever put together from it, so none can lead elsewhere.
 *
 * @param dist absolute path of the built app
 * @param picture the bytes of a picture of an open document; nothing where there is none of that name
 */
export function servePage(
  dist: string,
  picture: (name: PictureName) => Promise<Uint8Array | undefined> = async () => undefined,
): void {
  const files = readFileList(dist)
  protocol.handle('app', async (request) => {
    const once = oncePages.get(request.url)
    if (once !== undefined && oncePages.delete(request.url)) {
      return respond(once.html, '.html', once.policy)
    }
    if (request.method !== 'GET') return new Response(null, { status: 404 })
    const name = readPicturePath(request.url.slice(pageOrigin.length))
    if (name !== undefined) return respondWithPicture(await picture(name))
    const file = files.get(request.url)
    if (file === undefined) return new Response(null, { status: 404 })
    const content = new Uint8Array(await readFile(file))
    return respond(content, path.extname(file), contentSecurityPolicy)
  })
}

/** What a picture is, its own bytes say, and nothing that was written down beside them. */
function respondWithPicture(bytes: Uint8Array | undefined): Response {
  const mediaType = bytes && mediaTypeOf(bytes)
  if (bytes === undefined || mediaType === undefined) return new Response(null, { status: 404 })
  return respondAs(new Uint8Array(bytes), mediaType, picturePolicy)
}

const respond = (content: string | Uint8Array<ArrayBuffer>, extension: string, policy: string) =>
  respondAs(content, types[extension] ?? 'application/octet-stream', policy)

const respondAs = (content: string | Uint8Array<ArrayBuffer>, mediaType: string, policy: string) =>
  new Response(content, {
    headers: {
      'content-type': mediaType,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  })

/** Every address that is served, with the file behind it. */
function readFileList(dist: string): ReadonlyMap<string, string> {
  const names = JSON.parse(readFileSync(path.join(dist, 'renderer-files.json'), 'utf8')) as string[]
  return new Map(names.map((name) => [`${pageOrigin}/${name}`, path.join(dist, 'renderer', name)]))
}
