/**
 * What electron-builder runs after it has packed the app, on every system: everything but Electron must stay
 * within a budget, most of which are fonts (docs/packaging.md).
 */
const { readdirSync, statSync } = require('node:fs')
const path = require('node:path')

/** Bytes on the disk, unpacked. */
const budget = 20e6

/** The files of the app's own beside Electron's: the archive, licences and icons. */
function bytesIn(resources) {
  return readdirSync(resources)
    .map((name) => statSync(path.join(resources, name)))
    .filter((facts) => facts.isFile())
    .reduce((sum, { size }) => sum + size, 0)
}

/** @throws Error where the folder holds more than the budget */
function checkSize(resources) {
  const size = bytesIn(resources)
  const said = `Everything but Electron: ${(size / 1e6).toFixed(1)} MB of ${budget / 1e6}.`
  if (size > budget)
    throw new Error(`${said} tools/pack/size-budget.cjs says how much there may be.`)
  console.log(said)
}

module.exports = async ({ packager, appOutDir }) => checkSize(packager.getResourcesDir(appOutDir))
module.exports.checkSize = checkSize
