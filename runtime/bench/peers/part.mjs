// Measures one part of one peer, in a process that nothing else has touched: prints its samples as JSON.
const [module, part, ...args] = process.argv.slice(2)
const { parts } = await import(`./peer/${module}.mjs`)
const samples = await parts[part](...args)
process.stdout.write(JSON.stringify(samples), () => process.exit(0))
