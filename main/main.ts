import { app } from 'electron'
import { App } from './app'
import { runWithoutWindow } from './cli/command-app'
import { parseCommandLine } from './cli/parse'
import { closeNetwork, guardContents } from './window/guards'
import { declarePageScheme } from './window/page-server'

declarePageScheme()
closeNetwork()
guardContents()
const invocation = parseCommandLine(ownArguments())
if (invocation.kind === 'window') App.open()
else runWithoutWindow(invocation)

/** The arguments meant for us: without the executable and, unpackaged, without the app's path. */
function ownArguments(): readonly string[] {
  const args = process.argv.slice(1)
  if (app.isPackaged) return args
  const appPath = args.findIndex((arg) => !arg.startsWith('-'))
  return args.filter((_, i) => i !== appPath)
}
