import { type BrowserWindow, shell } from 'electron'
import type { ContextTarget, WindowPoint } from '../core/app/context-target'
import type { Calls } from '../core/contract/contract'
import type { Messages } from '../core/messages/en'
import { type DocumentCallContext, documentCalls } from './document-calls'
import type { ErrorLog } from './errors/error-log'
import { type ExchangeCallContext, exchangeCalls } from './exchange-calls'
import { type LibraryCallContext, libraryCalls } from './library-calls'
import { confirm } from './window/dialogs'

/** What the calls are carried out with: the parts of the running app, as they are at that moment. */
interface CallContext extends DocumentCallContext, ExchangeCallContext, LibraryCallContext {
  readonly settings: ExchangeCallContext['settings']
  readonly library: LibraryCallContext['library']
  readonly errors: ErrorLog
  readonly start: Calls['start']
  readonly listen: Calls['listen']
  readonly showContextMenu: (target: ContextTarget, at: WindowPoint) => void
  readonly saveSettings: (patch: Parameters<Calls['saveSettings']>[0]) => void
}

/** What main does for each call of the contract. */
export function callsOf(context: CallContext): Calls {
  return {
    start: context.start,
    listen: context.listen,
    ...documentCalls(context),
    ...exchangeCalls(context),
    ...libraryCalls(context),
    saveSettings: async (patch) => context.saveSettings(patch),
    openLink: (url) => openLink(url, context.messages(), context.window()),
    reportError: (report) => context.errors.write(report),
    showContextMenu: async (target, at) => context.showContextMenu(target, at),
    toggleFullScreen: async () => {
      const window = context.window()
      window?.setFullScreen(!window.isFullScreen())
    },
  }
}

/** Only addresses that a browser or a mail program opens leave the app, and only if the reader agrees. */
async function openLink(
  url: string,
  { link }: Messages,
  window: BrowserWindow | undefined,
): Promise<boolean> {
  if (window === undefined || !isOutside(url)) return false
  // As a browser spells it, and thus without what would make a line break or turn it round.
  const { href } = new URL(url)
  const agreed = await confirm(window, {
    type: 'question',
    message: link.title,
    detail: href,
    yes: link.open,
    no: link.cancel,
  })
  if (!agreed) return false
  await shell.openExternal(href)
  return true
}

const isOutside = (url: string) =>
  URL.canParse(url) && ['https:', 'http:', 'mailto:'].includes(new URL(url).protocol)
