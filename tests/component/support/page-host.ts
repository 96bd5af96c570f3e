import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pageOrigin, servePage } from '../../../main/window/page-server'
import { askPageServer } from './electron'
import { builtPage } from './surroundings'

/** The built page on this machine's own HTTP, as the app's own page server gives it: with its policy. */
export interface PageHost {
  /** Address of the page. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** From a scheme of the app's own files come at once; by HTTP the browser keeps them between tests. */
const kept = [['cache-control', 'max-age=3600']] as const

export async function hostPage(): Promise<PageHost> {
  servePage(builtPage)
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // It serves for as long as anything else goes on.
  server.unref()
  server.on('connection', (socket) => socket.unref())
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/index.html`, close: () => closed(server) }
}

async function answer({ url = '/', method = 'GET' }: IncomingMessage, response: ServerResponse) {
  const served = await askPageServer(`${pageOrigin}${url}`, method)
  const body = Buffer.from(await served.arrayBuffer())
  response.writeHead(served.status, [...served.headers, ...kept].flat()).end(body)
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections()
    server.close(() => resolve())
  })
