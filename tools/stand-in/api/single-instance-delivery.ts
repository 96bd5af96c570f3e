/**
 * Sends its standard input to the socket named as its argument, and waits for the answer.
 * Exits 0 if the socket's owner took it, or is there but too busy to answer; 1 if nobody is there.
 * Plain JavaScript, for `node -e`.
 */
export const deliverScript = `
const socket = require('node:net').connect(process.argv[1])
socket.on('error', () => process.exit(1))
socket.on('data', () => process.exit(0))
socket.on('connect', () => {
  setTimeout(() => process.exit(0), 3000)
  socket.write(require('node:fs').readFileSync(0, 'utf8') + '\\n')
})
`
