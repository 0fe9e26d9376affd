'use strict';
// Entry of every npm script. Only syntax and modules that the oldest Node knows: it has to get as far as the message.
var OLDEST_MAJOR = 18;
var version = process.versions.node;

if (parseInt(version, 10) < OLDEST_MAJOR) {
  process.stderr.write(
    '运行本程序的脚本需要 Node ' + OLDEST_MAJOR + ' 或更新的版本，现在是 Node ' + version + '；请安装新版 Node 后重试。\n'
  );
  process.exitCode = 1;
} else {
  require('./dispatch.cjs')(process.argv[2], process.argv.slice(3));
}
