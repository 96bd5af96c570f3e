/** What a utility process of the stand-in runs: gives it `process.parentPort`, and loads its module. */
import { EventEmitter } from 'node:events'

const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown) => process.send?.(message),
})
process.on('message', (data) => parentPort.emit('message', { data, ports: [] }))
Object.defineProperty(process, 'parentPort', { value: parentPort })
const [, , modulePath = ''] = process.argv
require(modulePath)
