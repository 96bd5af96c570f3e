import type {
  CallbackResponse,
  HeadersReceivedResponse,
  OnBeforeRequestListenerDetails,
  OnHeadersReceivedListenerDetails,
  WebRequest,
  WebRequestFilter,
} from 'electron'
import { implementedOnly } from '../api/implemented-only'

type Listener<Details, Answer> = (details: Details, callback: (answer: Answer) => void) => void

/** One of webRequest's places to listen: the last listener replaces the one before. */
class Stage<Details extends { url: string }, Answer extends object> {
  private listener: Listener<Details, Answer> | null = null
  private filter: WebRequestFilter = { urls: ['<all_urls>'] }

  readonly register = (
    first: WebRequestFilter | Listener<Details, Answer> | null,
    second?: Listener<Details, Answer> | null,
  ): void => {
    const isFilter = first !== null && typeof first === 'object'
    this.filter = isFilter ? first : { urls: ['<all_urls>'] }
    this.listener = isFilter ? (second ?? null) : first
  }

  /** What the listener answers; nothing if there is none for this address. */
  ask(details: Details): Promise<Partial<Answer>> {
    const { listener, filter } = this
    const wanted = filter.urls.some((pattern) => matchesPattern(pattern, details.url))
    if (!listener || !wanted) return Promise.resolve({})
    return new Promise((resolve) => listener(details, resolve))
  }
}

export const beforeRequest = new Stage<OnBeforeRequestListenerDetails, CallbackResponse>()
export const headersReceived = new Stage<
  OnHeadersReceivedListenerDetails,
  HeadersReceivedResponse
>()

export const webRequest = implementedOnly('session.webRequest', {
  onBeforeRequest: beforeRequest.register,
  onHeadersReceived: headersReceived.register,
} satisfies Pick<WebRequest, 'onBeforeRequest' | 'onHeadersReceived'>)

/** https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns, a `*` anywhere */
export function matchesPattern(pattern: string, url: string): boolean {
  if (pattern === '<all_urls>') return true
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`).test(url)
}
