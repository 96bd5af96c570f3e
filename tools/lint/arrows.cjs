/**
 * A rule for the linter: arrows point down only. Whatever a file takes in, by whichever form of import, is of its own
 * room or of one that stands lower in the order of `layers.cjs`.
 */
const { isBuiltin } = require('node:module')
const path = require('node:path')
const { layers, narrower } = require('./layers.cjs')

const root = path.resolve(__dirname, '../..')

/** The longest of some paths in which another lies, if any. */
function innermost(paths, within) {
  const around = paths.filter((one) => within === one || within.startsWith(`${one}/`))
  return around.toSorted((a, b) => b.length - a.length)[0]
}

/** The layer and room of a file; without a room where the order has none for it. */
function placeOf(file) {
  const stem = path
    .relative(root, file)
    .replaceAll(path.sep, '/')
    .replace(/\.\w+$/u, '')
  const layer = innermost(Object.keys(layers), stem) ?? stem.split('/')[0]
  const { rooms } = layers[layer] ?? {}
  if (!rooms) return { layer, room: '.' }
  const folder = path.posix.dirname(stem.slice(layer.length + 1))
  return { layer, room: innermost(rooms.flat(), folder) }
}

const nameOf = ({ layer, room }) => (room === '.' ? layer : `${layer}/${room}`)

/** Why what lies in one place may not use what lies in another; nothing where it may. */
function whyNot(from, to) {
  const [user, used] = [nameOf(from), nameOf(to)]
  if (user === used) return undefined
  if (narrower[user] && !narrower[user].includes(used)) {
    return `of ours, it uses ${narrower[user].join(', ') || 'nothing else'}`
  }
  const { uses, rooms } = layers[from.layer]
  if (from.layer !== to.layer) {
    if (uses.includes(to.layer)) return undefined
    return `of ours, ${from.layer} uses ${uses.join(', ') || 'nothing else'}`
  }
  const levels = rooms.map((level) => [level].flat())
  const below = levels.slice(
    0,
    levels.findIndex((level) => level.includes(from.room)),
  )
  if (below.flat().includes(to.room)) return undefined
  const order = levels.map((level) => level.join(' | ')).join(' < ')
  return `an arrow may only point down: ${order.replace(/\.$/u, `${from.layer} itself`)}`
}

/** Whether a module is named by where it lies, as ours are. */
const isPath = (specifier) => /^[./]/u.test(specifier) && !specifier.includes('node_modules/')

/** Why a package is not for a layer; nothing where it is. */
function whyNotPackage({ layer }, specifier) {
  const module = specifier.replace(/^.*node_modules\//u, '')
  const isOfNode = module.startsWith('node:') || isBuiltin(module)
  const name = isOfNode ? 'node' : module.split('/')[0]
  return layers[layer].without?.includes(name) ? `${layer} does without ${name}` : undefined
}

/** Whether a call takes in what its first argument names: `require`, `jest.mock`, `import.meta.resolve` and the like. */
function isTaking({ callee }) {
  const taker = callee.type === 'MemberExpression' ? callee.object : callee
  return taker.type === 'MetaProperty' || taker.name === 'require' || taker.name === 'jest'
}

/** Whether it is `new URL(…, import.meta.url)`. */
function isBesideModule({ callee, arguments: [, base] }) {
  return callee.name === 'URL' && base?.object?.type === 'MetaProperty'
}

/** The module that an expression names; nothing where it is computed. */
function specifierIn({ value, quasis }) {
  if (quasis?.length === 1) return quasis[0].value.cooked
  return typeof value === 'string' ? value : undefined
}

function create(context) {
  const from = placeOf(context.filename)
  if (!layers[from.layer]) return {}

  function whyNotModule(specifier) {
    if (!isPath(specifier)) return whyNotPackage(from, specifier)
    return whyNot(from, placeOf(path.resolve(path.dirname(context.filename), specifier)))
  }

  function check(node, source) {
    const specifier = specifierIn(source)
    if (specifier !== undefined) {
      const why = whyNotModule(specifier)
      if (why)
        context.report({ node, message: `${nameOf(from)} may not use ${specifier}: ${why}.` })
    } else if (layers[from.layer].rooms) {
      const message = 'A module that is not named here is held to no order: name it.'
      context.report({ node, message })
    }
  }

  const checkSource = (node) => node.source && check(node, node.source)
  return {
    Program(node) {
      if (from.room) return
      context.report({ node, message: 'This folder has no place in tools/lint/layers.cjs.' })
    },
    ImportDeclaration: checkSource,
    ExportNamedDeclaration: checkSource,
    ExportAllDeclaration: checkSource,
    ImportExpression: checkSource,
    TSImportType: checkSource,
    TSExternalModuleReference: (node) => check(node, node.expression),
    CallExpression: (node) => isTaking(node) && node.arguments[0] && check(node, node.arguments[0]),
    NewExpression: (node) => isBesideModule(node) && check(node, node.arguments[0]),
  }
}

module.exports = { meta: { name: 'piyue' }, rules: { arrows: { create } } }
