'use strict';

/**
 * Beyond the version gate: hands the command to the modules, whose syntax an old Node cannot parse.
 * @param {string} name
 * @param {string[]} args
 */
module.exports = async function dispatch(name, args) {
  const { main } = await import('./bootstrap/main.mjs');
  process.exitCode = await main(name, args);
};
