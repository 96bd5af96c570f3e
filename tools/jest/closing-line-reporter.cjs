/** Prints `N passed, N failed` as the last line of a run: one line that every CI can read. */
module.exports = class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
    const skipped = results.numPendingTests + results.numTodoTests
    const tail = skipped > 0 ? `, ${skipped} skipped` : ''
    // Jest adds a summary of its own behind all reporters, on stderr: this waits until it is out.
    process.once('exit', () => {
      process.stderr.write(`${results.numPassedTests} passed, ${failed} failed${tail}\n`)
    })
  }
}
