/**
 * Lets the app outlive whoever reads its output. A terminal that was closed, or `head`, makes writing
 * fail with EPIPE; unheard, that error would be reported, which writes to the same stream, and so on
 * without end. Must run before anything is written.
 */
export function outliveReaders(
  streams: readonly Pick<NodeJS.WritableStream, 'on'>[] = [process.stdout, process.stderr],
): void {
  for (const stream of streams) stream.on('error', () => {})
}
