const refuse = (): never => {
  throw new TypeError('Object has been destroyed')
}

/**
 * Has further calls of an object throw, as Electron has it once what the object stands for is no more.
 *
 * @param methods all that Electron's object does, but for what can still be asked of it
 */
export function endMethods(object: object, methods: readonly string[]): void {
  for (const name of methods)
    Object.defineProperty(object, name, { value: refuse, configurable: true })
}
