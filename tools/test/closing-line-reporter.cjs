/**
 * Names the tests that passed only at the second try, and prints `N passed, N failed` as the last line
 * of a run: one line that every CI can read.
 */
module.exports = class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
    const skipped = results.numPendingTests + results.numTodoTests
    const tail = skipped > 0 ? `, ${skipped} skipped` : ''
    const twice = results.testResults
      .flatMap(({ testResults }) => testResults)
      .filter(({ status, invocations }) => status === 'passed' && invocations > 1)
      .map(({ fullName }) => `passed at the second try: ${fullName}\n`)
    // Jest adds a summary of its own behind all reporters, on stderr: this waits until it is out.
    process.once('exit', () => {
      process.stderr.write(
        `${twice.join('')}${results.numPassedTests} passed, ${failed} failed${tail}\n`,
      )
    })
  }
}
