// A window on a machine that is busy with other work can miss a moment. What fails is tried once
// more, and the first failure is printed all the same: a test that needs it often is a bug.
jest.retryTimes(1, { logErrorsBeforeRetry: true })
