import type { Protocol as Cdp } from 'devtools-protocol'
import type { WebContents } from 'electron'
import { isGone, type Session } from '../chromium/session'
import { fromChromium, isCarried } from './addresses'
import { handlerFor } from './protocol'
import { beforeRequest, headersReceived } from './web-request'

type Paused = Cdp.Fetch.RequestPausedEvent

/** Whose requests these are, and what may stop a navigation. */
interface RequestOwner {
  readonly contents: WebContents
  /** Whether the page may navigate there. Asked for the main frame's documents alone. */
  mayNavigate(url: string): boolean
}

/** Answers every request of a page: from the app's own protocol, or as its webRequest says. */
export async function interceptRequests(session: Session, owner: RequestOwner): Promise<void> {
  session.on('Fetch.requestPaused', (paused) => {
    answer(session, owner, paused).catch((error: unknown) => {
      if (!isGone(error)) console.error('stand-in:', paused.request.url, error)
    })
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

async function answer(session: Session, owner: RequestOwner, paused: Paused): Promise<void> {
  const { requestId, request } = paused
  const url = fromChromium(request.url)
  const fail = (errorReason: Cdp.Network.ErrorReason): Promise<void> =>
    session.send('Fetch.failRequest', { requestId, errorReason })

  const isMainFrame = paused.resourceType === 'Document' && paused.frameId === session.targetId
  if (isMainFrame && !owner.mayNavigate(url)) return fail('Aborted')

  const details = {
    id: Number.parseInt(requestId.replace(/\D/g, ''), 10) || 0,
    url,
    method: request.method,
    referrer: request.headers['Referer'] ?? '',
    resourceType: isMainFrame ? ('mainFrame' as const) : resourceType(paused.resourceType),
    timestamp: Date.now(),
    webContents: owner.contents,
    webContentsId: owner.contents.id,
  }
  const verdict = await beforeRequest.ask({ ...details, uploadData: [] })
  if (verdict.redirectURL) throw new Error('stand-in: redirectURL is not implemented')
  if (verdict.cancel) return fail('BlockedByClient')

  const handler = handlerFor(new URL(url).protocol.slice(0, -1))
  if (!handler) {
    if (isCarried(request.url)) return fail('NameNotResolved')
    // Chromium asks for a page's icon by itself; a window of Electron does not.
    return session.send('Fetch.continueRequest', { requestId })
  }
  let response: Response
  try {
    response = await handler(toRequest(paused, url))
  } catch (error) {
    console.error(`stand-in: the handler of ${url} failed:`, error)
    return fail('Failed')
  }
  const responseHeaders = groupHeaders(response.headers)
  const changed = await headersReceived.ask({
    ...details,
    statusCode: response.status,
    statusLine: `HTTP/1.1 ${response.status}`,
    responseHeaders,
  })
  if (changed.cancel) return fail('BlockedByClient')
  return session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: Object.entries(changed.responseHeaders ?? responseHeaders).flatMap(
      ([name, values]) => [values].flat().map((value) => ({ name, value })),
    ),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  })
}

/** The request as the app's handler expects it, under the app's own address. */
function toRequest({ request }: Paused, url: string): Request {
  const entries = request.postDataEntries ?? []
  const bytes = Buffer.concat(entries.map(({ bytes: part }) => Buffer.from(part ?? '', 'base64')))
  const body = ['GET', 'HEAD'].includes(request.method) ? null : bytes
  const { method, headers } = request
  // `Request` would refuse nothing here, but its address is normalised for known schemes only.
  return Object.defineProperty(new Request(request.url, { method, headers, body }), 'url', {
    value: url,
  })
}

function groupHeaders(headers: Headers): Record<string, string[]> {
  const grouped: Record<string, string[]> = {}
  for (const [name, value] of headers) (grouped[name] ??= []).push(value)
  return grouped
}

type ResourceType =
  | 'mainFrame'
  | 'subFrame'
  | 'stylesheet'
  | 'script'
  | 'image'
  | 'font'
  | 'object'
  | 'xhr'
  | 'ping'
  | 'cspReport'
  | 'media'
  | 'webSocket'
  | 'other'

const resourceTypes: Partial<Record<Cdp.Network.ResourceType, ResourceType>> = {
  Document: 'subFrame',
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
  WebSocket: 'webSocket',
}

function resourceType(type: Cdp.Network.ResourceType): ResourceType {
  return resourceTypes[type] ?? 'other'
}
