'use strict';
// Entry of every npm script. Only what a Node of ten years ago understands: it has to get as far as the message.
const OLDEST_MAJOR = 18;
const version = process.versions.node;

if (parseInt(version, 10) < OLDEST_MAJOR) {
  const need = `运行本程序的脚本需要 Node ${OLDEST_MAJOR} 或更新的版本`;
  process.stderr.write(`${need}，现在是 ${version}；请安装新版后重试。\n`);
  process.exitCode = 1;
} else {
  require('./dispatch.cjs')(process.argv[2] || '', process.argv.slice(3));
}
