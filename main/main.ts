import { app } from 'electron'
import { type Invocation, ownArguments, parseCommandLine } from './cli/parse'
import { runWithoutWindow } from './cli/without-window'
import { outliveReaders } from './errors/standard-streams'
import { openWhenReady } from './open-when-ready'
import { hasNoDisplay, refuseWithoutDisplay, startAgainWithoutDisplay } from './start/display'
import { chooseFolders } from './start/folders'
import { OutsideRequests } from './start/requests'
import { closeNetwork, guardContents, openVoices } from './window/guards'
import { declarePageScheme } from './window/page-server'

// All of this must be done before the app is ready, and Electron makes it ready as soon as this file
// has run.
outliveReaders()
const requests = new OutsideRequests(app)
chooseFolders(app)
declarePageScheme()
closeNetwork()
openVoices()
guardContents()
start(parseCommandLine(ownArguments(process.argv, app.isPackaged)))

function start(invocation: Invocation): void {
  const isWindow = invocation.kind === 'window'
  if (hasNoDisplay()) return isWindow ? refuseWithoutDisplay() : startAgainWithoutDisplay()
  if (isWindow) openWhenReady(invocation.documents, requests)
  else runWithoutWindow(invocation)
}
