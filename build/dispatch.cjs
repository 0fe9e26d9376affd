'use strict';

/** Beyond the version gate: hands the command to the modules, whose syntax an old Node cannot parse. */
module.exports = async function dispatch(name, args) {
  const { main } = await import('./main.mjs');
  process.exitCode = await main(name, args);
};
