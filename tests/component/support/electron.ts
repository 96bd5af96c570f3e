/** What the page server takes of Electron; what it would answer to Electron is handed on by HTTP. */

type Handler = (request: { readonly url: string; readonly method: string }) => Promise<Response>

let handler: Handler | undefined

export const protocol = {
  handle: (_scheme: string, serve: Handler): void => {
    handler = serve
  },
  registerSchemesAsPrivileged: (): void => undefined,
}

/** Asks the app's own page server. @throws if it does not serve yet */
export function askPageServer(url: string, method: string): Promise<Response> {
  if (handler === undefined) throw new Error('Nothing serves the page')
  return handler({ url, method })
}
