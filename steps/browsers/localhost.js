// Loaded into Playwright's driver where it lets a remote browser through to this machine: names below `localhost` are this
// machine (RFC 6761, section 6.3), also where the system's resolver does not know them.
const { promises } = require("dns");

const lookup = promises.lookup;

promises.lookup = async (hostname, options = {}) => {
  if (!/\.localhost$/i.test(hostname)) return lookup(hostname, options);
  const found = options.family === 6 ? [] : [{ address: "127.0.0.1", family: 4 }];
  return options.all ? found : found[0];
};
