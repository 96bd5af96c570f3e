import { matches, type Stroke } from '../../../../tools/stand-in/menu/accelerator'

const stroke = (key: string, held: Partial<Stroke> = {}, code = ''): Stroke => ({
  key,
  code,
  control: false,
  shift: false,
  alt: false,
  meta: false,
  ...held,
})
const control = { control: true }

describe('accelerators', () => {
  it.each([
    ['CmdOrCtrl+S', stroke('s', control)],
    ['CommandOrControl+Shift+Z', stroke('Z', { control: true, shift: true })],
    ['Ctrl+Plus', stroke('+', { control: true, shift: true })],
    ['Ctrl++', stroke('+', control)],
    ['CmdOrCtrl+-', stroke('-', control)],
    ['Alt+Left', stroke('ArrowLeft', { alt: true })],
    ['F11', stroke('F11')],
    ['Ctrl+F', stroke('а', control, 'KeyF')],
    ['Ctrl+Shift+1', stroke('!', { control: true, shift: true }, 'Digit1')],
  ])('%s is matched', (accelerator, pressed) => {
    expect(matches(accelerator, pressed, false)).toBe(true)
  })

  it.each([
    ['CmdOrCtrl+S', stroke('s')],
    ['CmdOrCtrl+S', stroke('s', { control: true, shift: true })],
    ['CmdOrCtrl+S', stroke('s', { control: true, alt: true })],
    ['Ctrl+S', stroke('a', control, 'KeyA')],
    ['F11', stroke('F11', control)],
  ])('%s is not matched by another key', (accelerator, pressed) => {
    expect(matches(accelerator, pressed, false)).toBe(false)
  })

  it('means Command on macOS, and Control elsewhere', () => {
    expect(matches('CmdOrCtrl+S', stroke('s', { meta: true }), true)).toBe(true)
    expect(matches('CmdOrCtrl+S', stroke('s', control), true)).toBe(false)
  })
})
