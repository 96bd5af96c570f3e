import { EventEmitter } from 'node:events'
import { implementedEmitter } from '../../../../tools/stand-in/api/implemented-emitter'
import { implementedOnly } from '../../../../tools/stand-in/api/implemented-only'

describe('what is not implemented', () => {
  it('throws its name when it is touched', () => {
    const shell = implementedOnly('shell', { beep: () => 'beep' }) as Record<string, () => unknown>
    expect(shell['beep']?.()).toBe('beep')
    expect(() => shell['trashItem']).toThrow('stand-in: shell.trashItem is not implemented')
  })

  it('does not stand in the way of promises, prototypes and replacements', async () => {
    const dialog = implementedOnly('dialog', { ask: (): number => 1 })
    dialog.ask = () => 2
    expect((await Promise.resolve(dialog)).ask()).toBe(2)
    expect(Object.keys(dialog)).toEqual(['ask'])
  })

  it('leaves an emitter all that emitters have', () => {
    class App extends implementedEmitter('app') {
      ready = false
    }
    const app = new App()
    const heard = jest.fn()
    app.once('ready', heard)
    app.emit('ready')
    expect(heard).toHaveBeenCalledTimes(1)
    expect(app).toBeInstanceOf(EventEmitter)
    expect(() => Reflect.get(app, 'dock')).toThrow('stand-in: app.dock is not implemented')
  })
})
