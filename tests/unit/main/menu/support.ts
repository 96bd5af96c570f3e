import type { MenuItemConstructorOptions } from 'electron'

/** A menu as a reader sees it: an item a line, with its keys; what is not seen in brackets. */
export function drawn(items: readonly MenuItemConstructorOptions[], indent = ''): string {
  return items
    .flatMap((item) => {
      if (item.type === 'separator') return [`${indent}—`]
      const { label = '', role, accelerator, registerAccelerator = true, visible = true } = item
      const keys =
        accelerator === undefined ? '' : registerAccelerator ? accelerator : `(${accelerator})`
      const words = [label, role === undefined ? '' : `<${role}>`, keys].filter(Boolean).join('  ')
      const state = item.enabled === false ? ' (grey)' : ''
      const line = `${indent}${visible ? words : `[${words}]`}${state}`
      const inner = Array.isArray(item.submenu) ? [drawn(item.submenu, `${indent}  `)] : []
      return [line, ...inner]
    })
    .join('\n')
}

/** All items of a menu, those of its submenus too. */
export const flat = (
  items: readonly MenuItemConstructorOptions[],
): readonly MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
